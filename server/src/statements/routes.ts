import { listStatements, publishStatement } from '@romduol/shared/api/statements';
import { SealingError } from '@romduol/shared/sealing/errors';
import {
  FIRST_PREVIOUS,
  hashStatement,
  openStatement,
  type VerifiedStatement,
} from '@romduol/shared/sealing/statement';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findLastStatement, findStatements, insertStatement } from './store.ts';

/** What members have signed of the cases as they saw them, for their colleagues to compare. */
export function mountStatements(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(publishStatement, async ({ body }, member, call) => {
    const signed = { ...body, member: member.id };
    const said = open(signed, member);
    const last = await findLastStatement(db, member.id);
    const previous = last === null ? FIRST_PREVIOUS : hashStatement(last.statement);
    const follows = said.number === (last?.number ?? 0) + 1 && sodium().equal(said.previous, previous);
    if (!follows) throw new Refusal('sequence_taken');
    if (said.number === 1 && !said.whole) throw new Refusal('bad_input');
    try {
      await insertStatement(db, signed, { organisation: member.organisation, day: call.today });
    } catch (error) {
      if (violatedConstraint(error) === 'statements_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });

  mount.guarded(listStatements, async (_, member) => ({ statements: await findStatements(db, member.organisation) }));
}

function open(signed: Parameters<typeof openStatement>[0], member: SignedIn): VerifiedStatement {
  try {
    return openStatement(signed, member.signing);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}
