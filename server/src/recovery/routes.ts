import {
  CARD_USE_DAYS,
  listCardUses,
  listLostCases,
  MOST_LOST,
  readLostCase,
  type RecoveredEpoch,
  recoverCase,
} from '@romduol/shared/api/recovery';
import type { CaseId } from '@romduol/shared/ids';
import { addDays } from '@romduol/shared/language/dates';
import { verifyCardUse } from '@romduol/shared/sealing/card-use';
import { SealingError } from '@romduol/shared/sealing/errors';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { findCase, findLogEnd, type Sight } from '../cases/store.ts';
import { type Database, snapshot } from '../database/database.ts';
import { storeEpoch } from '../epochs/routes.ts';
import { countMessages } from '../epochs/store.ts';
import { verifyCaseGrant } from '../grants/verify-grant.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { cardSight, findCardUses, findLostCases } from './store.ts';

/** Cases whose readers are all lost, for whoever has the organisation's recovery card: the server cannot tell who has. */
export function mountRecovery(
  mount: Mount<SignedIn>,
  { db, changed }: { readonly db: Database; readonly changed: (caseId: CaseId) => void },
): void {
  const sightOf = (member: SignedIn): Sight | null => {
    const card = member.keyring.keyring.recoveries.get(member.organisation);
    return card === undefined ? null : cardSight(member, card);
  };

  mount.guarded(listLostCases, async ({ query: { after } }, member) => {
    const sight = sightOf(member);
    if (sight === null) return { cases: [], count: 0 };
    return findLostCases(db, sight, { after: after ?? null, limit: MOST_LOST });
  });

  mount.guarded(readLostCase, async ({ params: { caseId } }, member, call) => {
    const sight = sightOf(member);
    const found =
      sight &&
      (await snapshot(db, async (tx) => {
        const served = await findCase(tx, member, caseId, { sight });
        return served && { ...served, messages: await countMessages(tx, caseId) };
      }));
    if (found === null) throw new Refusal('not_found');
    await recordAct(db, { act: 'lost_case_read', member: member.id, object: caseId, day: call.today });
    return found;
  });

  mount.guarded(recoverCase, async ({ params: { caseId }, body }, member, call) => {
    const sight = sightOf(member);
    const end = sight && (await findLogEnd(db, member, caseId, sight));
    if (end === null) throw new Refusal('not_found');
    requireCard(member, body);
    await storeEpoch({ db, changed }, { end, body, member, today: call.today, act: 'case_recovered' });
    call.created();
    return {};
  });

  mount.guarded(listCardUses, async (_, member, call) => {
    const members = member.keyring.keyring.members.filter(({ organisation }) => organisation === member.organisation);
    const since = addDays(call.today, -CARD_USE_DAYS);
    return { uses: await findCardUses(db, { members: members.map(({ id }) => id), since }) };
  });
}

/** That the card was in hand when the key was drawn. Without it a supervisor could put a key of no case in the place of one. */
function requireCard(member: SignedIn, { grant, slots, card }: RecoveredEpoch): void {
  const verified = verifyCaseGrant(grant, slots, member);
  const key = member.keyring.keyring.recoveries.get(member.organisation)?.signing;
  if (key === undefined) throw new Refusal('not_found');
  try {
    verifyCardUse(verified, card, key);
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}
