/** The kinds of file that are known here, with the MIME type and the extension that a cleaned one is given. */
export const FILE_KINDS = {
  jpeg: { type: 'image/jpeg', extension: 'jpg' },
  png: { type: 'image/png', extension: 'png' },
  webp: { type: 'image/webp', extension: 'webp' },
  gif: { type: 'image/gif', extension: 'gif' },
  heif: { type: 'image/heif', extension: 'heic' },
  avif: { type: 'image/avif', extension: 'avif' },
  mp4: { type: 'video/mp4', extension: 'mp4' },
  m4a: { type: 'audio/mp4', extension: 'm4a' },
  quicktime: { type: 'video/quicktime', extension: 'mov' },
  '3gpp': { type: 'video/3gpp', extension: '3gp' },
  '3gpp_audio': { type: 'audio/3gpp', extension: '3gp' },
  mp3: { type: 'audio/mpeg', extension: 'mp3' },
  aac: { type: 'audio/aac', extension: 'aac' },
  amr: { type: 'audio/amr', extension: 'amr' },
  amr_wide: { type: 'audio/amr-wb', extension: 'awb' },
  ogg: { type: 'audio/ogg', extension: 'ogg' },
  webm_audio: { type: 'audio/webm', extension: 'webm' },
  webm: { type: 'video/webm', extension: 'webm' },
  matroska_audio: { type: 'audio/x-matroska', extension: 'mka' },
  matroska: { type: 'video/x-matroska', extension: 'mkv' },
  wav: { type: 'audio/wav', extension: 'wav' },
  pdf: { type: 'application/pdf', extension: 'pdf' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/**
 * Pictures whose containers come in many forms. One that `planCleaning` refuses, with `needs_reencoding`, can still be
 * helped where there is a canvas, and a browser that can show it: draw it, write the pixels anew as JPEG, clean that.
 */
export const KINDS_TO_REENCODE: ReadonlySet<FileKind> = new Set(['heif', 'avif']);

/**
 * The name that a file is sent under: which it is of those sent together, counted from 0, and its extension. Telephones
 * write day and minute into the names of what they take, and people write other people's.
 */
export function plainName(place: number, extension: string): string {
  return extension === '' ? `file-${place + 1}` : `file-${place + 1}.${extension}`;
}
