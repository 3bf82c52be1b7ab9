import { listCohorts, openCohort, type CohortKind, type StoredRelease } from '@romduol/shared/api/statistics';
import type { Day, Quarter } from '@romduol/shared/ids';
import { dayAt } from '@romduol/shared/language/dates';
import { fromBase64url, toBase64url } from '@romduol/shared/sealing/bytes';
import {
  ledgerHash,
  releaseHash,
  seedHash,
  signLedgerEntry,
  verifyLedgerEntry,
} from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { cohortsToOpen, isOpenedLate, isRipe, ripeOn } from '@romduol/shared/statistics/cohort';
import { defaultProgramme } from '@romduol/shared/statistics/default-programme';
import { cohortObject, LedgerStatement } from '@romduol/shared/statistics/ledger';
import { type Programme, programmeBytes } from '@romduol/shared/statistics/programme';
import type { Base } from '@romduol/shared/statistics/round';
import { ApiRefusal } from './caller.ts';
import { type Desk, DeskRefusal } from './desk.ts';
import { prepareGrant } from './granted-keys.ts';
import { publishers } from './members.ts';
import type { CohortView } from './release-views.ts';

const KINDS: readonly CohortKind[] = ['incident', 'outcome'];

/** The ledger of the desk's organisation, each row's signature and the chain checked, with the releases that stand. */
export type Ledger = {
  readonly rows: readonly LedgerStatement[];
  /** Hash that the next row names. */
  readonly head: Uint8Array;
  readonly releases: readonly StoredRelease[];
};

/** Throws `SealingError` `bad_signature`, `DeskRefusal` `not_a_member` for a row by somebody who may not open cohorts. */
export async function readLedger(desk: Desk): Promise<Ledger> {
  const { ledger, releases } = await desk.call(listCohorts);
  let head: Uint8Array = new Uint8Array(32);
  const rows = ledger.map((signed) => {
    const author = desk.keyring.members.find(({ id }) => id === signed.author);
    if (author === undefined || !author.publisher || author.organisation !== desk.member.organisation) {
      throw new DeskRefusal('not_a_member', 'ledger_by_a_stranger');
    }
    const row = LedgerStatement.parse(verifyLedgerEntry(signed, author.signing));
    if (row.series !== desk.member.organisation || row.previous !== toBase64url(head)) {
      throw new DeskRefusal('not_permitted', 'ledger_broken');
    }
    head = ledgerHash(signed);
    return row;
  });
  desk.ledgerHead = head;
  return { rows, head, releases };
}

export function hashProgramme(programme: Programme): Uint8Array {
  return sodium().hash(32, programmeBytes(programme));
}

/**
 * Opens the current and the next quarter's cohorts where nobody has: draws the seed, grants it to publishers, and signs
 * programme and seed hash into the ledger. Run when a publisher's desk opens; a colleague who was quicker is no error.
 */
export async function openDueCohorts(desk: Desk, base: Base = 5): Promise<void> {
  if (!desk.member.publisher) return;
  const today = dayAt(desk.clock());
  let ledger = await readLedger(desk);
  for (const kind of KINDS) {
    for (const cohort of cohortsToOpen(today)) {
      if (ledger.rows.some((row) => row.kind === kind && row.cohort === cohort)) continue;
      await openOne(desk, ledger, { kind, cohort, base, today });
      ledger = await readLedger(desk);
    }
  }
}

type Opening = { readonly kind: CohortKind; readonly cohort: Quarter; readonly base: Base; readonly today: Day };

async function openOne(desk: Desk, ledger: Ledger, { kind, cohort, base, today }: Opening): Promise<void> {
  const series = desk.member.organisation;
  const signers = publishers(desk);
  const {
    key: seed,
    grant,
    slots,
  } = await prepareGrant(desk, {
    purpose: 'cohort',
    objectId: cohortObject({ series, kind, cohort }),
    epoch: 1,
    recipients: signers,
  });
  const statement: LedgerStatement = {
    format: 'romduol/ledger/1',
    series,
    kind,
    cohort,
    opened: today,
    base,
    programme: toBase64url(hashProgramme(defaultProgramme(kind, base))),
    seed: toBase64url(seedHash(seed)),
    // An organisation with one publisher publishes on one signature, and its releases say so.
    signatures: Math.min(2, signers.length),
    previous: toBase64url(ledger.head),
  };
  const entry = signLedgerEntry(statement, desk.member.id, desk.identity.signing);
  try {
    await desk.call(openCohort, { body: { entry, grant, slots } });
  } catch (refusal) {
    if (!(refusal instanceof ApiRefusal && (refusal.code === 'already_exists' || refusal.code === 'sequence_taken')))
      throw refusal;
  }
}

/** Cohorts of the organisation, newest first, each with where it stands. */
export async function readCohorts(desk: Desk): Promise<CohortView[]> {
  const { rows, releases } = await readLedger(desk);
  const today = dayAt(desk.clock());
  return rows
    .map((row): CohortView => {
      const release = releases.find((one) => one.kind === row.kind && one.cohort === row.cohort);
      const passed = releases.some((one) => one.kind === row.kind && one.cohort > row.cohort);
      const open = isRipe(row.cohort, today) ? 'ripe' : 'open';
      return {
        kind: row.kind,
        cohort: row.cohort,
        state: release?.status ?? (passed ? 'waited' : open),
        ripeOn: ripeOn(row.cohort),
        openedLate: isOpenedLate(row.cohort, row.opened),
        base: row.base,
        proposedBy: release?.status === 'proposed' ? (release.signatures[0]?.member ?? null) : null,
      };
    })
    .sort((a, b) => (a.cohort === b.cohort ? (a.kind < b.kind ? -1 : 1) : a.cohort < b.cohort ? 1 : -1));
}

/** Place in the series' chain and the hash before it, for the next release. */
export function nextInSeries(ledger: Ledger): { readonly number: number; readonly previous: Uint8Array } {
  const published = ledger.releases.filter(({ status }) => status === 'published').sort((a, b) => a.number - b.number);
  const last = published.at(-1);
  return last === undefined
    ? { number: 1, previous: new Uint8Array(32) }
    : { number: last.number + 1, previous: releaseHash(last) };
}

/** The programme a row was opened with. Throws when this build counts by another: it would not give the same tables. */
export function programmeOf(row: LedgerStatement): Programme {
  const programme = defaultProgramme(row.kind, row.base);
  if (toBase64url(hashProgramme(programme)) !== row.programme)
    throw new DeskRefusal('not_permitted', 'other_programme');
  return programme;
}

/** Throws `DeskRefusal` `no_key` when the granted seed is not the one in the ledger. */
export function checkSeed(row: LedgerStatement, seed: Uint8Array): Uint8Array {
  if (!sodium().equal(seedHash(seed), fromBase64url(row.seed))) throw new DeskRefusal('no_key', 'other_seed');
  return seed;
}
