import { type Act, type AuditedAct, listAudit, readAuditChain } from '@romduol/shared/api/audit';
import type { Day, MemberId } from '@romduol/shared/ids';
import { toHex } from '@romduol/shared/sealing/bytes';
import type { Desk } from './desk.ts';
import { handleOf } from './members.ts';

export type AuditFilter = {
  readonly act: Act | null;
  readonly member: MemberId | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

export type AuditLine = Omit<AuditedAct, 'member'> & {
  readonly number: number;
  /** The handle of who did it; null where no member did. */
  readonly by: string | null;
};

export type AuditPage = {
  readonly lines: readonly AuditLine[];
  /** Where the next, older page begins; null: there is none. */
  readonly next: number | null;
};

const AT_ONCE = 200;
const CHAIN_AT_ONCE = 1000;

/** Acts that the filter lets through, newest first, those before `before` when it is given. */
export async function readAudit(desk: Desk, filter: AuditFilter, before: number | null): Promise<AuditPage> {
  const given = Object.entries({ ...filter, before }).filter(([, value]) => value !== null);
  const { rows, next } = await desk.call(listAudit, { query: { limit: AT_ONCE, ...Object.fromEntries(given) } });
  return {
    lines: rows.map(({ member, ...row }) => ({ ...row, by: member === null ? null : handleOf(desk, member) })),
    next,
  };
}

/** Every act that the filter lets through, newest first. */
export async function readWholeAudit(desk: Desk, filter: AuditFilter): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = [];
  for (let before: number | null = null; ;) {
    const page: AuditPage = await readAudit(desk, filter, before);
    lines.push(...page.lines);
    if (page.next === null) return lines;
    before = page.next;
  }
}

export type AuditCheck = {
  readonly count: number;
  /** The number of the first row that does not follow from the one before; null when the whole chain holds. */
  readonly broken: number | null;
  /** The hash of the last row in lower-case hexadecimal: written down, it shows later whether anything before was changed. */
  readonly head: string;
};

/**
 * Follows the chain from its first row, in this browser. PostgreSQL makes it with its own SHA-256, which is why this is
 * the platform's and not libsodium's.
 */
export async function checkAudit(desk: Desk): Promise<AuditCheck> {
  let previous: Uint8Array<ArrayBuffer> = new Uint8Array(32);
  let count = 0;
  for (;;) {
    const { rows } = await desk.call(readAuditChain, { query: { after: count, limit: CHAIN_AT_ONCE } });
    for (const { number, hash, said } of rows) {
      count += 1;
      const follows = said === null || toHex(await linkOf(previous, count, said)) === toHex(hash);
      if (number !== count || !follows) return { count, broken: count, head: toHex(hash) };
      previous = Uint8Array.from(hash);
    }
    if (rows.length < CHAIN_AT_ONCE) return { count, broken: null, head: toHex(previous) };
  }
}

async function linkOf(previous: Uint8Array, number: number, said: AuditedAct): Promise<Uint8Array> {
  const text = [number, said.day, said.member ?? '-', said.act, said.object ?? '-'].join('\n');
  const bytes = new TextEncoder().encode(text);
  const both = new Uint8Array(previous.length + bytes.length);
  both.set(previous);
  both.set(bytes, previous.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
}
