import { foundDeployment, readOwnAccount, readParameters, signOut } from '@romduol/shared/api/accounts';
import { signIn } from '@romduol/shared/api/second-factor';
import type { Day, MemberId } from '@romduol/shared/ids';
import { LEAST_PARAMETERS } from '@romduol/shared/sealing/identity';
import { sodium } from '@romduol/shared/sealing/sodium';
import { type Report, logLine } from '../log/log-line.ts';
import { recordAct } from '../audit/store.ts';
import { transaction } from '../database/database.ts';
import type { Pinned } from '../keyring/current.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { type SignInDeps, activeMember, afterFirstProof } from '../second-factor/go-on.ts';
import { type FoundingToken, found } from './founding.ts';
import type { SignedIn } from './identify.ts';
import { type DeploymentKind, type StoredAccount, findAccount } from './store.ts';
import type { Throttle } from './throttle.ts';

export function mountAccounts(
  mount: Mount<SignedIn>,
  deps: SignInDeps & {
    readonly kind: DeploymentKind;
    readonly foundingToken: FoundingToken | null;
    readonly pinned?: Pinned;
    readonly throttle: Throttle;
    readonly report: Report;
  },
): void {
  const { db, secret, sessions, throttle } = deps;
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
    const member = await activeMember(deps, account);
    if (!matches || member === null) {
      // Not waited for: that it takes longer for a name that exists would tell which names do. Others are not written
      // down, or strangers could fill the log.
      if (account !== null) void recordFailure(account.memberId, call.today);
      throw new Refusal('credentials_refused');
    }
    throttle.succeeded(handle);
    return transaction(db, (tx) => afterFirstProof(deps, tx, { member, recovering: false }, call));
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
    await found({ ...deps, token: deps.foundingToken }, body, call.today);
    call.created();
    return {};
  });
}

const withoutAuth = ({ memberId, handle, parameters, identity, quickUnlock }: StoredAccount) => ({
  memberId,
  handle,
  parameters,
  identity,
  quickUnlock,
});
