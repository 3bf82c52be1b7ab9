import { fromBase64url } from './bytes.ts';

/** The public half of the root key that this build is for, base64url; the build puts it here, or nothing (`web/pin-root.ts`). */
declare const ROMDUOL_ROOT: string | undefined;

/**
 * What `verifyKeyring` is given beside the day: a build made for one deployment's root key accepts no keyring of another,
 * whatever stands in its database.
 */
export const PINNED: { readonly pinnedRoot?: Uint8Array } =
  typeof ROMDUOL_ROOT === 'string' ? { pinnedRoot: fromBase64url(ROMDUOL_ROOT) } : {};
