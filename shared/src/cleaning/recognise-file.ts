import { be32, hasName, nameAt } from './byte-order.ts';
import { CannotClean } from './cannot-clean.ts';
import { ADTS } from './clean-aac.ts';
import { LAYER_3 } from './clean-mp3.ts';
import { findFirstFrame } from './sound-frames.ts';
import { readElement } from './ebml.ts';
import type { FileKind } from './file-kinds.ts';
import { type ReadableFile, Source } from './readable-file.ts';

/**
 * What a file is by its content, never by its name. Says what it claims to be: whether it is whole shows when it is
 * cleaned. Rejects only when reading does.
 */
export async function recogniseFile(file: ReadableFile): Promise<FileKind | 'unknown'> {
  try {
    return await recognise(new Source(file));
  } catch (error) {
    if (error instanceof CannotClean) return 'unknown';
    throw error;
  }
}

async function recognise(source: Source): Promise<FileKind | 'unknown'> {
  const head = Uint8Array.from(await source.read(0, Math.min(source.size, 64)));
  const begins = (text: string): boolean => hasName(head, 0, text);
  if (begins('\xff\xd8\xff')) return 'jpeg';
  if (begins('\x89PNG\r\n\x1a\n')) return 'png';
  if (begins('GIF87a') || begins('GIF89a')) return 'gif';
  if (begins('RIFF') && hasName(head, 8, 'WEBP')) return 'webp';
  if (begins('RIFF') && hasName(head, 8, 'WAVE')) return 'wav';
  if (begins('OggS')) return 'ogg';
  if (begins('%PDF-')) return 'pdf';
  if (begins('\x1a\x45\xdf\xa3')) return recogniseMatroska(source);
  if (begins('PK\x03\x04')) return recogniseArchive(source);
  if (hasName(head, 4, 'ftyp')) return recogniseBrands(head);
  // QuickTime before there were brands.
  if (['moov', 'mdat', 'wide', 'free', 'skip'].some((type) => hasName(head, 4, type))) return 'quicktime';
  if (begins('#!AMR\n')) return 'amr';
  if (begins('#!AMR-WB\n')) return 'amr_wide';
  if ((await findFirstFrame(source, LAYER_3)) !== null) return 'mp3';
  return (await findFirstFrame(source, ADTS)) === null ? 'unknown' : 'aac';
}

async function recogniseMatroska(source: Source): Promise<FileKind | 'unknown'> {
  const header = await readElement(source, 0, source.size);
  const end = header?.end ?? 0;
  if (header === null || end - header.start > 1024) return 'unknown';
  const content = await source.read(header.start, end - header.start);
  const type = nameAt(content, 0, content.length);
  if (type.includes('\x42\x82\x84webm')) return 'webm';
  return type.includes('\x42\x82\x88matroska') ? 'matroska' : 'unknown';
}

/** A document of Word among all the archives: its list of parts, at the end of the file, names the main one. */
async function recogniseArchive(source: Source): Promise<FileKind | 'unknown'> {
  const length = Math.min(source.size, 64 * 1024);
  const tail = await source.read(source.size - length, length);
  const name = 'word/document.xml';
  for (let at = tail.indexOf(0x77); at !== -1; at = tail.indexOf(0x77, at + 1)) {
    if (hasName(tail, at, name)) return 'docx';
  }
  return 'unknown';
}

function recogniseBrands(head: Uint8Array): FileKind | 'unknown' {
  const end = Math.min(head.length, be32(head, 0));
  const major = nameAt(head, 8);
  const brands = [major];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(nameAt(head, at));
  const isOneOf = (...names: string[]): boolean => names.some((name) => brands.includes(name));
  if (isOneOf('avif', 'avis')) return 'avif';
  if (isOneOf('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx') || ['mif1', 'msf1'].includes(major)) return 'heif';
  if (major === 'crx ') return 'unknown';
  if (major === 'qt  ') return 'quicktime';
  if (['M4A ', 'M4B '].includes(major)) return 'm4a';
  return /^3g[2ep]/.test(major) ? '3gpp' : 'mp4';
}
