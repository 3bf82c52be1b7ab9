import type { DeskActs } from './acts.ts';
import type { Caller } from './caller.ts';
import { codedMarks } from './coded-marks.ts';
import { collectKeptBack, type Outbox } from './coded-records.ts';
import type { Desk } from './desk.ts';
import { makeFollower, type Follower, type OpenStream } from './follow-changes.ts';
import { askForFirst, type Listed, makeQueueReader, readQueue, readRows, type QueueReader } from './queue.ts';
import type { QueuePage, QueueRow } from './views.ts';

type QueueActs = Pick<DeskActs, 'queue' | 'queuePage' | 'queueRows' | 'changes'>;

export type QueueWork = {
  readonly acts: QueueActs;
  /** Asks for the first cases while the passphrase is still being worked over, and listens for what changes from here on. */
  askAhead(): void;
  /** Opens what was asked for, as soon as there is a desk to do it with. */
  openAhead(): void;
};

/** The list of cases: at once, piece by piece, or some of it anew. `openStream`: left out by those who follow nothing. */
export function makeQueueWork(
  desk: () => Desk,
  outbox: Outbox,
  { call, openStream }: { readonly call: Caller; readonly openStream?: OpenStream },
): QueueWork {
  let reader: QueueReader | undefined;
  let first: Promise<Listed> | undefined;
  let opening: Promise<QueuePage> | undefined;
  let coded: QueueRow[] = [];
  let follower: Follower | undefined;
  const follow = (): Follower | undefined => {
    if (openStream !== undefined) follower ??= makeFollower(openStream);
    return follower;
  };
  const begin = (): Promise<QueuePage> => {
    reader = makeQueueReader(desk(), first);
    first = undefined;
    return reader.page(null);
  };
  const acts: QueueActs = {
    queue: async () => {
      const rows = await readQueue(desk());
      await collectKeptBack(desk(), outbox, rows);
      return rows;
    },
    queuePage: async (after) => {
      if (after === null) coded = [];
      const page = await (after === null || reader === undefined ? (opening ?? begin()) : reader.page(after));
      opening = undefined;
      coded.push(...page.rows.filter((row) => codedMarks(row).length > 0));
      if (page.next === null) await collectKeptBack(desk(), outbox, coded);
      return page;
    },
    queueRows: (caseIds) => readRows(desk(), caseIds),
    // Without a stream there is nothing to wait for, ever.
    changes: () => follow()?.next() ?? new Promise(() => undefined),
  };
  return {
    acts,
    askAhead() {
      // Before the list, so that nothing falls between the two.
      follow()?.listen();
      first = askForFirst(call);
      // What it is refused with, whoever opens the desk is told.
      first.catch(() => {
        first = undefined;
      });
    },
    openAhead() {
      if (first === undefined) return;
      opening = begin();
      opening.catch(() => {
        opening = undefined;
      });
    },
  };
}
