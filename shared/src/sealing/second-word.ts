import type { CaseId } from '../ids.ts';
import { pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** What follows from the word of a reporter's own, without which nobody who finds the receipt can erase at once. */
export type SecondWordKeys = {
  /** 32 bytes of which the server keeps a keyed hash. */
  readonly lookup: Uint8Array;
  /** What is shared word by word is wrapped for this key. */
  readonly kem: KeyPair;
};

const OPERATIONS = 3;
const MEMORY = 32 * 1024 * 1024;

/** The word as it is meant, however it was typed: without space around it, nor the invisible ones of Khmer keyboards. */
const normaliseWord = (word: string): string =>
  word
    .replace(/[\u200B-\u200D\u2060]/g, '')
    .normalize('NFC')
    .trim();

/** About 0.15 s. The same word gives other keys for another case. */
export function deriveSecondWord(word: string, caseId: CaseId): SecondWordKeys {
  const { deriveKey, hash, kemKeypair, passwordHash } = sodium();
  const root = passwordHash(
    utf8(normaliseWord(word)),
    hash(16, pae(label('second'), utf8(caseId))),
    OPERATIONS,
    MEMORY,
  );
  return { lookup: deriveKey(1, 'rdlookup', root), kem: kemKeypair(deriveKey(2, 'rdkemx02', root)) };
}
