/** Khmer letters, vowels and signs. Khmer sets no spaces between words. */
const KHMER = /[\u1780-\u17ff\u19e0-\u19ff]/;
/** What holds a word together: letters, the marks on them, digits. Zero-width spaces part Khmer words where somebody typed them. */
const RUNS = /[\p{L}\p{M}\p{N}]+/gu;

type Segmenting = { segment(text: string): Iterable<{ readonly segment: string }> };

const words: Segmenting | null = segmenter('word');
const clusters: Segmenting | null = segmenter('grapheme');

/** Null in browsers that cannot: what follows does without. */
function segmenter(granularity: 'word' | 'grapheme'): Segmenting | null {
  return typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('km', { granularity }) : null;
}

/** What people see as letters: a consonant with everything written over, under and around it. */
function lettersOf(text: string): string[] {
  if (clusters !== null) return Array.from(clusters.segment(text), ({ segment }) => segment);
  return text.match(/[^\p{M}\u17d2](?:[\p{M}]|\u17d2.)*/gu) ?? [];
}

/** Stands before what is a letter or two and no word. */
export const lettersMark = '·';

/** Every two neighbouring letters. */
function pairsOf(run: string): string[] {
  const letters = lettersOf(run);
  return letters.slice(1).map((letter, at) => `${lettersMark}${letters[at] ?? ''}${letter}`);
}

const singlesOf = (run: string): string[] => lettersOf(run).map((letter) => `${lettersMark}${letter}`);

const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/** A text's words as far as spaces and punctuation part them, in small letters. */
export const runsOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(RUNS) ?? [];

/**
 * The terms that a text is found by: words; of Khmer also the words that the browser's dictionary finds in it, and every letter
 * and every two neighbours, since dictionaries disagree and lack names.
 */
export function termsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!KHMER.test(run)) return [run];
    const found = words === null ? [] : Array.from(words.segment(run), ({ segment }) => segment).filter(isWord);
    return [...found, ...singlesOf(run), ...pairsOf(run)];
  });
}

/** The terms that a text must have, all of them, to be found. Of Khmer the pairs, by which a part of a word is found as well. */
export function soughtTerms(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!KHMER.test(run)) return [run];
    const pairs = pairsOf(run);
    return pairs.length > 0 ? pairs : singlesOf(run);
  });
}
