import {
  type CohortName,
  type StoredRelease,
  countersignRelease,
  listReleases,
  proposeRelease,
  readProposal,
} from '@romduol/shared/api/statistics';
import type { Input } from '@romduol/shared/api/contract';
import type { Day } from '@romduol/shared/ids';
import { fromUtf8, toBase64url } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { releaseHash, verifyRelease } from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { isRipe } from '@romduol/shared/statistics/cohort';
import { LedgerStatement } from '@romduol/shared/statistics/ledger';
import { ReleaseError, parseRelease } from '@romduol/shared/statistics/release-file';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type LedgerRow, findLedgerRow } from '../cohorts/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import {
  addSignatures,
  findProposal,
  findProposalRecords,
  findReleases,
  insertProposalRecords,
  isReleased,
  lockProposal,
  publishProposal,
  readReleaseEnd,
  replaceProposal,
} from './store.ts';

export function mountReleases(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.open(listReleases, async () => ({ releases: await findReleases(db) }));

  mount.guarded(proposeRelease, async ({ body }, member, call) => {
    const row = await requireCohort(db, body, member);
    if (!isRipe(body.cohort, call.today)) throw new Refusal('not_ripe');
    requireSameCohort(body, row);
    requireSignature(body, body.signature, member);
    await publishing(db, async (tx) => {
      if (await isReleased(tx, body)) throw new Refusal('already_released');
      const end = await readReleaseEnd(tx, body.series);
      const follows = body.number === end.number + 1 && sodium().equal(body.previous, end.hash);
      if (!follows) throw new Refusal('sequence_taken');
      const proposal = proposalOf(body, member, call.today);
      await replaceProposal(tx, proposal);
      const named = await insertProposalRecords(tx, body, member.organisation, body.counted);
      if (named !== body.counted.length) throw new Refusal('bad_input');
      await publishIfSigned(tx, proposal, row, member, call.today);
    });
    call.created();
    return {};
  });

  mount.guarded(readProposal, async ({ params }, member) => {
    await requireCohort(db, params, member);
    const release = await findProposal(db, params);
    if (release === null) throw new Refusal('not_found');
    return { release, counted: await findProposalRecords(db, params) };
  });

  mount.guarded(countersignRelease, async ({ params, body: { hash, signature } }, member, call) => {
    const row = await requireCohort(db, params, member);
    await publishing(db, async (tx) => {
      const proposal = await lockProposal(tx, params);
      if (proposal === null) throw new Refusal((await isReleased(tx, params)) ? 'already_released' : 'not_found');
      if (proposal.signatures.some((one) => one.member === member.id)) throw new Refusal('forbidden');
      if (!sodium().equal(proposal.hash, hash)) throw new Refusal('bad_input');
      requireSignature(proposal, signature, member);
      const signed = { ...proposal, signatures: [...proposal.signatures, { member: member.id, signature }] };
      await addSignatures(tx, signed);
      await publishIfSigned(tx, signed, row, member, call.today);
    });
    call.created();
    return {};
  });
}

/** The cohort's ledger row. Throws `not_found` for one that is not open or is another organisation's. */
async function requireCohort(db: Database, name: CohortName, member: SignedIn): Promise<LedgerRow> {
  const row = await findLedgerRow(db, name);
  if (row === null || row.organisation !== member.organisation) throw new Refusal('not_found');
  return row;
}

/** The file speaks of this cohort, under the programme and seed that its ledger row settled. */
function requireSameCohort(body: Input<typeof proposeRelease>['body'], row: LedgerRow): void {
  const ledger = LedgerStatement.parse(JSON.parse(fromUtf8(row.statement)));
  try {
    const { series, kind, cohort, number, previous, programme, seed, base, signatures } = parseRelease(body.file);
    const same =
      series === body.series &&
      kind === body.kind &&
      cohort === body.cohort &&
      number === body.number &&
      previous === toBase64url(body.previous) &&
      programme === ledger.programme &&
      seed === ledger.seed &&
      base === ledger.base &&
      signatures === ledger.signatures;
    if (!same) throw new Refusal('bad_input');
  } catch (error) {
    if (error instanceof ReleaseError) throw new Refusal('bad_input');
    throw error;
  }
}

function requireSignature(release: Parameters<typeof verifyRelease>[0], signature: Uint8Array, member: SignedIn): void {
  try {
    verifyRelease(release, signature, member.signing);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}

const proposalOf = (body: Input<typeof proposeRelease>['body'], member: SignedIn, today: Day): StoredRelease => {
  const { counted: _, signature, ...release } = body;
  return {
    ...release,
    status: 'proposed',
    day: today,
    hash: releaseHash(body),
    signatures: [{ member: member.id, signature }],
  };
};

/** Publishes in the same transaction as the last signature that the ledger asks for, and writes either down. */
async function publishIfSigned(
  tx: Database,
  proposal: StoredRelease,
  row: LedgerRow,
  member: SignedIn,
  day: Day,
): Promise<void> {
  const publishes = proposal.signatures.length >= row.signatures;
  if (publishes) await publishProposal(tx, proposal, day);
  const object = `${proposal.series}/${proposal.kind}/${proposal.cohort}`;
  await recordAct(tx, { act: publishes ? 'release_published' : 'release_signed', member: member.id, object, day });
}

/**
 * The database decides races: a cohort is released once, a place in the series given once, a record counted once. Who
 * comes second with a number has to make the release anew, after the other.
 */
async function publishing(db: Database, act: (tx: Database) => Promise<void>): Promise<void> {
  try {
    await transaction(db, act);
  } catch (error) {
    const broken = violatedConstraint(error);
    if (broken === 'releases_pk' || broken === 'counted_records_pkey') throw new Refusal('already_released');
    if (broken === 'releases_chain' || broken === 'release_proposals_pk') throw new Refusal('sequence_taken');
    if (broken === 'proposal_records_pk') throw new Refusal('bad_input');
    throw error;
  }
}
