/** Batches under way at a time: while one waits for the disk the next is sent. */
const UNDER_WAY = 2;
/** Rows of a batch at most. */
const LONGEST = 32;

type Waiting<Row, Result> = {
  readonly row: Row;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Lets rows that arrive at the same time share a transaction, and with it the wait for the disk: when nothing is under
 * way a row goes at once, otherwise with whatever else has come. A promise is kept when its transaction is durable. A
 * batch that fails is written row by row, so that nobody's bad row costs another's good one.
 *
 * @param together writes rows in one transaction, results in their order
 */
export function batchWrites<Row, Result>(
  alone: (row: Row) => Promise<Result>,
  together: (rows: readonly Row[]) => Promise<readonly Result[]>,
): (row: Row) => Promise<Result> {
  const waiting: Waiting<Row, Result>[] = [];
  let underWay = 0;

  const write = async (batch: readonly Waiting<Row, Result>[]): Promise<void> => {
    if (batch.length > 1) {
      const results = await together(batch.map(({ row }) => row)).catch(() => null);
      if (results !== null) return batch.forEach(({ resolve }, at) => resolve(results[at] as Result));
    }
    await Promise.all(batch.map(({ row, resolve, reject }) => alone(row).then(resolve, reject)));
  };
  const begin = (): void => {
    if (underWay >= UNDER_WAY || waiting.length === 0) return;
    underWay += 1;
    void write(waiting.splice(0, LONGEST)).finally(() => {
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
