import { DirectoryEntryId } from '../ids.ts';
import { z } from '../schema.ts';
import { Sealed, operation } from './contract.ts';

/** An entry of the organisation's directory, sealed under the directory key of `epoch`. */
export const SealedDirectoryEntry = z.object({
  entryId: DirectoryEntryId,
  revision: z.int().min(1),
  epoch: z.int().min(1),
  sealed: Sealed(16 * 1024),
});
export type SealedDirectoryEntry = z.output<typeof SealedDirectoryEntry>;

export const listDirectory = operation({
  method: 'get',
  path: '/api/directory',
  access: ['caseworker', 'supervisor', 'advocate', 'administrator'],
  answer: z.object({ entries: z.array(SealedDirectoryEntry) }),
});

/** Entries at most in one request. */
const BATCH_MAX = 5_000;

/**
 * Stores the next revisions of many entries, or none of them: one that another came before answers 409 `sequence_taken` for
 * all.
 */
export const storeDirectoryEntries = operation({
  method: 'post',
  path: '/api/directory',
  access: ['caseworker', 'supervisor', 'administrator'],
  bodyLimit: 32 * 1024 * 1024,
  body: z.object({ entries: z.array(SealedDirectoryEntry).min(1).max(BATCH_MAX) }),
});

/** Stores revision n + 1 of an entry, or its first; a clash answers 409 `sequence_taken`. */
export const storeDirectoryEntry = operation({
  method: 'put',
  path: '/api/directory/:entryId',
  access: ['caseworker', 'supervisor', 'administrator'],
  params: z.object({ entryId: DirectoryEntryId }),
  body: SealedDirectoryEntry,
});
