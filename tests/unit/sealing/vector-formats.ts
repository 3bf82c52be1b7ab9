// One maker and one opener a format. `make` seals from the inputs alone, so that it gives the same bytes under the same
// seeded randomness; `open` reads what an earlier version sealed and must go on doing so for ever.
import type { SealedEntry, SealedSummary } from '@romduol/shared/api/cases';
import type { Grant } from '@romduol/shared/api/grants';
import type { SealedReport } from '@romduol/shared/api/reports';
import type { SealedRecord } from '@romduol/shared/api/statistics';
import type { Quarter, RecordId, SeriesId, TeamId } from '@romduol/shared/ids';
import { concat, utf8 } from '@romduol/shared/sealing/bytes';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import { openReport, openReporterCopy, sealReport } from '@romduol/shared/sealing/envelope';
import { openGrant, openGrantedKey, signGrant } from '@romduol/shared/sealing/grant';
import { authKey, deriveRoot, identityFromSeed, unwrapIdentity, wrapIdentity } from '@romduol/shared/sealing/identity';
import { entryHash, genesisHash, openEntry, sealEntry } from '@romduol/shared/sealing/log';
import { chachaStream } from '@romduol/shared/sealing/random-stream';
import { deriveReceipt } from '@romduol/shared/sealing/receipt';
import { openRecord, sealRecord, teamMark } from '@romduol/shared/sealing/record';
import { decodeJson } from '@romduol/shared/sealing/sealed';
import type { IncidentRecord } from '@romduol/shared/statistics/coded-record';
import { packRecord, unpackRecord } from '@romduol/shared/statistics/packed-record';
import {
  releaseHash,
  seedHash,
  signLedgerEntry,
  signRelease,
  verifyLedgerEntry,
  verifyRelease,
} from '@romduol/shared/sealing/release-signature';
import type { AttachmentNote } from '@romduol/shared/sealing/attachment-note';
import { deriveSecondWord } from '@romduol/shared/sealing/second-word';
import { commitTo, unwrapKey } from '@romduol/shared/sealing/slot';
import { openSummary, sealSummary } from '@romduol/shared/sealing/summary';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { DESK_FORMATS } from './desk-vector-formats.ts';
import { NOTE, SURVIVOR_FORMATS } from './survivor-vector-formats.ts';
import { type Format, format } from './vector-format.ts';
import { ANSWERS, CASE, CONTACT, NORTH, people, seedOf, store } from './fixtures.ts';

/** One record with several codes of each kind, so that a list whose order changed shows. */
const PACKED: IncidentRecord = {
  kind: 'incident',
  codebook: 1,
  quarter: '2026-Q4' as Quarter,
  type: 'physical_assault',
  forms: ['blackmail', 'trafficking'],
  domain: 'public_space',
  perpetrator: 'commune_official',
  setting: 'workplace',
  authorityAbuse: 'verbal',
  ground: ['gender_identity', 'unsure'],
  identity: 'trans_woman',
  age: 'a25_34',
  disability: 'pns',
  province: 'KH-7',
  delay: 'm3p',
  told: [],
  response: ['helped', 'pressured_settle'],
  needs: ['documents', 'shelter'],
  repeat: 'yes',
};

