import { EFF_WORDS } from './eff-words.ts';
import { sodium } from './sodium.ts';

const WORDS = 6;

/** Two random bytes at or above the last whole multiple of the list's length are drawn again. */
const LIMIT = 65_536 - (65_536 % EFF_WORDS.length);

function drawWord(): string {
  for (;;) {
    const [high = 0, low = 0] = sodium().randomBytes(2);
    const number = high * 256 + low;
    if (number < LIMIT) return EFF_WORDS[number % EFF_WORDS.length] as string;
  }
}

/** Six words of the EFF large list, 77 bits, separated by single spaces. */
export function generatePassphrase(): string {
  return Array.from({ length: WORDS }, drawWord).join(' ');
}
