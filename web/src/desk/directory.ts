import {
  type SealedDirectoryEntry,
  listDirectory,
  storeDirectoryEntries,
  storeDirectoryEntry,
} from '@romduol/shared/api/directory';
import { DirectoryEntry, addFeedback } from '@romduol/shared/casework/directory';
import { Engagement, trainedBy } from '@romduol/shared/casework/engagement';
import type { DirectoryEntryId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ApiRefusal } from './caller.ts';
import { isConfirmed } from './confirm.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { type EpochKey, directoryKey, directoryKeys } from './granted-keys.ts';
import type { DirectoryView, EngagementView } from './views.ts';

/** What is sealed under the directory key: its entries, and the log of what was held with those in it. */
type Opened = { readonly entries: readonly DirectoryView[]; readonly engagements: readonly EngagementView[] };

/** The organisation's directory, opened. Throws `DeskRefusal` `no_directory_key` until an administrator has made one. */
export async function readDirectory(desk: Desk): Promise<readonly DirectoryView[]> {
  return (await readAll(desk)).entries;
}

/** The engagement log, newest first. Throws as `readDirectory`. */
export async function readEngagements(desk: Desk): Promise<readonly EngagementView[]> {
  return (await readAll(desk)).engagements.toSorted((a, b) => (a.engagement.day < b.engagement.day ? 1 : -1));
}

/**
 * Writes something held into the log, new or over what was written of it before, and in the same transaction the training
 * levels that it brought about into the directory.
 */
export async function saveEngagement(desk: Desk, engagement: Engagement): Promise<void> {
  const key = await directoryKey(desk);
  const { entries, engagements } = await readAll(desk);
  const id = engagement.engagementId;
  const revision = engagements.find((one) => one.engagement.engagementId === id)?.revision ?? 0;
  const trained = trainedBy(
    entries.map(({ entry }) => entry),
    engagement,
  );
  const known = new Map(entries.map((one) => [one.entryId, one]));
  await desk.call(storeDirectoryEntries, {
    body: {
      entries: [
        sealContent(desk, key, { entryId: id, revision: revision + 1 }, { engagement: Engagement.parse(engagement) }),
        ...trained.map((entry) => sealNext(desk, key, entry, known.get(entry.entryId) ?? null)),
      ],
    },
  });
}

/** Entries in one request when all of them are sealed anew. */
const TOGETHER = 1_000;

async function readAll(desk: Desk): Promise<Opened> {
  const stored = await readSealed(desk);
  const entries: DirectoryView[] = [];
  const engagements: EngagementView[] = [];
  for (const { content, entryId, revision } of stored) {
    const held = Held.safeParse(content);
    if (held.success) engagements.push({ revision, engagement: held.data.engagement });
    else entries.push({ entryId, revision, entry: DirectoryEntry.parse(content) });
    const id = held.success ? held.data.engagement.engagementId : entries.at(-1)?.entry.entryId;
    if (id !== entryId) throw new SealingError('malformed');
  }
  return { entries, engagements };
}

type Unsealed = Pick<SealedDirectoryEntry, 'entryId' | 'revision' | 'epoch'> & { readonly content: unknown };

/**
 * Every entry that the member has the key of, each under its own. What lies under an earlier one is sealed anew first, by whoever
 * may write and holds both: so that members who came later read it too, and whoever left could read no more of it than they
 * had. Until somebody has, newcomers do not see it.
 */
async function readSealed(desk: Desk, renews = true): Promise<Unsealed[]> {
  const { entries } = await desk.call(listDirectory);
  if (entries.length === 0) return [];
  const granted = await directoryKeys(desk);
  const newest = granted.keys.get(granted.newest);
  if (newest === undefined) throw new DeskRefusal('no_directory_key');
  const opened = entries.flatMap((sealed): Unsealed[] => {
    const own = granted.keys.get(sealed.epoch);
    if (own === undefined) return [];
    const content = openDirectoryEntry(sealed, { organisation: desk.member.organisation, directoryKey: own });
    return [{ entryId: sealed.entryId, revision: sealed.revision, epoch: sealed.epoch, content }];
  });
  const old = opened.filter(({ epoch }) => epoch < granted.newest);
  if (!renews || old.length === 0 || !mayWrite(desk) || !isConfirmed(desk)) return opened;
  await sealAnew(desk, { epoch: granted.newest, key: newest }, old);
  return readSealed(desk, false);
}

const mayWrite = ({ member }: Desk): boolean =>
  member.roles.some((role) => role === 'caseworker' || role === 'supervisor' || role === 'administrator');

async function sealAnew(desk: Desk, key: EpochKey, old: readonly Unsealed[]): Promise<void> {
  for (let from = 0; from < old.length; from += TOGETHER) {
    const entries = old
      .slice(from, from + TOGETHER)
      .map(({ entryId, revision, content }) => sealContent(desk, key, { entryId, revision: revision + 1 }, content));
    try {
      await desk.call(storeDirectoryEntries, { body: { entries } });
    } catch (refusal) {
      // A colleague's desk is at it, or has just written: what is left is sealed anew at the next reading.
      if (!(refusal instanceof ApiRefusal && refusal.code === 'sequence_taken')) throw refusal;
    }
  }
}

/** Draws the directory's next key where somebody has left or come, and seals everything under it. For administrators. */
export async function settleDirectory(desk: Desk): Promise<void> {
  await directoryKeys(desk);
  await readSealed(desk);
}

const Held = z.strictObject({ engagement: Engagement });

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
  const revision = (known?.revision ?? 0) + 1;
  return sealContent(desk, { epoch, key }, { entryId: entry.entryId, revision }, DirectoryEntry.parse(entry));
}

function sealContent(
  desk: Desk,
  { epoch, key }: EpochKey,
  place: Pick<SealedDirectoryEntry, 'entryId' | 'revision'>,
  content: unknown,
): SealedDirectoryEntry {
  return sealDirectoryEntry({ organisation: desk.member.organisation, directoryKey: key, ...place, epoch, content });
}
