import { foundDeployment, readOwnAccount, readParameters, signIn, signOut } from '@romduol/shared/api/accounts';
import type { Day, MemberId } from '@romduol/shared/ids';
import { LEAST_PARAMETERS } from '@romduol/shared/sealing/identity';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type Report, logLine } from '../log/log-line.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { KeyringReader } from '../keyring/current.ts';
import type { Clock, Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { type FoundingToken, found } from './founding.ts';
import type { SignedIn } from './identify.ts';
import type { Sessions } from './sessions.ts';
import { type DeploymentKind, type StoredAccount, findAccount } from './store.ts';
import { makeThrottle } from './throttle.ts';

export function mountAccounts(
  mount: Mount<SignedIn>,
  deps: {
    readonly db: Database;
    readonly secret: Secret;
    readonly clock: Clock;
    readonly kind: DeploymentKind;
    readonly foundingToken: FoundingToken | null;
    readonly sessions: Sessions;
    readonly keyrings: KeyringReader;
    readonly report: Report;
  },
): void {
  const { db, secret, sessions } = deps;
  const throttle = makeThrottle(deps.clock);
  const recordFailure = (member: MemberId, day: Day): Promise<void> =>
    recordAct(db, { act: 'sign_in_failed', member, day }).catch(() =>
      deps.report(logLine`a failed sign-in was not written down`),
    );

  mount.open(readParameters, async ({ body: { handle } }) => {
    const account = await findAccount(db, { handle });
    return account?.parameters ?? { salt: secret.madeUpSalt(handle), ...LEAST_PARAMETERS };
  });

  mount.open(signIn, async ({ body: { handle, auth } }, call) => {
    if (!throttle.attempt(handle)) throw new Refusal('too_many_attempts');
    const account = await findAccount(db, { handle });
    // An unknown handle is compared as well, against nothing that could match.
    const matches = sodium().equal(secret.authHash(auth), account?.authHash ?? new Uint8Array(32));
    const keyring = await deps.keyrings.current();
    const active = account !== null && keyring?.members.get(account.memberId)?.status === 'active';
    if (!matches || !active) {
      // Not waited for: that it takes longer for a name that exists would tell which names do. Others are not written
      // down, or strangers could fill the log.
      if (account !== null) void recordFailure(account.memberId, call.today);
      throw new Refusal('credentials_refused');
    }
    throttle.succeeded(handle);
    const cookie = await transaction(db, async (tx) => {
      const started = await sessions.start(tx, account.memberId);
      await recordAct(tx, { act: 'signed_in', member: account.memberId, day: call.today });
      return started;
    });
    call.setCookie(cookie);
    return withoutAuth(account);
  });

  mount.guarded(readOwnAccount, async (_, member) => {
    const account = await findAccount(db, { id: member.id });
    if (account === null) throw new Refusal('not_found');
    return withoutAuth(account);
  });

  mount.guarded(signOut, async (_, member, call) => {
    await sessions.end(member.sessionId);
    await recordAct(db, { act: 'signed_out', member: member.id, day: call.today });
    call.setCookie(sessions.blankCookie);
    return {};
  });

  mount.open(foundDeployment, async ({ body }, call) => {
    await found({ db, secret, kind: deps.kind, token: deps.foundingToken }, body, call.today);
    call.created();
    return {};
  });
}

const withoutAuth = ({ memberId, handle, parameters, identity }: StoredAccount) => ({
  memberId,
  handle,
  parameters,
  identity,
});
