/** Why a file could not be cleaned. Rooms above map these to words. */
export const CANNOT_CLEAN_REASONS = [
  /** Of no kind that this room knows. */
  'unknown_kind',
  /** Cut short, contradictory, or not what its first bytes say. */
  'damaged',
  /** A picture whose container is not taken apart here; a canvas that can show it can write it anew. */
  'needs_reencoding',
  /** Behind a password. */
  'encrypted',
  /** Holds programs, other files, or parts whose contents nobody here can vouch for. */
  'unknown_parts',
  /** More than this room takes into memory for this kind. */
  'too_large',
] as const;
export type CannotCleanReason = (typeof CANNOT_CLEAN_REASONS)[number];

/** Thrown inside this room only; `planCleaning` answers it. It carries nothing of the file. */
export class CannotClean extends Error {
  readonly why: CannotCleanReason;

  constructor(why: CannotCleanReason) {
    super(why);
    this.name = 'CannotClean';
    this.why = why;
  }
}
