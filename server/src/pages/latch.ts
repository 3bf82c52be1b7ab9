import { LATCH } from '@romduol/web/pages/latch';

export const LATCH_COOKIE = `${LATCH}; HttpOnly`;

export function isLatched(cookies: string | undefined): boolean {
  return (cookies ?? '').split(';').some((cookie) => cookie.trim() === '__Host-l=1');
}
