import type { SealedDirectoryEntry } from '@romduol/shared/api/directory';
import type { DirectoryEntryId, DraftId, OrganisationId, RecordId } from '@romduol/shared/ids';
import { openDirectoryEntry, sealDirectoryEntry } from '@romduol/shared/sealing/directory-seal';
import { rootFingerprint } from '@romduol/shared/sealing/keyring';
import { codeCheck, drawLetterCode, readLetterCode, spellCode } from '@romduol/shared/sealing/letter-code';
import { fingerprintWords } from '@romduol/shared/sealing/fingerprint-words';
import { ledgerHash, signLedgerEntry, verifyLedgerEntry } from '@romduol/shared/sealing/release-signature';
import { toBase64url } from '@romduol/shared/sealing/bytes';
import { sodium } from '@romduol/shared/sealing/sodium';
import { makeSecret } from '@romduol/server/secret';
import { openDraft, sealDraft } from '@romduol/shared/sealing/draft';
import { identityFromSeed } from '@romduol/shared/sealing/identity';
import { openRecordList, signRecordList } from '@romduol/shared/sealing/record-list';
import { CASE, people, seedOf, TODAY } from './fixtures.ts';
import { format } from './vector-format.ts';
const draftOf = (seed: Uint8Array) => ({
  vaultKey: identityFromSeed(seed).vaultKey,
  memberId: people.sokha.id,
  draftId: '77777777-2222-4333-8444-555555555555' as DraftId,
});

/** What members keep for themselves and for one another, and what they print. */
export const DESK_FORMATS = {
  draft: format({
    inputs: { seed: seedOf(90), content: { place: 'note', value: { text: 'ពាក្យ' }, at: 1 } },
    make: ({ seed, content }) => sealDraft({ ...draftOf(seed), content }),
    open: (sealed, { seed }) => openDraft({ ...draftOf(seed), sealed }),
  }),

  letter_code: format({
    inputs: {},
    make: () => drawLetterCode(),
    open({ reference, code }) {
      const spelled = spellCode(`${reference}${code}`);
      return { spelled, read: readLetterCode(spelled.toLowerCase()), check: codeCheck(reference, code) };
    },
  }),

  /** As words on posters, cards and pages. */
  root_fingerprint: format({
    inputs: { root: seedOf(91) },
    make: ({ root }) => ({ fingerprint: rootFingerprint(sodium().signKeypair(root).publicKey) }),
    open: ({ fingerprint }) => fingerprintWords(fingerprint),
  }),

  /** What the server keeps under its own secret: the members' code generators, and keyed hashes of what opens something. */
  server_secret: format({
    inputs: { pepper: seedOf(92), lookup: seedOf(93), factor: seedOf(94).slice(0, 20), member: people.sokha.id },
    make({ pepper, lookup, factor, member }) {
      const secret = makeSecret(pepper);
      return {
        factor: secret.sealFactor(member, factor),
        receipt: [secret.receiptIndex(lookup), secret.receiptCheck(lookup)],
        second: secret.secondCheck(lookup),
        tombstone: secret.tombstone(CASE),
        auth: secret.authHash(lookup),
        session: secret.sessionHash('session'),
        ticket: secret.ticketHash(lookup),
        invitation: secret.invitationHash(lookup),
        letter: secret.codeHash(lookup),
        salt: secret.madeUpSalt('nobody'),
        check: secret.check,
      };
    },
    open: ({ factor, ...hashes }, { pepper, member }) => ({
      factor: makeSecret(pepper).openFactor(member, factor),
      ...hashes,
    }),
  }),

  /** What authenticators file a member's passkeys under. */
  passkey_account: format({
    inputs: { pepper: seedOf(92), member: people.sokha.id },
    make: ({ pepper, member }) => ({ account: makeSecret(pepper).passkeyAccount(member) }),
    open: ({ account }) => account,
  }),

  /** What an author says they handed in. */
  record_list: format({
    inputs: { ids: ['77777777-2222-4333-8444-555555555555', '0a0b0c0d-2222-4333-8444-555555555555'], day: TODAY },
    make: ({ ids, day }) =>
      signRecordList(
        {
          member: people.sokha.id,
          number: 3,
          day,
          records: ids.map((id, at) => ({ recordId: id as RecordId, revision: at + 1 })),
        },
        people.sokha.identity.signing,
      ),
    open: (signed) => openRecordList(signed, people.sokha.identity.signing.publicKey),
  }),

  /** A ledger's rows, each naming the one before. */
  ledger: format({
    inputs: { seed: seedOf(95), cohorts: ['2026-Q3', '2026-Q4'] },
    make({ seed, cohorts }) {
      const { signing } = identityFromSeed(seed);
      let previous = new Uint8Array(32);
      return cohorts.map((cohort) => {
        const entry = signLedgerEntry({ cohort, previous: toBase64url(previous) }, people.bopha.id, signing);
        previous = new Uint8Array(ledgerHash(entry));
        return entry;
      });
    },
    open(entries, { seed }) {
      const { publicKey } = identityFromSeed(seed).signing;
      return entries.map((entry) => ({ content: verifyLedgerEntry(entry, publicKey), hash: ledgerHash(entry) }));
    },
  }),

  directory: format({
    inputs: { organisation: 'lotus' as OrganisationId, directoryKey: seedOf(80), content: { name: 'មន្ទីរពេទ្យ' } },
    make: (inputs): SealedDirectoryEntry =>
      sealDirectoryEntry({
        ...inputs,
        entryId: '99999999-2222-4333-8444-555555555555' as DirectoryEntryId,
        revision: 1,
        epoch: 1,
      }),
    open: (entry, inputs) => openDirectoryEntry(entry, inputs),
  }),
};
