import { listStatements, publishStatement, type SignedStatement } from '@romduol/shared/api/statements';
import type { CaseId, MemberId } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { sodium } from '@romduol/shared/sealing/sodium';
import {
  FIRST_PREVIOUS,
  foldStatements,
  markSeen,
  openStatement,
  type SeenMark,
  signStatement,
  type StatedMark,
} from '@romduol/shared/sealing/statement';
import { ApiRefusal } from './caller.ts';
import type { Desk, OwnStatements, SeenCase } from './desk.ts';
import { refreshKeyring } from './keyring-work.ts';
import { handleOf, signingOf } from './members.ts';

/** Number and hash (base64url) of a member's own last statement: all that a device keeps. */
export type StatementMark = { readonly number: number; readonly hash: string };

/** What statements and the server do not agree on. */
export type SeenTrouble =
  /** A colleague (or oneself, earlier) has seen more of this case than is served now, or something else in its place. */
  | { readonly kind: 'case_behind' | 'case_differs'; readonly caseId: CaseId; readonly by: string }
  /** A colleague has confirmed a list of members that is later than any served here, or another under the same number. */
  | { readonly kind: 'keyring_behind' | 'keyring_differs'; readonly by: string }
  /** A member's statements do not follow one another, or are not theirs. */
  | { readonly kind: 'statements_broken'; readonly by: string }
  /** One's own last statement, which this device remembers, is not served. */
  | { readonly kind: 'own_statement_missing' };

/** At least every so many statements all cases are named again, so that nobody reads years of them. */
const WHOLE_EVERY = 32;

/** Statements by member, each chain verified; the members whose statements are not as they should be. */
export type ReadStatements = {
  readonly chains: ReadonlyMap<MemberId, OwnStatements>;
  readonly broken: readonly MemberId[];
};

export async function readStatements(desk: Desk): Promise<ReadStatements> {
  const { statements } = await desk.call(listStatements);
  const byMember = new Map<MemberId, SignedStatement[]>();
  for (const one of statements) byMember.set(one.member, [...(byMember.get(one.member) ?? []), one]);
  const chains = new Map<MemberId, OwnStatements>();
  const broken: MemberId[] = [];
  for (const [member, signed] of byMember) {
    const signing = signingOf(desk, member);
    try {
      if (signing === null) throw new SealingError('unknown_signer');
      const opened = signed.map((one) => openStatement(one, signing));
      const last = opened.at(-1);
      if (last !== undefined) chains.set(member, { last, stated: foldStatements(opened) });
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      broken.push(member);
    }
  }
  return { chains, broken };
}

/** Everything that this desk has verified of its cases: from their summaries, or from logs that it has read further. */
function marksOf(desk: Desk): { readonly caseId: CaseId; readonly mark: SeenMark }[] {
  return [...desk.caseKeys].flatMap(([caseId, { all, epoch }]) => {
    const [listed, read] = [desk.listed.get(caseId), desk.seen.get(caseId)];
    const furthest: SeenCase | undefined = (read?.seq ?? 0) >= (listed?.seq ?? 0) ? (read ?? listed) : listed;
    const [original] = all;
    if (furthest === undefined || original === undefined) return [];
    const seen = { caseId: caseId as CaseId, epoch, seq: furthest.seq, head: furthest.head };
    return [{ caseId: seen.caseId, mark: markSeen(original, seen) }];
  });
}

/** The mark that says most: the later entry, and of equals the later key. */
const isFurther = (a: SeenMark, b: SeenMark): boolean => a.seq > b.seq || (a.seq === b.seq && a.epoch > b.epoch);

/**
 * Compares what members of the organisation have stated with what this desk was served of its cases: call it when the queue
 * has been read. `device` is what this device remembers, `read` what was stated before the queue was asked for: nothing in it is
 * newer than an honest answer. What does not agree is reported, never passed over.
 */
