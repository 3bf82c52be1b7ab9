import { CannotClean, type CannotCleanReason } from './cannot-clean.ts';
import { planAac } from './clean-aac.ts';
import { planAmr } from './clean-amr.ts';
import { planGif } from './clean-gif.ts';
import { planJpeg } from './clean-jpeg.ts';
import { planMp3 } from './clean-mp3.ts';
import { planOgg } from './clean-ogg.ts';
import { planPng } from './clean-png.ts';
import { planWav } from './clean-wav.ts';
import { planWebp } from './clean-webp.ts';
import { FILE_KINDS, type FileKind, KINDS_TO_REENCODE } from './file-kinds.ts';
import { type Piece, PieceList, readPieces, totalLength } from './pieces.ts';
import { type ReadableFile, Source, readerOf } from './readable-file.ts';
import { recogniseFile } from './recognise-file.ts';

export type CannotCleanFile = { readonly kind: 'cannot_clean'; readonly why: CannotCleanReason };
export type CleaningPlan = {
  readonly kind: 'cleaned';
  /** The cleaned file from front to back: stretches of the original, new bytes, zeros. `readPieces` reads it. */
  readonly pieces: readonly Piece[];
  /** Of the cleaned file, in bytes. */
  readonly size: number;
  /** MIME type. */
  readonly type: string;
  /** Without a dot. Together with a neutral name it takes the place of the name that the file had. */
  readonly extension: string;
};
export type CleanedFile = {
  readonly kind: 'cleaned';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly extension: string;
};

/** Documents are taken apart in memory, several times over. */
const LARGEST_DOCUMENT = 32 * 1024 * 1024;

/**
 * Finds out how to take from a file what it says beside what it shows: where and when it was made, by whom, with which
 * device. Pictures, sound and film are never decoded, nor held in memory: the answer says which stretches of the file to
 * keep. Documents are rewritten. What is not known to be needed goes; what is not known at all is refused.
 *
 * Never rejects because of what the file holds, only when reading it fails.
 */
export async function planCleaning(file: ReadableFile): Promise<CleaningPlan | CannotCleanFile> {
  const recognised = await recogniseFile(file);
  if (recognised === 'unknown') return { kind: 'cannot_clean', why: 'unknown_kind' };
  try {
    const { list, kind } = await plan(recognised, file);
    return { kind: 'cleaned', pieces: list.pieces, size: totalLength(list.pieces), ...FILE_KINDS[kind] };
  } catch (error) {
    if (!(error instanceof CannotClean)) throw error;
    return { kind: 'cannot_clean', why: KINDS_TO_REENCODE.has(recognised) ? 'needs_reencoding' : error.why };
  }
}

/** `planCleaning` for bytes that are in memory anyway. */
export async function cleanFile(bytes: Uint8Array): Promise<CleanedFile | CannotCleanFile> {
  const file = readerOf(bytes);
  const cleaning = await planCleaning(file);
  if (cleaning.kind === 'cannot_clean') return cleaning;
  const cleaned = new Uint8Array(cleaning.size);
  let at = 0;
  for await (const chunk of readPieces(file, cleaning.pieces, cleaning.size)) {
    cleaned.set(chunk, at);
    at += chunk.length;
  }
  return { kind: 'cleaned', bytes: cleaned, type: cleaning.type, extension: cleaning.extension };
}

type Plan = { readonly list: PieceList; readonly kind: FileKind };

async function plan(kind: FileKind, file: ReadableFile): Promise<Plan> {
  const source = new Source(file);
  switch (kind) {
    case 'jpeg':
      return { kind, list: await planJpeg(source) };
    case 'png':
      return { kind, list: await planPng(source) };
    case 'webp':
      return { kind, list: await planWebp(source) };
    case 'gif':
      return { kind, list: await planGif(source) };
    case 'wav':
      return { kind, list: await planWav(source) };
    case 'mp3':
      return { kind, list: await planMp3(source) };
    case 'aac':
      return { kind, list: await planAac(source) };
    case 'amr':
    case 'amr_wide':
      return { kind, list: await planAmr(source) };
    case 'ogg':
      return { kind, list: await planOgg(source) };
    // Films and documents are fetched when there is one: a photograph on a slow line needs nothing of theirs.
    case 'webm':
    case 'webm_audio':
    case 'matroska':
    case 'matroska_audio': {
      const { list, hasPicture } = await (await import('./clean-matroska.ts')).planMatroska(source);
      return { kind: hasPicture ? kind : (SOUND_ONLY[kind] ?? kind), list };
    }
    case 'mp4':
    case 'm4a':
    case 'quicktime':
    case '3gpp':
    case '3gpp_audio': {
      const { list, hasPicture } = await (await import('./clean-mp4.ts')).planMp4(source);
      return { kind: hasPicture ? kind : (SOUND_ONLY[kind] ?? kind), list };
    }
    case 'pdf':
      return { kind, list: listOf(await (await import('./clean-pdf.ts')).cleanPdf(await readWhole(file))) };
    case 'docx':
      return {
        kind,
        list: listOf(await (await import('./clean-docx.ts')).cleanDocx(await readWhole(file), cleanFile)),
      };
    case 'heif':
    case 'avif':
      return { kind, list: await (await import('./clean-heif.ts')).planHeif(source) };
  }
}

/** What a film without a picture is. */
const SOUND_ONLY: Partial<Record<FileKind, FileKind>> = {
  mp4: 'm4a',
  '3gpp': '3gpp_audio',
  webm: 'webm_audio',
  matroska: 'matroska_audio',
};

async function readWhole(file: ReadableFile): Promise<Uint8Array> {
  if (file.size > LARGEST_DOCUMENT) throw new CannotClean('too_large');
  return file.read(0, file.size);
}

function listOf(bytes: Uint8Array): PieceList {
  const list = new PieceList();
  list.write(bytes);
  return list;
}
