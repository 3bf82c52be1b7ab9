/**
 * Which constraint a failed statement broke, from either driver. drizzle wraps the driver's error in one whose message
 * holds the parameters: never let that one out, never log it.
 */
export function violatedConstraint(error: unknown): string | null {
  const cause = databaseError(error);
  if (cause === null) return null;
  return cause.constraint_name ?? cause.constraint ?? null;
}

/** The five-letter SQLSTATE, or null for an error that is not the database's. */
export const sqlState = (error: unknown): string | null => databaseError(error)?.code ?? null;

type DriverError = { readonly code?: string; readonly constraint_name?: string; readonly constraint?: string };

function databaseError(error: unknown): DriverError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at as DriverError;
  return null;
}
