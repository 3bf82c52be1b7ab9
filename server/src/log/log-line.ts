import { errorCode } from '../error-code.ts';

declare const made: unique symbol;
declare const own: unique symbol;
declare const described: unique symbol;

/**
 * A line that may be written out. Only `logLine` makes one, and it takes no text that might have come with a request: what
 * people type has no way into it that the compiler would let through.
 */
export type LogLine = string & { readonly [made]: true };

/** Takes a line about the server itself. */
export type Report = (line: LogLine) => void;

/** What names a request, as `crypto.randomUUID` makes it. A string from elsewhere is not one. */
export type RequestName = ReturnType<typeof crypto.randomUUID>;

/** A value out of our own configuration, or one that this process has made up. */
export type OwnValue = string & { readonly [own]: true };

/** Class and code of something that was thrown. */
export type FaultName = string & { readonly [described]: true };

export type Tellable = number | RequestName | OwnValue | FaultName | LogLine;

/** Writes a line out of words that stand in the source and values that cannot hold what people typed. */
export function logLine(words: TemplateStringsArray, ...values: readonly Tellable[]): LogLine {
  return String.raw({ raw: words }, ...values) as LogLine;
}

/** For the start of a program: addresses it listens at, its own one-time tokens. Never for anything of a request. */
export const ownValue = (value: string): OwnValue => value as OwnValue;

/** Not the message, not the stack: both can hold what people wrote. A class and a code are words of programmers. */
export function nameFault(error: unknown): FaultName {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const named = /^[A-Za-z]{1,60}$/.test(kind) ? kind : 'Error';
  return [named, errorCode(error) ?? []].flat().join(' ') as FaultName;
}
