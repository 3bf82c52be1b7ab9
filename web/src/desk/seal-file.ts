import { generatePassphrase } from '@romduol/shared/sealing/passphrase';
import { Encrypter } from 'age-encryption';
import { utf8 } from '@romduol/shared/sealing/bytes';
import { DeskRefusal } from './desk.ts';

/** A file that the recipient opens with age (age-encryption.org). The passphrase, where one was drawn, goes another way. */
export type SealedFile = { readonly file: Uint8Array<ArrayBuffer>; readonly passphrase: string | null };

/**
 * Seals a text, or bytes, for a recipient outside: for their public key `age1…`, or without one under a passphrase of six words. The
 * latter takes a second or two. Throws `DeskRefusal` `content_refused` for what is no such key.
 */
export async function sealFile(content: string | Uint8Array, publicKey: string | null): Promise<SealedFile> {
  const encrypter = new Encrypter();
  const passphrase = publicKey === null ? generatePassphrase() : null;
  try {
    if (publicKey !== null) encrypter.addRecipient(publicKey);
  } catch {
    throw new DeskRefusal('content_refused', 'not_a_key');
  }
  if (passphrase !== null) encrypter.setPassphrase(passphrase);
  // A copy of its own, so that what is handed over holds nothing but the file.
  const file = new Uint8Array(await encrypter.encrypt(typeof content === 'string' ? utf8(content) : content));
  return { file, passphrase };
}
