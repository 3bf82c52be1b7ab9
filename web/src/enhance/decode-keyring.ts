import type { KeyringFile } from '@romduol/shared/api/keyring';
import { fromBase64url } from '@romduol/shared/sealing/bytes';

/** The keyring as served: its byte strings are the text under these names, all other text is text. */
export function decodeKeyring(served: string): KeyringFile {
  const { file } = JSON.parse(served, (name, value: unknown) =>
    typeof value === 'string' && /^(root|bytes|signature)$/.test(name) ? fromBase64url(value) : value,
  ) as { file: KeyringFile };
  return file;
}
