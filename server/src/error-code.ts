import { sqlState } from './database/violations.ts';

/** A code of the database or of the system, of anything that was thrown; null where there is none to tell. */
export function errorCode(error: unknown): string | null {
  const state = sqlState(error);
  if (state !== null) return state;
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^[A-Za-z0-9_]{1,60}$/.test(at.code)) return at.code;
  return null;
}
