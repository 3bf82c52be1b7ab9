import type { SealedEntry } from '@romduol/shared/api/cases';
import { openAttachment, sealAttachment } from '@romduol/shared/sealing/attachment';
import { concat } from '@romduol/shared/sealing/bytes';
import { openReport } from '@romduol/shared/sealing/envelope';
import { SealingError } from '@romduol/shared/sealing/errors';
import { renewKeyring } from '@romduol/shared/sealing/keyring-signing';
import { verifySuccession } from '@romduol/shared/sealing/keyring-succession';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import { sodium } from '@romduol/shared/sealing/sodium';
import { openSummary, sealSummary } from '@romduol/shared/sealing/summary';
import { unwrapFromVault, wrapForVault } from '@romduol/shared/sealing/vault';
import { freezeCohort } from '@romduol/web/desk/freeze';
import { expect, test } from 'vitest';
import { query } from '../../database/query.ts';
import { NAME, RIPE, freshCohort, sealContent, storeSealed } from '../../http/fresh-cohort.ts';
import { sampleIncidents } from '../../unit/statistics/sample-cohort.ts';
import {
  CASE,
  OTHER_CASE,
  TODAY,
  makeTestKeyring,
  northPart,
  people,
  refusalOf,
  sealTestReport,
  seedOf,
  signerOf,
  southPart,
  store,
  verifiedKeyring,
} from '../../unit/sealing/fixtures.ts';
import { append, keyring, makeCase, readLog } from '../../unit/sealing/log-fixtures.ts';

// Exchanged, cut, dated back, made up: each beside the same act with what is so, which is the control.

type Attempt = readonly [attack: () => unknown, control: () => unknown];
const NOTE = { kind: 'note', text: 'told by telephone' };
const { sokha, bopha } = people;

/** Attacks that no code of ours refuses, or whose control is refused too. */
function findTaken(attempts: Readonly<Record<string, Attempt>>): string[] {
  const codes = Object.entries(attempts).map(
    ([name, [attack, control]]) => [name, refusalOf(control) ?? 'done', refusalOf(attack) ?? 'taken'] as const,
  );
  console.log(
    `${codes.length} attempts, each beside its control:`,
    Object.fromEntries(codes.map(([name, , code]) => [name, code])),
  );
  return codes.filter(([, control, code]) => control !== 'done' || code === 'taken').map(([name]) => name);
}

test('slots, bodies, types, cases and vault wraps exchanged are refused', () => {
  const [one, other] = [makeCase(), makeCase({ caseId: OTHER_CASE })];
  const report = sealTestReport();
  const again = sealTestReport({ caseId: OTHER_CASE });
  const open = (slots: readonly Uint8Array[], changes: Partial<Parameters<typeof unwrapKey>[0]> = {}) => {
    const { caseId, commit } = report;
    const owner = { purpose: 'case', objectId: caseId, epoch: 0, commit } as const;
    const key = unwrapKey({ ...owner, slots, keys: sokha.identity.kem, ...changes });
    if (key === null) throw new SealingError('damaged');
    return key;
  };
  const [first = new Uint8Array(), second = new Uint8Array()] = report.slots;
  const own = { member: sokha, key: one.key, object: CASE };
  const wrapOf = ({ member, key, object } = own, purpose: 'case' | 'statistics' = 'case') =>
    wrapForVault({ purpose, objectId: object, epoch: 0, vaultKey: member.identity.vaultKey, memberId: member.id, key });
  const unwrap = (wrap: Uint8Array) =>
    unwrapFromVault({
      purpose: 'case',
      objectId: CASE,
      epoch: 0,
      commit: one.stored.commit,
      vaultKey: sokha.identity.vaultKey,
      memberId: sokha.id,
      wrap,
    });
  const [entry] = append(one, [], NOTE) as [SealedEntry];
  const head = seedOf(4);
  const common = { caseId: CASE, epoch: 0, author: sokha.id, caseKey: one.caseKey, signing: sokha.identity.signing };
  const summary = sealSummary({ ...common, seq: 1, head, content: NOTE });
  const summarise = (sealed: typeof summary.sealed) =>
    openSummary({
      caseId: CASE,
      caseKey: one.caseKey,
      signerKey: sokha.identity.signing.publicKey,
      summary: { ...summary, sealed },
    });
  const body = (stored: typeof one.stored) => openReport(stored, one.key);
  const honest = () => open(report.slots);
  const taken = findTaken({
    'slots of another case': [() => open(again.slots), honest],
    'a colleague’s slot under one’s own name': [
      () => open([concat(first.slice(0, 16), second.slice(16)), concat(second.slice(0, 16), first.slice(16))]),
      honest,
    ],
    'a slot of a case as one of statistics': [() => open(report.slots, { purpose: 'statistics' }), honest],
    'a slot of the first key as one of a later': [() => open(report.slots, { epoch: 1 }), honest],
    'the body of another case': [() => body({ ...one.stored, body: other.stored.body }), () => body(one.stored)],
    'contact in the place of the body': [
      () => body({ ...one.stored, body: one.stored.contact }),
      () => body(one.stored),
    ],
    'a report under another case’s name': [() => body({ ...one.stored, caseId: OTHER_CASE }), () => body(one.stored)],
    'a row of another team': [
      () => body({ ...one.stored, team: store(report, TODAY).team + 'x' } as never),
      () => body(one.stored),
    ],
    'an entry in the place of a summary': [() => summarise(entry.sealed), () => summarise(summary.sealed)],
    'another case’s vault wrap': [
      () => unwrap(wrapOf({ member: sokha, key: other.key, object: OTHER_CASE })),
      () => unwrap(wrapOf()),
    ],
    'a colleague’s vault wrap': [() => unwrap(wrapOf({ ...own, member: bopha })), () => unwrap(wrapOf())],
    'a vault wrap of statistics': [() => unwrap(wrapOf(own, 'statistics')), () => unwrap(wrapOf())],
  });
  expect(taken).toEqual([]);
});

