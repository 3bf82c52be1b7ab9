import type { LogLine } from './log-line.ts';

// Nothing else in the server writes to its output: a lint rule holds everybody to it.

/** For whoever started the program. */
export const tellOperator = (line: LogLine): void => void process.stdout.write(`${line}\n`);

/** What went wrong. */
export const writeReport = (line: LogLine): void => void process.stderr.write(`${line}\n`);
