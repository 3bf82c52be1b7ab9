import { dropProposal, proposeKeyring, readProposal, secondKeyring } from '@romduol/shared/api/keyring';
import { SealingError } from '@romduol/shared/sealing/errors';
import { hashKeyring } from '@romduol/shared/sealing/keyring';
import { sodium } from '@romduol/shared/sealing/sodium';
import type { SignedIn } from '../accounts/identify.ts';
import { recordAct } from '../audit/store.ts';
import { type Database, transaction } from '../database/database.ts';
import type { Mount } from '../mount.ts';
import { Refusal } from '../refusal.ts';
import { publish, readNext, verifyNext } from './publish.ts';
import { deleteProposal, readStoredProposal, storeProposal } from './store.ts';

/** Versions that wait for their second signature. */
export function mountProposals(mount: Mount<SignedIn>, { db }: { readonly db: Database }): void {
  mount.guarded(proposeKeyring, async ({ body: file }, caller, call) => {
    // Exactly what lacks a second signature, by the caller's own hand: anything else is published, or is wrong.
    if (file.index.signatures[0]?.member !== caller.id) throw new Refusal('bad_input');
    try {
      readNext(caller.keyring, file, call.today);
      throw new Refusal('bad_input');
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
    }
    const version = caller.keyring.keyring.version + 1;
    await transaction(db, async (tx) => {
      await storeProposal(tx, {
        organisation: caller.organisation,
        proposedBy: caller.id,
        version,
        file,
        day: call.today,
      });
      await recordAct(tx, { act: 'keyring_proposed', member: caller.id, object: String(version), day: call.today });
    });
    return {};
  });

  mount.guarded(readProposal, async (_, caller) => {
    const stored = await readStoredProposal(db, caller.organisation);
    // One that another version has overtaken can never be published.
    if (stored === null || stored.version !== caller.keyring.keyring.version + 1) return { proposal: null };
    const { proposedBy, day, file } = stored;
    return { proposal: { organisation: caller.organisation, proposedBy, day, file } };
  });

  mount.guarded(dropProposal, async (_, caller, call) => {
    await transaction(db, async (tx) => {
      if (!(await deleteProposal(tx, caller.organisation))) return;
      await recordAct(tx, { act: 'proposal_dropped', member: caller.id, day: call.today });
    });
    return {};
  });

  mount.guarded(secondKeyring, async ({ body: file }, caller, call) => {
    const stored = await readStoredProposal(db, caller.organisation);
    if (stored === null) throw new Refusal('keyring_outdated');
    if (!sodium().equal(hashKeyring(stored.file), hashKeyring(file))) throw new Refusal('bad_input');
    const next = verifyNext(caller.keyring, file, call.today);
    await publish(db, { before: caller.keyring, next, by: caller.id, today: call.today });
    call.created();
    return { version: next.keyring.version };
  });
}
