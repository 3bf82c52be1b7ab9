import { type SignedLedgerEntry, listCohorts, openCohort } from '@romduol/shared/api/statistics';
import { addQuarters, quarterOf } from '@romduol/shared/language/dates';
import { fromBase64url } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { ledgerHash, verifyLedgerEntry } from '@romduol/shared/sealing/release-signature';
import { sodium } from '@romduol/shared/sealing/sodium';
import { MOST_QUARTERS_AHEAD } from '@romduol/shared/statistics/cohort';
import { LedgerStatement, cohortObject, isInTheWay } from '@romduol/shared/statistics/ledger';
import { organisationOfSeries } from '@romduol/shared/statistics/series';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import { insertGrant } from '../grants/store.ts';
import { verifyGrant } from '../grants/verify-grant.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findProposals, findReleasesOf } from '../releases/store.ts';
import { findLedger, insertLedgerRow, readLedgerEnd } from './store.ts';

export function mountCohorts(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(openCohort, async ({ body: { entry, grant, slots } }, member, call) => {
    const statement = readStatement(entry, member);
    if (organisationOfSeries(statement.series) !== member.organisation) throw new Refusal('forbidden');
    if (statement.cohort > addQuarters(quarterOf(call.today), MOST_QUARTERS_AHEAD)) throw new Refusal('bad_input');
    const verified = verifyGrant(grant, slots, member);
    const seedOfThis = verified.purpose === 'cohort' && verified.objectId === cohortObject(statement);
    if (!seedOfThis || verified.epoch !== 1 || statement.opened !== call.today) throw new Refusal('bad_input');
    const { series, kind, cohort, signatures } = statement;
    try {
      await transaction(db, async (tx) => {
        const end = await readLedgerEnd(tx, member.organisation);
        // Whoever opens one in its way at this moment takes this row's place in the chain.
        const ledger = await findLedger(tx, member.organisation);
        if (ledger.some((row) => isInTheWay(row, statement))) throw new Refusal('already_exists');
        if (!sodium().equal(fromBase64url(statement.previous), end.hash)) throw new Refusal('sequence_taken');
        await insertLedgerRow(tx, {
          ...entry,
          series,
          kind,
          cohort,
          signatures,
          organisation: member.organisation,
          number: end.number + 1,
          previous: end.hash,
          hash: ledgerHash(entry),
        });
        await insertGrant(tx, member.organisation, grant, verified, slots);
        await recordAct(tx, { act: 'cohort_opened', member: member.id, object: verified.objectId, day: call.today });
      });
    } catch (error) {
      const broken = violatedConstraint(error);
      if (broken === 'cohort_ledger_pk' || broken === 'grants_pk') throw new Refusal('already_exists');
      if (broken === 'cohort_ledger_chain') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });

  mount.guarded(listCohorts, async (_, { organisation }) => {
    const ledger = await findLedger(db, organisation);
    const proposals = await findProposals(db, organisation);
    const published = await findReleasesOf(db, organisation);
    return {
      ledger: ledger.map(({ statement, author, signature }) => ({ statement, author, signature })),
      releases: [...published, ...proposals],
    };
  });
}

/** The statement of a ledger row that the caller signed. */
function readStatement(entry: SignedLedgerEntry, caller: SignedIn): LedgerStatement {
  if (entry.author !== caller.id) throw new Refusal('forbidden');
  let content: unknown;
  try {
    content = verifyLedgerEntry(entry, caller.signing);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
  const read = LedgerStatement.safeParse(content);
  if (!read.success) throw new Refusal('bad_input');
  return read.data;
}
