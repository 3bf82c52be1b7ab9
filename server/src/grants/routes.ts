import { listGrants, publishGrant } from '@romduol/shared/api/grants';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { findGrants, insertGrant, readNewestEpoch } from './store.ts';
import { verifyGrant } from './verify-grant.ts';

export function mountGrants(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(publishGrant, async ({ body: { grant, slots } }, member, call) => {
    const verified = verifyGrant(grant, slots, member);
    // A cohort's seed is granted by opening the cohort, in the transaction that enters it in the ledger.
    if (verified.purpose === 'cohort') throw new Refusal('bad_input');
    try {
      await transaction(db, async (tx) => {
        const newest = await readNewestEpoch(tx, verified.purpose, verified.objectId);
        if (verified.epoch !== newest + 1) throw new Refusal('sequence_taken');
        await insertGrant(tx, member.organisation, grant, verified, slots);
        const object = `${verified.purpose}/${verified.objectId}/${verified.epoch}`;
        await recordAct(tx, { act: 'grant_published', member: member.id, object, day: call.today });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'grants_pk') throw new Refusal('sequence_taken');
      throw error;
    }
    call.created();
    return {};
  });

  mount.guarded(listGrants, async ({ query: { purpose } }, member) => ({
    grants: await findGrants(db, member.organisation, purpose, member.id),
  }));
}
