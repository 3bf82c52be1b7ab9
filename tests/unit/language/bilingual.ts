import type { Words } from '@romduol/shared/language/language';
import { expect } from 'vitest';

/** Names that are written in Latin letters in Khmer text too. */
const LATIN_IN_KHMER = new Set(['SMS', 'Telegram', 'Messenger', 'Signal']);

/** Words that shame, and that no text of ours may use. */
const NEVER = ['ខ្ទើយ', 'ភេទទីបី'];

/** Non-empty in both languages, Khmer in Khmer script, with the same places for values. */
export function expectBilingual(words: Words, where: string): void {
  expect(words.en.trim(), `${where}: en`).not.toBe('');
  expect(words.km.trim(), `${where}: km`).not.toBe('');
  expect(/[\u1780-\u17ff]/.test(words.en), `${where}: Khmer in the English text`).toBe(false);
  if (!LATIN_IN_KHMER.has(words.km)) expect(words.km, `${where}: Khmer script`).toMatch(/[\u1780-\u17ff]/);
  for (const word of NEVER) expect(words.km, `${where}: a word that shames`).not.toContain(word);
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  expect(places(words.km), `${where}: places for values`).toEqual(places(words.en));
  expect(words.km, `${where}: normal form`).toBe(words.km.normalize('NFC'));
}

/** Finds every pair of words in a catalogue, however deep. */
export function* wordsIn(value: unknown, where: string): Generator<readonly [string, Words]> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && 'km' in value) yield [where, value as Words];
  for (const [key, inner] of Object.entries(value)) yield* wordsIn(inner, `${where}.${key}`);
}
