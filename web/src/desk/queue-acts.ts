import type { DeskActs } from './acts.ts';
import { codedMarks, collectKeptBack, type Outbox } from './coded-records.ts';
import type { Desk } from './desk.ts';
import { makeFollower, type Follower, type OpenStream } from './follow-changes.ts';
import { makeQueueReader, readQueue, readRows, type QueueReader } from './queue.ts';
import type { QueueRow } from './views.ts';

type QueueActs = Pick<DeskActs, 'queue' | 'queuePage' | 'queueRows' | 'changes'>;

/** The list of cases: at once, piece by piece, or some of it anew. `openStream`: left out by those who follow nothing. */
export function makeQueueActs(desk: () => Desk, outbox: Outbox, openStream?: OpenStream): QueueActs {
  let reader: QueueReader | undefined;
  let coded: QueueRow[] = [];
  let follower: Follower | undefined;
  return {
    queue: async () => {
      const rows = await readQueue(desk());
      await collectKeptBack(desk(), outbox, rows);
      return rows;
    },
    queuePage: async (after) => {
      if (after === null || reader === undefined) {
        reader = makeQueueReader(desk());
        coded = [];
      }
      const page = await reader.page(after);
      coded.push(...page.rows.filter((row) => codedMarks(row).length > 0));
      if (page.next === null) await collectKeptBack(desk(), outbox, coded);
      return page;
    },
    queueRows: (caseIds) => readRows(desk(), caseIds),
    changes: () => {
      // Without a stream there is nothing to wait for, ever.
      if (openStream === undefined) return new Promise(() => undefined);
      follower ??= makeFollower(openStream);
      return follower.next();
    },
  };
}
