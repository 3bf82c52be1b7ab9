/**
 * The latch: for ten minutes after leaving quickly every page of ours answers with the neutral site, so that "Back" shows
 * nothing. `__Host-` ties it to this very site; it says nothing but that it is there.
 */
export const LATCH_COOKIE = '__Host-l=1; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600';

export function isLatched(cookies: string | undefined): boolean {
  return (cookies ?? '').split(';').some((cookie) => cookie.trim() === '__Host-l=1');
}
