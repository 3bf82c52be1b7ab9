import { pae, utf8 } from './bytes.ts';
import { SealingError } from './errors.ts';
import { label } from './labels.ts';
import { sodium, type KeyPair } from './sodium.ts';

/** What follows from a receipt. It opens the conversation, never the report. */
export type ReceiptKeys = {
  /** Finds the conversation: 32 bytes of which the server keeps two keyed hashes. */
  readonly lookup: Uint8Array;
  readonly kem: KeyPair;
  /** Seals the reporter's copy of conversation key 0. */
  readonly copyKey: Uint8Array;
  /** Sent to withdraw the report; the protocol calls it W. */
  readonly withdrawal: Uint8Array;
};

/** Passes and bytes. Fewer than a member's: 63 random bits need no more, and old telephones derive it too. */
const OPERATIONS = 3;
const MEMORY = 32 * 1024 * 1024;

/** The quasigroup of Damm's doctoral thesis (Marburg 2004); row by row. It finds every single wrong digit and swap. */
const DAMM = '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';

function dammDigit(digits: string): string {
  let state = 0;
  for (const digit of digits) state = Number(DAMM[state * 10 + Number(digit)]);
  return String(state);
}

/** Twenty Latin digits: nineteen random ones (63 bits) and a Damm check digit. */
export function generateReceipt(): string {
  let digits = '';
  while (digits.length < 19) {
    for (const byte of sodium().randomBytes(24)) {
      // Above 249 the last digits would come up less often than the first.
      if (byte < 250 && digits.length < 19) digits += String(byte % 10);
    }
  }
  return digits + dammDigit(digits);
}

/**
 * The twenty Latin digits of what somebody typed or pasted: Latin or Khmer digits, with any spaces, hyphens and
 * zero-width characters among them. Null when it is not a receipt or a digit is wrong.
 */
export function normaliseReceipt(text: string): string | null {
  const digits = text
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
  return /^[0-9]{20}$/.test(digits) && dammDigit(digits) === '0' ? digits : null;
}

/** Five groups of four, as it is shown and written down. */
export function formatReceipt(digits: string, numerals: 'latin' | 'khmer'): string {
  const shown =
    numerals === 'khmer' ? digits.replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit))) : digits;
  return shown.match(/.{1,4}/gu)?.join(' ') ?? '';
}

/**
 * Derives everything from a receipt, about 0.15 s. `rootFingerprint` is the keyring's, 32 bytes: the same digits at
 * another deployment give other keys. Throws `bad_receipt`.
 */
export function deriveReceipt(receipt: string, rootFingerprint: Uint8Array): ReceiptKeys {
  const digits = normaliseReceipt(receipt);
  if (digits === null) throw new SealingError('bad_receipt');
  const { deriveKey, hash, kemKeypair, passwordHash } = sodium();
  const root = passwordHash(utf8(digits), hash(16, pae(label('receipt'), rootFingerprint)), OPERATIONS, MEMORY);
  return {
    lookup: deriveKey(1, 'rdlookup', root),
    kem: kemKeypair(deriveKey(2, 'rdkemx01', root)),
    copyKey: deriveKey(3, 'rdrcpt01', root),
    withdrawal: deriveKey(4, 'rdwdrw01', root),
  };
}
