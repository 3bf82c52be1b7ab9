import { listDirectory, storeDirectoryEntry } from '@romduol/shared/api/directory';
import { DirectoryEntry } from '@romduol/shared/casework/directory';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { Desk } from './desk.ts';
import { directoryKey } from './granted-keys.ts';
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

/** Stores a new entry, or the revision after `revision`. Throws `ApiRefusal` `sequence_taken` when another came first. */
export async function saveDirectoryEntry(
  desk: Desk,
  entry: DirectoryEntry,
  known: { readonly entryId: DirectoryEntryId; readonly revision: number } | null,
): Promise<DirectoryEntryId> {
  const { epoch, key } = await directoryKey(desk);
  const entryId = known?.entryId ?? (crypto.randomUUID() as DirectoryEntryId);
  const body = sealDirectoryEntry({
    organisation: desk.member.organisation,
    directoryKey: key,
    entryId,
    revision: (known?.revision ?? 0) + 1,
    epoch,
    content: DirectoryEntry.parse({ ...entry, entryId }),
  });
  await desk.call(storeDirectoryEntry, { params: { entryId }, body });
  return entryId;
}