export async function compareSeen(
  desk: Desk,
  device: StatementMark | null,
  read?: ReadStatements,
): Promise<SeenTrouble[]> {
  const { chains, broken } = read ?? (await readStatements(desk));
  desk.stated = chains.get(desk.member.id) ?? null;
  const troubles: SeenTrouble[] = broken.map((by) => ({ kind: 'statements_broken', by: handleOf(desk, by) }));
  if (isOwnMissing(desk.stated, device)) troubles.push({ kind: 'own_statement_missing' });
  troubles.push(...(await compareKeyrings(desk, chains)));
  const furthest = new Map<string, StatedMark>();
  for (const { stated } of chains.values()) {
    for (const [tag, mark] of stated) {
      const known = furthest.get(tag);
      if (known === undefined || isFurther(mark, known)) furthest.set(tag, mark);
    }
  }
  for (const { caseId, mark } of marksOf(desk)) {
    const stated = furthest.get(toBase64url(mark.tag));
    if (stated === undefined) continue;
    const by = handleOf(desk, stated.by);
    if (isFurther(stated, mark)) troubles.push({ kind: 'case_behind', caseId, by });
    else if (stated.seq === mark.seq && stated.epoch === mark.epoch && !sodium().equal(stated.head, mark.head)) {
      troubles.push({ kind: 'case_differs', caseId, by });
    }
  }
  return troubles;
}

/**
 * The keyring that each member has confirmed must stand among those that this desk was served: a server may show each of them
 * another, all signed well, or keep the newest from one. What somebody has confirmed meanwhile is fetched first.
 */
async function compareKeyrings(desk: Desk, chains: ReadStatements['chains']): Promise<SeenTrouble[]> {
  const lasts = [...chains].map(([member, { last }]) => ({ by: handleOf(desk, member), last }));
  if (lasts.some(({ last }) => last.keyringVersion > desk.keyring.version)) await refreshKeyring(desk);
  return lasts.flatMap(({ by, last }): SeenTrouble[] => {
    if (last.keyringVersion > desk.keyring.version) return [{ kind: 'keyring_behind', by }];
    const ours = desk.keyrings.get(last.keyringVersion);
    const same = ours !== undefined && sodium().equal(ours.hash, last.keyringHash);
    return same ? [] : [{ kind: 'keyring_differs', by }];
  });
}

/** A device may be behind, when its member works on another as well; what it knows must not be ahead, or another. */
function isOwnMissing(own: OwnStatements | null, device: StatementMark | null): boolean {
  if (device === null) return false;
  if (own === null || own.last.number < device.number) return true;
  return own.last.number === device.number && toBase64url(own.last.hash) !== device.hash;
}

/**
 * Signs what this desk has seen, when anything has changed since the member's last statement or, `daily`, when that is of an
 * earlier day. A case that is served as it was earlier is left as it was stated. The mark for the device; null when there was
 * nothing to state.
 */
export async function stateSeen(desk: Desk, { daily }: { readonly daily: boolean }): Promise<StatementMark | null> {
  if (desk.stated === undefined) return null;
  try {
    return await stateOnce(desk, daily);
  } catch (refusal) {
    // The member's other device was quicker.
    if (!(refusal instanceof ApiRefusal && refusal.code === 'sequence_taken')) throw refusal;
    desk.stated = (await readStatements(desk)).chains.get(desk.member.id) ?? null;
    return stateOnce(desk, daily);
  }
}

async function stateOnce(desk: Desk, daily: boolean): Promise<StatementMark | null> {
  const own = desk.stated ?? null;
  const day = dayAt(desk.clock());
  const all = marksOf(desk).map(({ mark }) => {
    const before = own?.stated.get(toBase64url(mark.tag));
    return before !== undefined && isFurther(before, mark) ? before : mark;
  });
  const isNew = (mark: SeenMark): boolean => {
    const before = own?.stated.get(toBase64url(mark.tag));
    return before === undefined || before.seq !== mark.seq || before.epoch !== mark.epoch;
  };
  const changed = all.filter(isNew);
  const isDue = daily && (own === null || own.last.day < day);
  if (changed.length === 0 && !isDue) return null;
  const number = (own?.last.number ?? 0) + 1;
  const isWhole = own === null || number % WHOLE_EVERY === 1;
  const signed = signStatement(
    {
      member: desk.member.id,
      number,
      day,
      keyringVersion: desk.confirmed.version,
      keyringHash: desk.confirmed.hash,
      ledger: desk.ledgerHead ?? null,
      whole: isWhole,
      seen: isWhole ? all : changed,
      previous: own?.last.hash ?? FIRST_PREVIOUS,
    },
    desk.identity.signing,
  );
  await desk.call(publishStatement, { body: signed });
  const last = openStatement(signed, desk.identity.signing.publicKey);
  const stated = new Map(isWhole ? [] : own?.stated);
  for (const mark of last.seen) stated.set(toBase64url(mark.tag), { ...mark, by: desk.member.id, number });
  desk.stated = { last, stated };
  return { number, hash: toBase64url(last.hash) };
}
