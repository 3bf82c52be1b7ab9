import type { DirectoryEntry } from '@romduol/shared/casework/directory';
import { type Day, DirectoryEntryId, type OrganisationId } from '@romduol/shared/ids';
import { readDirectory, saveDirectoryEntry } from '@romduol/web/desk/directory';
import { directoryKey } from '@romduol/web/desk/granted-keys';
import { sampleDirectory } from './material/directory-rows.ts';
import type { MemberDesks } from './member-desks.ts';
import { SAMPLE_ORGANISATIONS } from './organisations.ts';

/** Who keeps an organisation's directory and keyring. */
export function administratorOf(organisation: OrganisationId): string {
  const members = SAMPLE_ORGANISATIONS.organisations.find(({ id }) => id === organisation)?.members ?? [];
  const found = members.find(({ roles }) => roles.includes('administrator'));
  if (found === undefined) throw new RangeError('a sample organisation without administrator');
  return found.handle;
}

/** Makes each organisation's directory key and enters whom its administrator knows. Answers the entries as stored. */
export async function enterDirectories(desks: MemberDesks, day: Day): Promise<Map<OrganisationId, DirectoryEntry[]>> {
  const directories = new Map<OrganisationId, DirectoryEntry[]>();
  for (const { id } of SAMPLE_ORGANISATIONS.organisations) {
    const desk = await desks.desk(administratorOf(id));
    await directoryKey(desk);
    for (const entry of sampleDirectory(id, day)) {
      await saveDirectoryEntry(desk, { ...entry, entryId: DirectoryEntryId.parse(crypto.randomUUID()) }, null);
    }
    directories.set(
      id,
      (await readDirectory(desk)).map(({ entry }) => entry),
    );
  }
  return directories;
}

/** Asks most of the offices again whether what is written of them still holds; the others fall due. */
export async function verifyDirectories(desks: MemberDesks, day: Day): Promise<void> {
  for (const { id } of SAMPLE_ORGANISATIONS.organisations) {
    const desk = await desks.desk(administratorOf(id));
    for (const { entryId, revision, entry } of await readDirectory(desk)) {
      if (entry.friendly === 'no' || entry.verified === null) continue;
      await saveDirectoryEntry(desk, { ...entry, verified: day }, { entryId, revision });
    }
  }
}
