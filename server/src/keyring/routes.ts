import {
  publishKeyring,
  readKeyring,
  readKeyringHistory,
  readMemberKeys,
  readTeamKeys,
} from '@romduol/shared/api/keyring';
import { recipientsOf } from '@romduol/shared/sealing/keyring';
import type { SignedIn } from '../accounts/identify.ts';
import type { Database } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { KeyringReader } from './current.ts';
import { mountProposals } from './proposal-routes.ts';
import { publish, verifyNext } from './publish.ts';
import { mountStanding } from './standing-routes.ts';
import { readKeys, readVersionsAfter } from './store.ts';

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
    await publish(db, { before: caller.keyring, next, by: caller.id, today: call.today });
    call.created();
    return { version: next.keyring.version };
  });

  mountProposals(mount, { db });
  mountStanding(mount, { db });
}
