import { Reference } from '../api/acknowledgements.ts';
import { pae, utf8 } from './bytes.ts';
import { label } from './labels.ts';
import { sodium } from './sodium.ts';

/** Crockford's base 32: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const REFERENCE = 8;
const CODE = 16;

const drawLetters = (count: number): string =>
  [...sodium().randomBytes(count)].map((byte) => LETTERS[byte % 32]).join('');

/** A letter's reference and, 80 bits, the code with which its recipient answers. Neither follows from anything. */
export function drawLetterCode(): { readonly reference: Reference; readonly code: string } {
  return { reference: Reference.parse(drawLetters(REFERENCE)), code: drawLetters(CODE) };
}

/** In groups of four, as it is printed. */
export const spellCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/**
 * Reference and code as somebody typed them from paper, however grouped, with the letters that are read as others; null for
 * what cannot be one.
 */
export function readLetterCode(typed: string): { readonly reference: Reference; readonly code: string } | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const reference = Reference.safeParse(letters.slice(0, REFERENCE));
  const code = letters.slice(REFERENCE);
  return reference.success && code.length === CODE && [...code].every((one) => LETTERS.includes(one))
    ? { reference: reference.data, code }
    : null;
}

/** What the server keeps a keyed hash of. */
export function codeCheck(reference: Reference, code: string): Uint8Array {
  return sodium().hash(32, pae(label('acknowledgement'), utf8(reference), utf8(code)));
}
