import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CleanedFile, cleanFile } from '@romduol/shared/cleaning/clean-file';
import { expect } from 'vitest';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

/** Files that are cleaned, with the MIME type that they are to be given. */
export const CLEANABLE = {
  'photo.jpg': 'image/jpeg',
  'progressive.jpg': 'image/jpeg',
  'cmyk.jpg': 'image/jpeg',
  'photo.png': 'image/png',
  'animation.png': 'image/png',
  'photo.webp': 'image/webp',
  'animation.webp': 'image/webp',
  'animation.gif': 'image/gif',
  'photo.heic': 'image/heif',
  'photo.avif': 'image/avif',
  'film.mp4': 'video/mp4',
  'film.mov': 'video/quicktime',
  'film.3gp': 'video/3gpp',
  'fragments.mp4': 'video/mp4',
  'recorded.mp4': 'audio/mp4',
  'sound.m4a': 'audio/mp4',
  'sound.mp3': 'audio/mpeg',
  'sound.aac': 'audio/aac',
  'sound.opus': 'audio/ogg',
  'sound.ogg': 'audio/ogg',
  'sound.wav': 'audio/wav',
  'film.webm': 'video/webm',
  'film.mkv': 'video/x-matroska',
  'recorded.webm': 'audio/webm',
  'scan.pdf': 'application/pdf',
  'letter.pdf': 'application/pdf',
  'letter.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type Cleanable = keyof typeof CLEANABLE;

const isCleanable = (name: string): name is Cleanable => Object.hasOwn(CLEANABLE, name);
export const cleanables: readonly Cleanable[] = Object.keys(CLEANABLE).filter(isCleanable);

export function readFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FIXTURES, name)));
}

/** Cleans what must be cleanable. */
export async function cleaned(bytes: Uint8Array): Promise<CleanedFile> {
  const answer = await cleanFile(bytes);
  expect(answer).toMatchObject({ kind: 'cleaned' });
  if (answer.kind !== 'cleaned') throw new Error(answer.why);
  return answer;
}

/** Every byte as one character, so that bytes can be looked for as text. */
export function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
