/**
 * The latch: for ten minutes after leaving quickly every page of ours answers with the neutral site, so that "Back" shows
 * nothing. `__Host-` ties it to this very site; it says nothing but that it is there. As a browser is given it, but for
 * `HttpOnly`, which the server adds: what a script sets cannot have it.
 */
export const LATCH = '__Host-l=1; Path=/; Secure; SameSite=Lax; Max-Age=600';
