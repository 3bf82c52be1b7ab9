import type { StoredReport } from '@romduol/shared/api/cases';
import type { KeyringFile } from '@romduol/shared/api/keyring';
import type { SealedReport } from '@romduol/shared/api/reports';
import type { CaseId, Day, MemberId, OrganisationId, TeamId } from '@romduol/shared/ids';
import { compareBytes } from '@romduol/shared/sealing/bytes';
import { sealReport } from '@romduol/shared/sealing/envelope';
import { SealingError, type SealingErrorCode } from '@romduol/shared/sealing/errors';
import { identityFromSeed, type Identity } from '@romduol/shared/sealing/identity';
import { verifyKeyring, type Keyring } from '@romduol/shared/sealing/keyring';
import { makeKeyring, type MemberToSign, type PartToSign, type Signer } from '@romduol/shared/sealing/keyring-signing';
import type { ReceiptKeys } from '@romduol/shared/sealing/receipt';
import { sodium, useSodium } from '@romduol/shared/sealing/sodium';
import { loadSumoSodium } from '@romduol/shared/sealing/sodium-sumo';

useSodium(await loadSumoSodium());

export const TODAY = '2026-11-22' as Day;
export const CASE = '3f2b8c1e-5d4a-4b6f-9e7d-0123456789ab' as CaseId;
export const OTHER_CASE = '7a9d0c4b-2e1f-4c3d-8b5a-ba9876543210' as CaseId;
export const NORTH = 'north' as TeamId;
export const SOUTH = 'south' as TeamId;

/** The code of the SealingError that `act` throws; null when it throws none. Other errors pass through. */
export function refusalOf(act: () => unknown): SealingErrorCode | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof SealingError) return error.code;
    throw error;
  }
}

/** 32 bytes that differ by `n`: seeds of identities and keys in tests. */
export const seedOf = (n: number): Uint8Array => new Uint8Array(32).fill(n);

export type TestMember = { readonly id: MemberId; readonly identity: Identity; readonly entry: MemberToSign };

export function memberOf(
  n: number,
  handle: string,
  roles: MemberToSign['roles'],
  teams: readonly TeamId[],
  publisher = false,
): TestMember {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as MemberId;
  const identity = identityFromSeed(seedOf(n));
  const keys = { kemKey: identity.kem.publicKey, signingKey: identity.signing.publicKey };
  return { id, identity, entry: { id, handle, teams, roles, publisher, status: 'active', ...keys } };
}

export const signerOf = (member: TestMember): Signer => ({ member: member.id, signing: member.identity.signing });

export const people = {
  dara: memberOf(1, 'dara', ['administrator'], []),
  sokha: memberOf(2, 'sokha', ['caseworker'], [NORTH]),
  bopha: memberOf(3, 'bopha', ['supervisor'], [NORTH], true),
  vanna: memberOf(4, 'vanna', ['administrator', 'supervisor'], [SOUTH]),
  rith: memberOf(5, 'rith', ['caseworker'], [SOUTH]),
};

export const ROOT_SEED = seedOf(99);

export function northPart(...changes: Partial<PartToSign>[]): PartToSign & { name: { en: string; km: string } } {
  return Object.assign(
    {
      organisation: 'lotus' as OrganisationId,
      name: { en: 'Lotus', km: 'ផ្កាឈូក' },
      teams: [{ id: NORTH, name: { en: 'North', km: 'ជើង' }, provinces: ['siem-reap', 'battambang'], duty: true }],
      members: [people.dara.entry, people.sokha.entry, people.bopha.entry],
      signers: [signerOf(people.dara)] as [Signer, ...Signer[]],
    },
    ...changes,
  );
}

export function southPart(...changes: Partial<PartToSign>[]): PartToSign & { name: { en: string; km: string } } {
  return Object.assign(
    {
      organisation: 'jasmine' as OrganisationId,
      name: { en: 'Jasmine', km: 'ម្លិះ' },
      teams: [{ id: SOUTH, name: { en: 'South', km: 'ត្បូង' }, provinces: ['kampot'], duty: false }],
      members: [people.vanna.entry, people.rith.entry],
      signers: [signerOf(people.vanna)] as [Signer, ...Signer[]],
    },
    ...changes,
  );
}

export function makeTestKeyring(organisations = [northPart(), southPart()]): KeyringFile {
  return makeKeyring({ root: sodium().signKeypair(ROOT_SEED), day: TODAY, organisations });
}

export function verifiedKeyring(file = makeTestKeyring()): Keyring {
  return verifyKeyring(file, { today: TODAY }).keyring;
}

/** What a receipt gives, without the 32 MiB that deriving one costs. */
export function receiptKeys(n = 7): ReceiptKeys {
  const { deriveKey, kemKeypair } = sodium();
  const root = seedOf(n);
  return {
    lookup: deriveKey(1, 'rdlookup', root),
    kem: kemKeypair(deriveKey(2, 'rdkemx01', root)),
    copyKey: deriveKey(3, 'rdrcpt01', root),
    withdrawal: deriveKey(4, 'rdwdrw01', root),
  };
}

export const ANSWERS = {
  narrative: 'នៅម៉ោង ៨ យប់ គេបានវាយខ្ញុំ។ I went home by the river road.',
  incident_type: ['physical'],
  province: 'siem-reap',
};
export const CONTACT = { contact_mode: 'phone', contact_value: '012 345 678', contact_safety: 'មុនម៉ោង ៦' };

export function sealTestReport(changes: Partial<Parameters<typeof sealReport>[0]> = {}): SealedReport {
  return sealReport({
    caseId: CASE,
    team: NORTH,
    keyringVersion: 1,
    recipients: [people.sokha.identity.kem.publicKey, people.bopha.identity.kem.publicKey],
    answers: ANSWERS,
    contact: CONTACT,
    sealedBy: 'browser',
    receipt: receiptKeys(),
    ...changes,
  });
}

/** What the server makes of a sealed report. */
export function store(report: SealedReport, day = TODAY): StoredReport {
  const { caseId, team, keyringVersion, sealedBy, commit, body, contact, reporterKey, slots } = report;
  const kids = slots.map((slot) => slot.slice(0, 16)).sort(compareBytes);
  return { caseId, team, keyringVersion, sealedBy, commit, body, contact, reporterKey, day, kids };
}

/** The same bytes with one bit turned. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
  return flipped;
}

/** JSON with every text in it in normal form C, which is how it is sealed. */
export function normalised(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? one.normalize('NFC') : one));
}

/** Texts that encodings trip over: joiners, lone halves, characters that compose with what JSON puts before them. */
export const ODD_TEXTS = [
  'ស្រឡាញ់',
  'ក្ដី\u200bសង្ឃឹម',
  '"\u0338\\u037e',
  '\u212a\u2126',
  '🏳️‍🌈',
  '\ud800',
  '\udc00\u0307',
  'é e\u0301',
  '\n\u0303 \t\u0302 \r\u0301 \u0000\u0301',
  '\uFEFF',
  '__proto__',
];
