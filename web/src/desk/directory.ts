import {
  type SealedDirectoryEntry,
  listDirectory,
  storeDirectoryEntries,
  storeDirectoryEntry,
} from '@romduol/shared/api/directory';
import { DirectoryEntry, addFeedback } from '@romduol/shared/casework/directory';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ApiRefusal } from './caller.ts';
import type { Desk } from './desk.ts';
import { type EpochKey, directoryKey } from './granted-keys.ts';
import type { DirectoryView } from './views.ts';

/** The organisation's directory, opened. Throws `DeskRefusal` `no_directory_key` until an administrator has made one. */
export async function readDirectory(desk: Desk): Promise<DirectoryView[]> {
  const { entries } = await desk.call(listDirectory);
  if (entries.length === 0) return [];
  const { key } = await directoryKey(desk);
  return entries.map((sealed) => {
    const content = openDirectoryEntry(sealed, { organisation: desk.member.organisation, directoryKey: key });
    const entry = DirectoryEntry.parse(content);
    if (entry.entryId !== sealed.entryId) throw new SealingError('malformed');
    return { entryId: sealed.entryId, revision: sealed.revision, entry };
  });
}

type Known = { readonly entryId: DirectoryEntryId; readonly revision: number };

/** Stores a new entry, or the revision after `known`. Throws `ApiRefusal` `sequence_taken` when another came first. */
export async function saveDirectoryEntry(
  desk: Desk,
  entry: DirectoryEntry,
  known: Known | null,
): Promise<DirectoryEntryId> {
  const entryId = known?.entryId ?? (crypto.randomUUID() as DirectoryEntryId);
  const body = sealNext(desk, await directoryKey(desk), { ...entry, entryId }, known);
  await desk.call(storeDirectoryEntry, { params: { entryId }, body });
  return entryId;
}

/**
 * Stores many entries at once, or none: each is new or the revision after the one it was read with. Throws `ApiRefusal`
 * `sequence_taken` when a colleague's came between.
 */
export async function saveDirectoryEntries(
  desk: Desk,
  entries: readonly DirectoryEntry[],
  known: readonly Known[],
): Promise<void> {
  const key = await directoryKey(desk);
  const revisions = new Map(known.map((one) => [one.entryId, one]));
  const sealed = entries.map((entry) => sealNext(desk, key, entry, revisions.get(entry.entryId) ?? null));
  await desk.call(storeDirectoryEntries, { body: { entries: sealed } });
}

/** How often a colleague's change may come between before this gives up. */
const MOST_TRIES = 5;

/** Adds what survivors have told of services to their entries. An entry that is gone is passed over. */
export async function tellDirectory(
  desk: Desk,
  told: readonly { readonly entryId: DirectoryEntryId; readonly feedback: Parameters<typeof addFeedback>[1] }[],
): Promise<void> {
  for (let tries = 1; told.length > 0; tries += 1) {
    const known = await readDirectory(desk);
    const after = new Map<DirectoryEntryId, DirectoryEntry>();
    for (const { entryId, feedback } of told) {
      const entry = after.get(entryId) ?? known.find((one) => one.entryId === entryId)?.entry;
      if (entry !== undefined) after.set(entryId, addFeedback(entry, feedback));
    }
    if (after.size === 0) return;
    try {
      return await saveDirectoryEntries(desk, [...after.values()], known);
    } catch (refusal) {
      const clash = refusal instanceof ApiRefusal && refusal.code === 'sequence_taken';
      if (!clash || tries === MOST_TRIES) throw refusal;
    }
  }
}

function sealNext(
  desk: Desk,
  { epoch, key }: EpochKey,
  entry: DirectoryEntry,
  known: Known | null,
): SealedDirectoryEntry {
  return sealDirectoryEntry({
    organisation: desk.member.organisation,
    directoryKey: key,
    entryId: entry.entryId,
    revision: (known?.revision ?? 0) + 1,
    epoch,
    content: DirectoryEntry.parse(entry),
  });
}
