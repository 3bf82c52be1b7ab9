// Later keys of a case and its conversation, as `vector-formats.ts` has the rest.
import type { CaseGrant, ConversationKeys } from '@romduol/shared/api/grants';
import { checkTurns, hashPreviousKey, openPreviousKeys, sealPreviousKey } from '@romduol/shared/sealing/case-epoch';
import { conversationKey } from '@romduol/shared/sealing/case-keys';
import { openGrant, openGrantedKey, signGrant, type Turn } from '@romduol/shared/sealing/grant';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { openReporterKeys } from '@romduol/shared/sealing/reporter-keys';
import { seal, type Sealed } from '@romduol/shared/sealing/sealed';
import { label } from '@romduol/shared/sealing/labels';
import { pae, utf8 } from '@romduol/shared/sealing/bytes';
import { commitTo } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import {
  FIRST_PREVIOUS,
  foldStatements,
  hashStatement,
  markSeen,
  openStatement,
  signStatement,
} from '@romduol/shared/sealing/statement';
import type { SignedStatement } from '@romduol/shared/api/statements';
import { CASE, people, seedOf, TODAY } from './fixtures.ts';
import { format } from './vector-format.ts';

const signedBy = {
  keyringVersion: 1,
  keyringHash: seedOf(9),
  author: people.sokha.id,
  signing: people.sokha.identity.signing,
};

/** Grants of the keys after the first, each with the key before sealed under it, to sokha and bopha. */
export function grantCaseKeys(keys: readonly Uint8Array[]): (CaseGrant & { slots: Uint8Array[] })[] {
  return keys.slice(1).map((key, at) => {
    const before = keys[at] as Uint8Array;
    const previousKey = sealPreviousKey({ caseId: CASE, epoch: at + 1, key, previousKey: before });
    const { grant, slots } = signGrant({
      purpose: 'case',
      objectId: CASE,
      epoch: at + 1,
      key,
      previousCommit: commitTo(before),
      previousKeyHash: hashPreviousKey(previousKey),
      recipients: [people.sokha, people.bopha].map(({ identity }) => identity.kem.publicKey),
      ...signedBy,
    });
    return { grant, previousKey, slots };
  });
}

/** What waits for the reporter after those, with the copy of the first conversation key. */
export function grantReporter(
  keys: readonly Uint8Array[],
  reporter: { readonly kem: { readonly publicKey: Uint8Array }; readonly copyKey: Uint8Array },
  changes: Partial<Parameters<typeof signGrant>[0]> = {},
): { reporterCopy: Sealed; keys: ConversationKeys } {
  const own = keys.map((key) => conversationKey(key));
  const [first = new Uint8Array(0)] = own;
  const bound = pae(label('reporter'), utf8(CASE), commitTo(keys[0] as Uint8Array));
  const reporterCopy = seal(reporter.copyKey, bound, first);
  const turns = own.slice(1).map((key, at): Turn => ({ commit: commitTo(key), after: [at + 1, 2 * at] }));
  const granted = turns.map((_, at) =>
    signGrant({
      purpose: 'conversation',
      objectId: CASE,
      epoch: at + 1,
      key: own[at + 1] as Uint8Array,
      previousCommit: commitTo(own[at] as Uint8Array),
      previousKey: own[at] as Uint8Array,
      turns: turns.slice(0, at + 1),
      recipients: [reporter.kem.publicKey],
      ...signedBy,
      ...changes,
    }),
  );
  const grant = granted.at(-1)?.grant;
  if (grant === undefined) throw new Error('one key more than the first');
  return { reporterCopy, keys: { grant, slots: granted.flatMap(({ slots }) => slots) } };
}

export const EPOCH_FORMATS = {
  case_epochs: format({
    inputs: { keys: [seedOf(50), seedOf(51), seedOf(52)], reader: seedOf(3) },
    make: ({ keys }) => grantCaseKeys(keys),
    open(granted, { keys, reader }) {
      const signer = people.sokha.identity.signing.publicKey;
      const grants = granted.map(({ grant, slots }) => openGrant(grant, slots, signer));
      const newest = grants.at(-1);
      if (newest === undefined) throw new Error('no grant');
      const key = openGrantedKey(newest, granted.at(-1)?.slots ?? [], identityFromSeed(reader).kem);
      const report = { caseId: CASE, commit: commitTo(keys[0] as Uint8Array) };
      const sealed = granted.map(({ previousKey }) => previousKey);
      return { grants, keys: openPreviousKeys(report, grants, sealed, key as Uint8Array) };
    },
  }),

  conversation_epochs: format({
    inputs: { keys: [seedOf(50), seedOf(51), seedOf(52)], reporter: seedOf(53), copyKey: seedOf(54) },
    make: ({ keys, reporter, copyKey }) => grantReporter(keys, { kem: sodium().kemKeypair(reporter), copyKey }),
    open(conversation, { keys, reporter, copyKey }) {
      const found = { caseId: CASE, commit: commitTo(keys[0] as Uint8Array), ...conversation };
      const members = [{ ...people.sokha.entry, signing: people.sokha.identity.signing.publicKey }] as never;
      const opened = openReporterKeys(found, { kem: sodium().kemKeypair(reporter), copyKey }, { members });
      checkTurns(opened, keys);
      return opened;
    },
  }),

  statement: format({
    inputs: { key: seedOf(50), heads: [seedOf(55), seedOf(56)], ledger: seedOf(57) },
    make({ key, heads, ledger }): SignedStatement[] {
      const seen = heads.map((head, at) => markSeen(key, { caseId: CASE, epoch: at, seq: at + 3, head }));
      const said = { member: people.sokha.id, day: TODAY, keyringVersion: 1, keyringHash: seedOf(9), ledger };
      const { signing } = people.sokha.identity;
      const first = signStatement(
        { ...said, number: 1, whole: true, seen: seen.slice(0, 1), previous: FIRST_PREVIOUS },
        signing,
      );
      const previous = hashStatement(first.statement);
      return [first, signStatement({ ...said, number: 2, whole: false, seen: seen.slice(1), previous }, signing)];
    },
    open(signed) {
      const opened = signed.map((one) => openStatement(one, people.sokha.identity.signing.publicKey));
      return { opened, stated: [...foldStatements(opened)] };
    },
  }),
};
