import type { Input } from '@romduol/shared/api/contract';
import type { FoundingMember, foundDeployment } from '@romduol/shared/api/accounts';
import type { Day } from '@romduol/shared/ids';
import { toBase64url, utf8 } from '@romduol/shared/sealing/bytes';
import { SealingError } from '@romduol/shared/sealing/errors';
import { kemHash } from '@romduol/shared/sealing/keyring';
import { keyId } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import { violatedConstraint } from '../database/violations.ts';
import { type CurrentKeyring, type Pinned, indexKeyring } from '../keyring/current.ts';
import { insertVersion } from '../keyring/store.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { publishEdition } from '../site/publish.ts';
import { type DeploymentKind, insertDeployment, insertMembers } from './store.ts';

/** The right to found an empty deployment, held by whoever reads the server's first lines. Opens once. */
export type FoundingToken = { opens(token: string): boolean; spend(): void };

/** Makes a token. Only its hash stays in memory. */
export function makeFoundingToken(): { readonly token: string; readonly door: FoundingToken } {
  const token = toBase64url(sodium().randomBytes(32));
  const hash = (text: string): Uint8Array => sodium().hash(32, utf8(text));
  const expected = hash(token);
  let spent = false;
  return {
    token,
    door: {
      opens: (text) => !spent && sodium().equal(hash(text), expected),
      spend() {
        spent = true;
      },
    },
  };
}

/**
 * Founds the deployment: first keyring, accounts, marker, in one transaction. Throws `Refusal`: `credentials_refused`
 * for a wrong or spent token, `bad_input` when keyring and accounts do not belong together or the program was built for
 * another root key, `already_exists` when somebody was quicker.
 */
export async function found(
  deps: {
    readonly db: Database;
    readonly secret: Secret;
    readonly kind: DeploymentKind;
    readonly token: FoundingToken | null;
    readonly pinned?: Pinned;
  },
  { token, keyring: file, members, editions = [] }: Input<typeof foundDeployment>['body'],
  today: Day,
): Promise<void> {
  if (deps.token === null || !deps.token.opens(token)) throw new Refusal('credentials_refused');
  const { keyring, members: named } = verifyFirst(file, today, deps.pinned);
  if (!belongTogether(named, members)) throw new Refusal('bad_input');
  try {
    await transaction(deps.db, async (tx) => {
      await insertDeployment(tx, { kind: deps.kind, day: today, pepperCheck: deps.secret.check });
      await insertVersion(tx, keyring, file, today);
      await insertMembers(tx, members, (auth) => deps.secret.authHash(auth));
      await recordAct(tx, { act: 'deployment_founded', member: null, day: today });
      const founder = [...named.values()].find(({ roles }) => roles.includes('administrator'));
      if (founder === undefined) throw new Refusal('bad_input');
      for (const edition of editions) await publishEdition(tx, founder, edition, today);
    });
  } catch (error) {
    if (violatedConstraint(error) !== null) throw new Refusal('already_exists');
    throw error;
  }
  deps.token.spend();
}

function verifyFirst(
  file: Input<typeof foundDeployment>['body']['keyring'],
  today: Day,
  pinned?: Pinned,
): CurrentKeyring {
  try {
    const read = indexKeyring(file, today, pinned);
    if (read.keyring.version === 1) return read;
  } catch (error) {
    if (!(error instanceof SealingError)) throw error;
  }
  throw new Refusal('bad_input');
}

/** Each member of the keyring has an account, each account is a member's, under the key that the keyring names. */
function belongTogether(named: CurrentKeyring['members'], accounts: readonly FoundingMember[]): boolean {
  const { equal } = sodium();
  return (
    named.size === accounts.length &&
    accounts.every(({ memberId, handle, key }) => {
      const member = named.get(memberId);
      return member?.handle === handle && equal(member.kemId, keyId(key)) && equal(member.kemHash, kemHash(key));
    })
  );
}
