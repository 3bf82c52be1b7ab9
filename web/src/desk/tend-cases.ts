import type { CaseId } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { sodium } from '@romduol/shared/sealing/sodium';
import { ApiRefusal } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { dueChanges, keepReaders, type KeptReaders } from './keep-readers.ts';
import { openCase } from './open-case.ts';
import { followSettings } from './organisation-settings.ts';
import { readQueueBehind } from './queue.ts';
import {
  compareSeen,
  type ReadStatements,
  readStatements,
  type SeenTrouble,
  stateSeen,
  type StatementMark,
} from './statements.ts';
import type { QueueRow } from './views.ts';

/** Logs read beside the queue at each unlocking, so that in the end every summary is held against its log. */
const LOGS_AT_ONCE = 25;

/** `onStep` hears how far new keys are; `atRest` is waited for before each piece, so that whatever somebody waits for comes first. */
export type Behind = { onStep(kept: KeptReaders): void; atRest(): Promise<void> };

/** What a log read in the background says of its case; `code` as a case's screen shows it. */
export type CaseTrouble = { readonly kind: 'case_trouble'; readonly caseId: CaseId; readonly code: string };

export type TendedCases = {
  readonly readers: KeptReaders;
  readonly troubles: readonly (SeenTrouble | CaseTrouble)[];
  /** For the device; null when nothing was stated. */
  readonly mark: StatementMark | null;
};

/**
 * What a member's desk sees to at its first unlocking of the day, behind the screens: compares what colleagues have stated
 * with what it is served, changes readers where that is due, reads some logs against their summaries, and states what it has
 * seen. `device` is what this device remembers of the member's own last statement.
 */
async function tendCases(
  desk: Desk,
  device: StatementMark | null,
  { rows, stated }: { readonly rows: readonly QueueRow[]; readonly stated: ReadStatements },
  { onStep, atRest }: Behind,
): Promise<TendedCases> {
  await atRest();
  const seen = await compareSeen(desk, device, stated);
  const behind = new Set(seen.flatMap((one) => ('caseId' in one ? [one.caseId] : [])));
  // Nothing is written to a case that is served as it was.
  const sound = rows.filter(({ caseId, problem }) => problem === null && !behind.has(caseId));
  const readers = await keepReaders(desk, sound, { onStep, atRest });
  const due = new Set(dueChanges(desk, sound));
  const read = await readSomeLogs(
    desk,
    sound.filter(({ caseId }) => !due.has(caseId)),
    atRest,
  );
  await atRest();
  const mark = await stateSeen(desk, { daily: true });
  return { readers, troubles: [...seen, ...read], mark };
}

async function readSomeLogs(desk: Desk, rows: readonly QueueRow[], atRest: Behind['atRest']): Promise<CaseTrouble[]> {
  const troubles: CaseTrouble[] = [];
  for (const { caseId } of draw(rows, LOGS_AT_ONCE)) {
    await atRest();
    try {
      // Whole: what is served now is looked at, and not what was verified before.
      const { flags } = await openCase(desk, caseId, 'whole');
      for (const code of flags.filter((flag) => flag.startsWith('summary'))) {
        troubles.push({ kind: 'case_trouble', caseId, code });
      }
    } catch (refusal) {
      // Taken off the case, or the case erased, since the queue was read.
      if (refusal instanceof ApiRefusal && refusal.code === 'not_found') continue;
      if (!(refusal instanceof SealingError || refusal instanceof DeskRefusal)) throw refusal;
      troubles.push({ kind: 'case_trouble', caseId, code: refusal.code });
    }
  }
  return troubles;
}

/** Some of them, by chance: the server cannot tell which will be looked at. */
function draw<T>(items: readonly T[], count: number): T[] {
  const keyed = items.map((item) => ({ item, at: new DataView(sodium().randomBytes(4).buffer).getUint32(0) }));
  return keyed
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item);
}

/**
 * The queue is read anew, so that its rows and keys are those of this moment; statements before it, so that what a colleague
 * writes and states in between is not missed in it.
 */
export async function tendAll(
  desk: Desk,
  device: StatementMark | null,
  behind: Partial<Behind> = {},
): Promise<TendedCases> {
  const { onStep = () => {}, atRest = async () => {} } = behind;
  await followSettings(desk);
  const stated = await readStatements(desk);
  return tendCases(desk, device, { rows: await readQueueBehind(desk, atRest), stated }, { onStep, atRest });
}
