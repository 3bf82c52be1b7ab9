/** Batches under way at a time: while one waits for the disk the next is sent. */
const UNDER_WAY = 2;
/** Rows of a batch at most: some 400 kB. */
const LONGEST = 32;

type Waiting<Row, Result> = {
  readonly row: Row;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Lets rows that arrive at the same time share a statement, and with it the turn to the database and the wait for the
 * disk: when nothing is under way a row goes at once, otherwise with whatever else has come. A promise is kept when its
 * row is durable. A batch that fails is written row by row, so that nobody's bad row costs another's good one.
 *
 * @param write writes all of the rows or none, results in their order
 */
export function batchWrites<Row, Result>(
  write: (rows: readonly Row[]) => Promise<readonly Result[]>,
): (row: Row) => Promise<Result> {
  const waiting: Waiting<Row, Result>[] = [];
  let underWay = 0;

  const settle = async (batch: readonly Waiting<Row, Result>[]): Promise<void> => {
    try {
      const results = await write(batch.map(({ row }) => row));
      batch.forEach(({ resolve }, at) => resolve(results[at] as Result));
    } catch (reason) {
      if (batch.length === 1) batch[0]?.reject(reason);
      else for (const one of batch) await settle([one]);
    }
  };
  const begin = (): void => {
    if (underWay >= UNDER_WAY || waiting.length === 0) return;
    underWay += 1;
    void settle(waiting.splice(0, LONGEST)).finally(() => {
      underWay -= 1;
      begin();
    });
  };
  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      begin();
    });
}
