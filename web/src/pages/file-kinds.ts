/**
 * Kinds that are shown in the page. No browser is given anything that can hold a script, whatever a report says it is: a PDF
 * is drawn by a worker of ours.
 */
export type ShownKind = 'image' | 'audio' | 'video' | 'pdf';
export type FileKind = ShownKind | 'other';

const KINDS: Readonly<Record<string, Exclude<FileKind, 'other'>>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'audio/webm': 'audio',
  'audio/3gpp': 'audio',
  'audio/aac': 'audio',
  'audio/x-matroska': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'video/3gpp': 'video',
  'video/x-matroska': 'video',
  'application/pdf': 'pdf',
};

export const kindOfFile = (type: string): FileKind =>
  Object.prototype.hasOwnProperty.call(KINDS, type) ? (KINDS[type] ?? 'other') : 'other';

export const canShow = (kind: FileKind): kind is ShownKind => kind !== 'other';

const EXTENSION: Readonly<Record<Exclude<FileKind, 'other'>, RegExp>> = {
  image: /^image\/(jpeg|png|gif|webp|avif)$/,
  audio: /^audio\/(mpeg|mp4|ogg|wav|webm|3gpp|aac|x-matroska)$/,
  video: /^video\/(mp4|webm|quicktime|3gpp|x-matroska)$/,
  pdf: /^application\/(pdf)$/,
};

/** A name for a file that is saved: its own, without what a folder or a shell could make of it. */
export function nameToSave(name: string, type: string, number: string): string {
  const plain = name.replace(/[^\p{L}\p{M}\p{N} ._-]/gu, '').replace(/^[. ]+/, '');
  if (plain !== '') return plain;
  const kind = kindOfFile(type);
  const ending = kind === 'other' ? '' : (EXTENSION[kind].exec(type)?.[1] ?? '');
  return ending === '' ? number : `${number}.${ending}`;
}
