/** A root key's public half as the console shows it: 32 bytes in base64url. */
const ROOT_KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * For `define` of a build: the root key of `ROOT_KEY` in the environment, which the build then holds every keyring to.
 * Throws for one that makes no sense: a build that pins nothing by mistake would look like one that does.
 */
export function pinRoot(): { readonly ROMDUOL_ROOT: string } {
  const key = process.env['ROOT_KEY'] ?? '';
  if (key === '') return { ROMDUOL_ROOT: 'undefined' };
  if (!ROOT_KEY.test(key))
    throw new Error('ROOT_KEY is no root key: expected the 43 letters that the members’ page shows.');
  return { ROMDUOL_ROOT: JSON.stringify(key) };
}
