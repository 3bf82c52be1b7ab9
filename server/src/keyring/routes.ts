import {
  publishKeyring,
  readKeyring,
  readKeyringHistory,
  readMemberKeys,
  readTeamKeys,
} from '@romduol/shared/api/keyring';
import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { Day } from '@romduol/shared/ids';
import { SealingError } from '@romduol/shared/sealing/errors';
import { recipientsOf } from '@romduol/shared/sealing/keyring';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import type { SignedIn } from '../accounts/identify.ts';
import { deleteMemberSessions } from '../accounts/store.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type CurrentKeyring, type KeyringReader, indexKeyring } from './current.ts';
import { insertVersion, readKeys, readVersionsAfter } from './store.ts';

const HISTORY_PAGE = 100;

export function mountKeyring(
  mount: Mount<SignedIn>,
  { db, keyrings }: { readonly db: Database; readonly keyrings: KeyringReader },
): void {
  mount.open(readKeyring, async () => {
    const current = await keyrings.current();
    return { version: current?.keyring.version ?? 0, file: current?.file ?? null };
  });

  mount.open(readKeyringHistory, async ({ query: { after } }) => ({
    files: await readVersionsAfter(db, after, HISTORY_PAGE),
  }));

  mount.open(readTeamKeys, async ({ query: { team } }) => {
    const current = await keyrings.current();
    if (current === null || !current.organisationOf.has(team)) throw new Refusal('not_found');
    const recipients = recipientsOf(current.keyring, team).map(({ kemId }) => kemId);
    return { keys: (await readKeys(db, recipients)).map(({ key }) => key) };
  });

  mount.guarded(readMemberKeys, async ({ body: { members } }, caller) => {
    const kids = members.flatMap((id) => caller.keyring.members.get(id)?.kemId ?? []);
    return { keys: (await readKeys(db, kids)).map(({ memberId, key }) => ({ member: memberId, key })) };
  });

  mount.guarded(publishKeyring, async ({ body: file }, caller, call) => {
    const next = verifyNext(caller.keyring, file, call.today);
    try {
      await transaction(db, async (tx) => {
        await insertVersion(tx, next.keyring, file, call.today);
        await deleteMemberSessions(tx, whoLost(caller.keyring, next));
        await recordAct(tx, {
          act: 'keyring_published',
          member: caller.id,
          object: String(next.keyring.version),
          day: call.today,
        });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'keyring_versions_pkey') throw new Refusal('keyring_outdated');
      throw error;
    }
    call.created();
    return { version: next.keyring.version };
  });
}

function verifyNext(current: CurrentKeyring, file: KeyringFile, today: Day): CurrentKeyring {
  try {
    const next = indexKeyring(file, today);
    if (next.keyring.version !== current.keyring.version + 1) throw new Refusal('keyring_outdated');
    verifySuccession(current.keyring, next.keyring, file);
    if (next.keyring.expires < today) throw new Refusal('bad_input');
    return next;
  } catch (error) {
    if (error instanceof SealingError) throw new Refusal('bad_input');
    throw error;
  }
}

/** Members who were active and no longer are: their sessions end with the version that says so. */
const whoLost = (before: CurrentKeyring, after: CurrentKeyring) =>
  before.keyring.members
    .filter(({ id, status }) => status === 'active' && after.members.get(id)?.status !== 'active')
    .map(({ id }) => id);
