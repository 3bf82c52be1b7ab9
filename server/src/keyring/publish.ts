import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day, MemberId } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { changesBetween, isSameCard } from '@romduol/shared/sealing/keyring-changes';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { sodium } from '@romduol/shared/sealing/sodium';
import { deleteMemberSessions } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import { eraseDraftsOf } from '../drafts/store.ts';
import { closeInvitations } from '../invitations/store.ts';
import { deleteWishes } from '../notifications/store.ts';
import { Refusal } from '../refusal.ts';
import { needsFactor } from '../second-factor/go-on.ts';
import { type CurrentKeyring, indexKeyring } from './current.ts';
import { deleteOpenings, deleteProposal, deleteSlotsFor, insertVersion, readKeys } from './store.ts';

/**
 * The version that a file holds, judged by the one in force. Throws `Refusal` `keyring_outdated`, or `bad_input`;
 * `second_signature_missing` passes as `SealingError`, for whoever keeps what waits for one.
 */
export function readNext(current: CurrentKeyring, file: KeyringFile, today: Day): CurrentKeyring {
  try {
    const next = indexKeyring(file, today);
    if (next.keyring.version !== current.keyring.version + 1) throw new Refusal('keyring_outdated');
    if (next.keyring.expires < today) throw new Refusal('bad_input');
    verifySuccession(current.keyring, next.keyring, file);
    return next;
  } catch (error) {
    if (error instanceof SealingError && error.code !== 'second_signature_missing') throw new Refusal('bad_input');
    throw error;
  }
}

/** The same for what is to be published. */
export function verifyNext(current: CurrentKeyring, file: KeyringFile, today: Day): CurrentKeyring {
  try {
    return readNext(current, file, today);
  } catch (error) {
    throw error instanceof SealingError ? new Refusal('bad_input') : error;
  }
}

/**
 * Publishes a version with all that follows from it, in one transaction: invitations that it answers are closed; whoever
 * it no longer names as active loses sessions, slots, vault wraps and drafts, a recovery card that it no longer names its slots, and with whoever does no casework any more
 * the address for notices; whoever it gives more than a passphrase alone shall open loses sessions.
 */
export async function publish(
  db: Database,
  act: { readonly before: CurrentKeyring; readonly next: CurrentKeyring; readonly by: MemberId; readonly today: Day },
): Promise<void> {
  const { before, next, by, today } = act;
  const left = whoLost(before, next);
  try {
    await transaction(db, async (tx) => {
      // First, so that nobody withdraws an invitation, and with it the keys, once they were found to be there.
      await closeInvitations(tx, [...next.members.keys()]);
      await requireKeys(tx, next);
      await insertVersion(tx, next.keyring, next.file, today);
      for (const organisation of changedOrganisations(before, next)) await deleteProposal(tx, organisation);
      await deleteMemberSessions(tx, [...left, ...whoRose(before, next)]);
      await deleteOpenings(tx, left);
      await deleteSlotsFor(tx, lostCards(before, next));
      await eraseDraftsOf(tx, left);
      await deleteWishes(tx, withoutCasework(next));
      await recordAct(tx, {
        act: 'keyring_published',
        member: by,
        object: String(next.keyring.version),
        day: today,
      });
    });
  } catch (error) {
    if (violatedConstraint(error) === 'keyring_versions_pkey') throw new Refusal('keyring_outdated');
    throw error;
  }
}

/** A member whose key nobody can fetch would keep every report from being sealed. */
async function requireKeys(tx: Database, { keyring }: CurrentKeyring): Promise<void> {
  const stored = await readKeys(
    tx,
    keyring.members.map(({ kemId }) => kemId),
  );
  const known = new Set(stored.map(({ memberId }) => memberId));
  if (!keyring.members.every(({ id }) => known.has(id))) throw new Refusal('bad_input');
}

const changedOrganisations = (before: CurrentKeyring, next: CurrentKeyring) =>
  [...next.keyring.partHashes].flatMap(([organisation, hash]) => {
    const was = before.keyring.partHashes.get(organisation);
    return was !== undefined && sodium().equal(was, hash) ? [] : [organisation];
  });

/** Members whom notices are not about, or not any more. */
const withoutCasework = ({ keyring }: CurrentKeyring): MemberId[] =>
  keyring.members.flatMap(({ id, status, roles }) =>
    status === 'active' && roles.some((role) => role === 'caseworker' || role === 'supervisor') ? [] : [id],
  );

/** Members who were active and no longer are. */
const whoLost = (before: CurrentKeyring, after: CurrentKeyring): MemberId[] =>
  changesBetween(before.keyring, after.keyring).flatMap((change) =>
    change.kind === 'member_suspended' || change.kind === 'member_removed' ? [change.member] : [],
  );

/** Key ids of recovery cards that are not their organisations' any more. */
const lostCards = (before: CurrentKeyring, next: CurrentKeyring): Uint8Array[] =>
  [...before.keyring.recoveries].flatMap(([organisation, card]) =>
    isSameCard(card, next.keyring.recoveries.get(organisation)) ? [] : [card.kemId],
  );

/** Members whose next sign-in may ask for a code that the last one did not. */
const whoRose = (before: CurrentKeyring, after: CurrentKeyring): MemberId[] =>
  [...after.members.values()].flatMap((member) => {
    const was = before.members.get(member.id);
    return was !== undefined && !needsFactor(was) && needsFactor(member) ? [member.id] : [];
  });
