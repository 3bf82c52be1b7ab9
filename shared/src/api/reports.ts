import { CaseId, TeamId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, bytes, operation } from './contract.ts';

/** A key wrapped for one recipient: key id 16 ‖ X-Wing ciphertext 1120 ‖ sealed key 48. */
export const SLOT_LENGTH = 1184;
export const Slot = bytes({ length: SLOT_LENGTH });

/** A body holds answers of a few kilobytes, padded; nothing legitimate comes near this. */
export const BODY_MAX = 96 * 1024;

/** A sealed report as it is sent and stored. Nothing in it tells what was said, where, or in which language. */
export const SealedReport = z.object({
  caseId: CaseId,
  team: TeamId,
  keyringVersion: z.int().min(1),
  sealedBy: z.enum(['browser', 'server', 'console']),
  commit: bytes({ length: 32 }),
  body: Sealed(BODY_MAX),
  /** Contact details: a blob of their own, erased on their own date; sent empty and padded when there are none. */
  contact: Sealed(8 * 1024),
  reporterKey: bytes({ length: 1216 }),
  /** What finds the conversation again from the receipt; stored only as two keyed hashes. */
  lookup: bytes({ length: 32 }),
  /** Proves knowledge of the second word; random bytes where none was chosen. Stored as a keyed hash. */
  secondLookup: bytes({ length: 32 }),
  /** The reporter's own copy of conversation key 0. */
  reporterCopy: Sealed(48),
  slots: z.array(Slot).min(1).max(64),
});
export type SealedReport = z.output<typeof SealedReport>;

/**
 * Hands in a sealed report. 201 when stored; the same bytes again answer 200, so that a dropped connection may be
 * retried; other bytes under a known id answer 409 `already_exists`.
 */
export const submitReport = operation({
  method: 'post',
  path: '/api/reports',
  access: 'public',
  bodyLimit: 320 * 1024,
  body: SealedReport,
  answer: z.object({ caseId: CaseId }),
});

/** The same for a report that a member took down for somebody: only by this way is it marked as such. */
export const submitTakenReport = operation({
  method: 'post',
  path: '/api/reports/taken',
  access: ['caseworker', 'supervisor'],
  bodyLimit: 320 * 1024,
  body: SealedReport,
  answer: z.object({ caseId: CaseId }),
});