export const FORMATS: Readonly<Record<string, Format<unknown, unknown>>> = {
  report: format({
    inputs: {
      caseId: CASE,
      team: NORTH,
      keyringVersion: 1,
      answers: ANSWERS,
      contact: CONTACT,
      sealedBy: 'browser' as const,
      receipt: '00000000000000005724',
      rootFingerprint: seedOf(33),
      recipientSeeds: [seedOf(2), seedOf(3)],
      second: 'ផ្កា' as string | undefined,
      attachments: [NOTE] as AttachmentNote[] | undefined,
    },
    make({ receipt, rootFingerprint, recipientSeeds, second, attachments, ...report }): SealedReport {
      const recipients = recipientSeeds.map((seed) => identityFromSeed(seed).kem.publicKey);
      return sealReport({
        ...report,
        recipients,
        receipt: deriveReceipt(receipt, rootFingerprint),
        ...(second === undefined ? {} : { secondWord: deriveSecondWord(second, report.caseId) }),
        ...(attachments === undefined ? {} : { attachments }),
      });
    },
    open(report, { receipt, rootFingerprint, recipientSeeds }) {
      const { caseId, commit, slots } = report;
      const opened = recipientSeeds.map((seed) => {
        const { kem } = identityFromSeed(seed);
        const key = unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit, slots, keys: kem });
        if (key === null) return null;
        const { attachments, ...rest } = openReport(store(report), key);
        // The oldest vectors know of no files.
        return { key, ...rest, ...(attachments.length > 0 && { attachments }) };
      });
      return { opened, conversation: openReporterCopy(report, deriveReceipt(receipt, rootFingerprint)) };
    },
  }),

  ...DESK_FORMATS,
  ...SURVIVOR_FORMATS,

  receipt: format({
    inputs: { receipt: '00000000000000005724', rootFingerprint: seedOf(33) },
    make: ({ receipt, rootFingerprint }) => deriveReceipt(receipt, rootFingerprint),
    open: (keys) => keys,
  }),

  identity: format({
    inputs: {
      passphrase: 'abacus zoom café ស្រឡាញ់ yo-yo t-shirt',
      seed: seedOf(2),
      binding: {
        memberId: people.sokha.id,
        epoch: 0,
        parameters: { salt: seedOf(5).slice(0, 16), operations: 3, memory: 2 ** 27 },
      },
    },
    make({ passphrase, seed, binding }) {
      const root = deriveRoot(passphrase, binding.parameters);
      return { auth: authKey(root), wrapped: wrapIdentity(root, seed, binding), identity: identityFromSeed(seed) };
    },
    open: ({ wrapped }, { passphrase, binding }) =>
      unwrapIdentity(deriveRoot(passphrase, binding.parameters), wrapped, binding),
  }),

  grant: format({
    inputs: { key: seedOf(42), previousKey: seedOf(41), author: seedOf(2), recipientSeeds: [seedOf(3), seedOf(5)] },
    make({ key, previousKey, author, recipientSeeds }): { grant: Grant; slots: Uint8Array[] } {
      return signGrant({
        purpose: 'statistics',
        objectId: people.sokha.id,
        epoch: 2,
        key,
        previousCommit: commitTo(previousKey),
        recipients: recipientSeeds.map((seed) => identityFromSeed(seed).kem.publicKey),
        keyringVersion: 1,
        keyringHash: seedOf(9),
        author: people.sokha.id,
        signing: identityFromSeed(author).signing,
      });
    },
    open({ grant, slots }, { author, recipientSeeds }) {
      const verified = openGrant(grant, slots, identityFromSeed(author).signing.publicKey);
      return {
        ...verified,
        keys: recipientSeeds.map((seed) => openGrantedKey(verified, slots, identityFromSeed(seed).kem)),
      };
    },
  }),

  log: format({
    inputs: {
      caseId: CASE,
      author: people.sokha.id,
      key: seedOf(60),
      seed: seedOf(2),
      keyringHash: seedOf(9),
      contents: [{ kind: 'received' }, { kind: 'note', text: 'សួស្ដី' }],
    },
    make({ caseId, author, key, seed, keyringHash, contents }) {
      const { signing, vaultKey } = identityFromSeed(seed);
      const caseKey = caseKeys(key, 0).case;
      const body = { nonce: seedOf(6).slice(0, 24), ciphertext: utf8('any stored body') };
      let previous = genesisHash({
        caseId,
        commit: commitTo(key),
        body,
        kids: [seedOf(2).slice(0, 16), seedOf(1).slice(0, 16)],
      });
      const common = { caseId, epoch: 0, author, caseKey, signing };
      const entries = contents.map((content, at): SealedEntry => {
        const entry = sealEntry({ ...common, seq: at + 1, previous, keyringVersion: 1, keyringHash, content });
        previous = entryHash(caseId, entry);
        return entry;
      });
      const summarised = { ...common, seq: entries.length, head: previous, content: { status: 'new' } };
      const summary: SealedSummary = sealSummary(summarised);
      const wrap = wrapForVault({ purpose: 'case', objectId: caseId, epoch: 0, vaultKey, memberId: author, key });
      return { entries, summary, wrap };
    },
    open({ entries, summary, wrap }, { caseId, author, key, seed }) {
      const { signing, vaultKey } = identityFromSeed(seed);
      const caseKey = caseKeys(key, 0).case;
      const owner = { purpose: 'case', objectId: caseId, epoch: 0 } as const;
      const reader = { caseId, caseKey, signerKey: signing.publicKey };
      return {
        entries: entries.map((entry) => openEntry({ ...reader, entry })),
        summary: openSummary({ ...reader, summary }),
        key: unwrapFromVault({ ...owner, commit: commitTo(key), vaultKey, memberId: author, wrap }),
      };
    },
  }),

  record: format({
    inputs: {
      statisticsKey: seedOf(70),
      content: packRecord({ record: PACKED, uncount: seedOf(5).slice(0, 16), team: null }),
      team: 'north' as TeamId,
    },
    make: ({ statisticsKey, content, team }): SealedRecord =>
      sealRecord({
        statisticsKey,
        content: concat(content, teamMark(team)),
        recordId: '11111111-2222-4333-8444-555555555555' as RecordId,
        revision: 2,
        author: people.sokha.id,
        epoch: 1,
        codebook: 1,
      }),
    open(record, { statisticsKey }) {
      const bytes = openRecord(record, statisticsKey);
      // The oldest records were JSON, and longer; those after them named no team.
      if (record.sealed.ciphertext.length > 2048) return decodeJson(bytes);
      const { team, ...content } = unpackRecord(bytes, record.codebook);
      return team === null ? content : { ...content, team };
    },
  }),

  release: format({
    inputs: {
      release: { series: 'lotus' as SeriesId, number: 2, previous: seedOf(1), file: utf8('{"tables":[]}') },
      ledger: { cohort: '2026-Q3' },
      seed: seedOf(3),
    },
    make({ release, ledger }) {
      const { signing } = identityFromSeed(seedOf(3));
      return { signature: signRelease(release, signing), entry: signLedgerEntry(ledger, people.bopha.id, signing) };
    },
    open({ signature, entry }, { release, seed }) {
      const { publicKey } = identityFromSeed(seed).signing;
      verifyRelease(release, signature, publicKey);
      return { ledger: verifyLedgerEntry(entry, publicKey), hash: releaseHash(release), seedHash: seedHash(seed) };
    },
  }),

  stream: format({
    inputs: {
      seed: seedOf(11),
      label: 'incident type × perpetrator',
      bounds: [1, 2, 3, 5, 1000, 2 ** 32, 3 * 2 ** 30],
    },
    make({ seed, label, bounds }) {
      const stream = chachaStream(seed, label);
      const first = Array.from({ length: 1500 }, () => stream.u32());
      return { first: first.slice(0, 8), later: first.slice(1020, 1028), below: bounds.map((m) => stream.below(m)) };
    },
    open: (numbers) => numbers,
  }),
};
