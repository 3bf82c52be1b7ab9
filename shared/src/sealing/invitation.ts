import { utf8, pae } from './bytes.ts';
import { label } from './labels.ts';
import { generatePassphrase } from './passphrase.ts';
import { sodium } from './sodium.ts';

/** Fewer letters than six words of the list can have: shorter texts are no code, and are not sent anywhere. */
const FEWEST_LETTERS = 18;

/** A fresh code: six words of the EFF list, 77 bits, for a link's fragment or to be read aloud and typed. */
export function generateInvitationCode(): string {
  return generatePassphrase().replaceAll(' ', '-');
}

/**
 * What shows that somebody knows an invitation's code, 32 bytes: H(32, PAE(…invitation, letters of the code)). The server
 * is told this and never the words. Null for what is no code; case, spaces, dashes and dots do not matter.
 */
export function invitationToken(code: string): Uint8Array | null {
  const letters = code.toLowerCase().replaceAll(/[^a-z]/g, '');
  return letters.length < FEWEST_LETTERS ? null : sodium().hash(32, pae(label('invitation'), utf8(letters)));
}
