import { MemberId } from '@romduol/shared/ids';
import { z } from '@romduol/shared/schema';
import type { StatementMark } from '../../desk/statements.ts';

const Mark = z.strictObject({ number: z.int().min(1), hash: z.string().regex(/^[\w-]{43}$/) });

/** What a device keeps: with it, a server that hides one's own last statement is found out. */
const placeOf = (member: MemberId): string => `romduol.statement.${member}`;

/** Null where there is none, or the browser keeps nothing. */
export function readMark(member: MemberId): StatementMark | null {
  try {
    return Mark.parse(JSON.parse(localStorage.getItem(placeOf(member)) ?? 'null'));
  } catch {
    return null;
  }
}

/** Never goes back to an earlier statement. */
export function keepMark(member: MemberId, mark: StatementMark | null): void {
  if (mark === null || mark.number < (readMark(member)?.number ?? 0)) return;
  try {
    localStorage.setItem(placeOf(member), JSON.stringify(mark));
  } catch {
    // A browser that keeps nothing: the member's other devices and colleagues still compare.
  }
}
