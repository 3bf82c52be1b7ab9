import { randomBytes } from 'node:crypto';
import type { BundleId } from '@romduol/shared/casework/bundle';
import type { CaseId } from '@romduol/shared/ids';
import { deriveReceipt, generateReceipt } from '@romduol/shared/sealing/receipt';
import { bundleIndexes } from '@romduol/web/console/case/bundle-index';
import { type BundleFile, makeBundle } from '@romduol/web/desk/bundle';
import { type Desk } from '@romduol/web/desk/desk';
import { openCase } from '@romduol/web/desk/open-case';
import { recordEntry } from '@romduol/web/desk/record-entry';
import { showCase, showDesk } from '@romduol/web/desk/show';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { sampleWav } from '../../files/samples.ts';
import { handInFor } from '../hand-in.ts';
import { openDesk } from '../open-desk.ts';
import { type TalkFiles, file } from '../talk-files.ts';

/** A case with a note and a reply that brought a sound, and somebody outside with a key of their own. */
export type HandOver = {
  readonly caseId: CaseId;
  readonly caseworker: Desk;
  readonly supervisor: Desk;
  /** What only the recipient has. */
  readonly identity: string;
  readonly recipient: string;
  readonly note: string;
  readonly sound: Buffer;
  ask(by: Desk): Promise<BundleId>;
  approve(by: Desk, bundleId: BundleId): Promise<unknown>;
  make(by: Desk, bundleId: BundleId): Promise<BundleFile>;
};

export async function prepareHandOver(talk: TalkFiles): Promise<HandOver> {
  const receipt = generateReceipt();
  const keys = deriveReceipt(receipt, talk.fresh.keyring().fingerprint);
  const { caseId } = await handInFor(talk.fresh, keys, { readers: ['sok.dara', 'vann.sopheap'] });
  const sound = sampleWav(40_000);
  await talk.reply(receipt, [
    ['reply', 'a word more'],
    ['voice', file(sound, 'voice.wav')],
  ]);
  const caseworker = talk.desk;
  const supervisor = await openDesk(talk.fresh, 'vann.sopheap');
  const note = `a note ${randomBytes(6).toString('hex')} <b>&`;
  await recordEntry(caseworker, caseId, { kind: 'note', text: note });
  const identity = await generateIdentity();
  const recipient = await identityToRecipient(identity);
  return {
    caseId,
    caseworker,
    supervisor,
    identity,
    recipient,
    note,
    sound,
    async ask(by) {
      const id = crypto.randomUUID() as string as BundleId;
      const wish = { id, recipient: 'Sister centre', key: recipient, basis: 'consent', reason: 'she moved' } as const;
      await recordEntry(by, caseId, { kind: 'bundle_requested', bundle: { ...wish, conversation: true } });
      return id;
    },
    approve: (by, bundleId) => recordEntry(by, caseId, { kind: 'bundle_approved', bundleId }),
    async make(by, bundleId) {
      const view = showCase(by, await openCase(by, caseId));
      const indexes = bundleIndexes(view, showDesk(by), 'Sister centre');
      return makeBundle(by, talk.fetchBytes, { caseId, bundleId, indexes });
    },
  };
}
