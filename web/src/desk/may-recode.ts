import type { EntryKind } from '@romduol/shared/casework/entries';

/** Entries after which a coded part of the case may have another revision. */
export const MAY_RECODE: ReadonlySet<EntryKind> = new Set([
  'coded',
  'counting_consent',
  'counted_elsewhere',
  'status',
  'reopened',
]);