test('pieces and entries reordered, cut and repeated, and a tail cut off, are refused', () => {
  const owner = { caseId: CASE, place: 0, key: seedOf(8) };
  const content = sodium().randomBytes(600_000);
  const sealer = sealAttachment(owner);
  const pieces = [...sealer.push(content), ...sealer.finish()];
  const openFile = (chunks: readonly Uint8Array[]) => () => {
    const opener = openAttachment(owner, content.length);
    const parts = chunks.map((chunk) => opener.open(chunk));
    opener.finish();
    return concat(...parts);
  };
  const [a, b, c] = pieces as [Uint8Array, Uint8Array, Uint8Array];
  const one = makeCase();
  const entries = [1, 2, 3].reduce<SealedEntry[]>((list, at) => append(one, list, { ...NOTE, at }), []);
  const [x, y, z] = entries as [SealedEntry, SealedEntry, SealedEntry];
  const read = (list: readonly SealedEntry[]) => () => readLog(one, list);
  const whole = openFile(pieces);
  const taken = findTaken({
    'pieces of a file reordered': [openFile([b, a, c]), whole],
    'a piece left out': [openFile([a, c]), whole],
    'a piece twice': [openFile([a, b, b, c]), whole],
    'a piece cut': [openFile([a, b.subarray(0, -1), c]), whole],
    'the last piece left out': [openFile([a, b]), whole],
    'something after the last piece': [openFile([...pieces, c]), whole],
    'entries reordered': [read([y, x, z]), read(entries)],
    'an entry left out': [read([x, z]), read(entries)],
    'an entry twice': [read([x, x, y, z]), read(entries)],
    'the first entry left out': [read([y, z]), read(entries)],
    'an entry cut': [
      read([x, y, { ...z, sealed: { ...z.sealed, ciphertext: z.sealed.ciphertext.slice(0, -1) } }]),
      read(entries),
    ],
  });
  expect(taken).toEqual([]);
});

test('a list of members rolled back, and signers who date back, are refused', () => {
  const file = makeTestKeyring();
  const first = verifiedKeyring(file);
  const renewed = renewKeyring({ previous: file, day: '2027-01-10' as never, signer: signerOf(people.vanna) });
  const second = verifiedKeyring(renewed);
  const members = [people.dara.entry, { ...sokha.entry, status: 'suspended' as const }, bopha.entry];
  const without = verifiedKeyring(makeTestKeyring([northPart({ members }), southPart()]));
  const later = { ...without, version: 2 };
  const one = makeCase();
  const byBopha = append(one, [], NOTE, { by: bopha, keyringVersion: 2, keyringHash: later.hash });
  const read = (list: readonly SealedEntry[]) => () => readLog(one, list, [keyring, later]);
  const onward = () => verifySuccession(first, second, renewed) ?? true;
  const taken = findTaken({
    'an older list after a newer': [() => verifySuccession(second, first, file), onward],
    'the same list again': [() => verifySuccession(second, second, renewed), onward],
    'somebody suspended, under the list that suspends them': [
      read(append(one, byBopha, NOTE, { keyringVersion: 2, keyringHash: later.hash })),
      read(append(one, byBopha, NOTE, { by: bopha, keyringVersion: 2, keyringHash: later.hash })),
    ],
    'somebody suspended, who dates back to the list before': [
      read(append(one, byBopha, NOTE)),
      read(append(one, byBopha, NOTE, { by: bopha, keyringVersion: 2, keyringHash: later.hash })),
    ],
    'somebody in a colleague’s name': [
      read(append(one, [], NOTE, { author: bopha.id, signing: sokha.identity.signing })),
      read(append(one, [], NOTE, { by: bopha })),
    ],
  });
  expect(taken).toEqual([]);
});

test('coded records forged, changed and exchanged are not counted, and their author is named', async () => {
  const cohort = await freshCohort('pglite');
  try {
    const ask = query(cohort.fresh.database.db);
    const { dara } = cohort.desks;
    const [first, second] = sampleIncidents(2, 5);
    const [one, other] = [await sealContent(dara, first!), await sealContent(dara, second!)];
    await cohort.goTo(RIPE);
    const freeze = () => freezeCohort(cohort.desks.sopheap, { ...NAME, kind: 'incident' });
    // The control.
    const honest = await freeze();
    expect([honest.authors.unexpected, honest.counted.length]).toEqual([[], 60]);
    const forgeries = [
      { ...one, sealed: { ...one.sealed, ciphertext: sodium().randomBytes(one.sealed.ciphertext.length) } },
      { ...other, sealed: one.sealed },
    ];
    // Such as their author's list names them, and as no list does.
    await storeSealed(cohort.desks.dara, forgeries.slice(0, 1));
    for (const { recordId, revision, author, epoch, codebook, sealed } of forgeries.slice(1))
      await ask`insert into coded_records values (${recordId}, 'rainbow', ${revision}, ${author}, ${epoch}, ${codebook},
        ${sealed.nonce}, ${sealed.ciphertext}, '2026-02')`;
    const { authors, counted } = await freeze();
    console.log(
      `${forgeries.length} forged coded records: ${counted.length} counted of 60, named: ${authors.unexpected.join()}`,
    );
    expect([authors.unexpected, counted.length]).toEqual([['sok.dara'], 60]);
    expect(forgeries.some(({ recordId }) => counted.includes(recordId))).toBe(false);
  } finally {
    await cohort.fresh.close();
  }
});
