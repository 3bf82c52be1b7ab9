import { LINK_DAYS, listLinks, openLink, revokeLink } from '@romduol/shared/api/acknowledgements';
import { addDays } from '@romduol/shared/language/dates';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import type { Secret } from '../secret.ts';
import { findLinks, insertLink, revoke } from './store.ts';

/** Links for recipients of letters, as members open, read and end them. */
export function mountAcknowledgements(
  mount: Mount<SignedIn>,
  { db, secret }: { readonly db: Database; readonly secret: Secret },
): void {
  mount.guarded(openLink, async ({ body: { reference, check, expires } }, member, call) => {
    if (expires < call.today || expires > addDays(call.today, LINK_DAYS)) throw new Refusal('bad_input');
    await transaction(db, async (tx) => {
      const row = { reference, secretHash: secret.codeHash(check), organisation: member.organisation, expires };
      if (!(await insertLink(tx, row))) throw new Refusal('already_exists');
      await recordAct(tx, { act: 'letter_link_opened', member: member.id, object: reference, day: call.today });
    });
    return {};
  });

  mount.guarded(listLinks, async (_, member) => ({ links: await findLinks(db, member.organisation) }));

  mount.guarded(revokeLink, async ({ params: { reference } }, member, call) => {
    await transaction(db, async (tx) => {
      if (await revoke(tx, member.organisation, reference))
        await recordAct(tx, { act: 'letter_link_revoked', member: member.id, object: reference, day: call.today });
    });
    return {};
  });
}
