import { SealedReport } from '@romduol/shared/api/reports';
import { z } from '@romduol/shared/schema';
import type { Day, TeamId } from '@romduol/shared/ids';
import { caseKeys } from '@romduol/shared/sealing/case-keys';
import {
  encodeSealedReport,
  openContact,
  openReport,
  openReporterCopy,
  uncountMark,
  withdrawalCheck,
} from '@romduol/shared/sealing/envelope';
import { unwrapKey } from '@romduol/shared/sealing/slot';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANSWERS,
  CASE,
  CONTACT,
  normalised,
  ODD_TEXTS,
  OTHER_CASE,
  refusalOf,
  people,
  receiptKeys,
  sealTestReport,
  seedOf,
  SOUTH,
  store,
  TODAY,
} from './fixtures.ts';

const { sokha, bopha, rith } = people;

function keyFor(report: SealedReport, who = sokha): Uint8Array | null {
  const { caseId, commit, slots } = report;
  return unwrapKey({ purpose: 'case', objectId: caseId, epoch: 0, commit, slots, keys: who.identity.kem });
}

describe('a sealed report', () => {
  test('opens for each recipient, word for word, and for nobody else', () => {
    const report = sealTestReport();
    for (const who of [sokha, bopha]) {
      const opened = openReport(store(report), keyFor(report, who) as Uint8Array);
      expect(opened).toMatchObject({
        answers: ANSWERS,
        contact: CONTACT,
        sealedBy: 'browser',
        flags: [],
        secondWordKey: null,
      });
      expect(opened.withdrawalCheck).toEqual(withdrawalCheck(CASE, receiptKeys().withdrawal));
      expect(opened.uncount).toEqual(uncountMark(receiptKeys().withdrawal));
    }
    expect(keyFor(report, rith)).toBeNull();
  });

  test('keeps any words in any script', () => {
    const odd = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...ODD_TEXTS));
    for (const text of ODD_TEXTS) {
      const report = sealTestReport({ answers: { text } });
      expect(openReport(store(report), keyFor(report) as Uint8Array).answers).toEqual(normalised({ text }));
    }
    fc.assert(
      fc.property(odd, fc.array(odd), odd, (narrative, more, contact) => {
        const report = sealTestReport({ answers: { narrative, more }, contact: { contact } });
        const opened = openReport(store(report), keyFor(report) as Uint8Array);
        expect(opened.answers).toEqual(normalised({ narrative, more }));
        expect(opened.contact).toEqual(normalised({ contact }));
      }),
      { numRuns: 60 },
    );
  });

  test('gives the reporter the conversation key of the case, by the receipt alone', () => {
    const report = sealTestReport();
    const key = keyFor(report) as Uint8Array;
    expect(openReporterCopy(report, receiptKeys())).toEqual(caseKeys(key, 0).conversation);
    expect(refusalOf(() => openReporterCopy(report, receiptKeys(8)))).toBe('damaged');
  });

  test('has no body or contact key in a later epoch', () => {
    const first = caseKeys(seedOf(1), 0);
    const later = caseKeys(seedOf(1), 1);
    expect(new Set(Object.values(first).map((key) => Buffer.from(key ?? []).toString('hex'))).size).toBe(4);
    expect(later).toEqual({ ...first, body: null, contact: null });
  });

  test('carries the second word’s key inside when there is one', () => {
    const secondWord = { lookup: seedOf(7), kem: rith.identity.kem };
    const report = sealTestReport({ secondWord });
    expect(openReport(store(report), keyFor(report) as Uint8Array).secondWordKey).toEqual(secondWord.kem.publicKey);
    expect(report.secondLookup).toEqual(seedOf(7));
    expect(sealTestReport().secondLookup).not.toEqual(sealTestReport().secondLookup);
  });

  test('is never sealed to nobody, and once to somebody named twice', () => {
    expect(refusalOf(() => sealTestReport({ recipients: [] }))).toBe('no_recipient');
    expect(refusalOf(() => sealTestReport({ recipients: [new Uint8Array(1215)] }))).toBe('wrong_length');
    const { publicKey } = sokha.identity.kem;
    expect(sealTestReport({ recipients: [publicKey, publicKey.slice()] }).slots).toHaveLength(1);
  });

  test('is encoded as the API’s contract says', () => {
    const report = sealTestReport();
    const sent: unknown = JSON.parse(encodeSealedReport(report));
    expect(z.decode(SealedReport, sent as z.input<typeof SealedReport>)).toEqual(report);
    expect(sent).toEqual(z.encode(SealedReport, report));
  });
});

describe('what an observer learns from a report’s length', () => {
  const lengthOf = (answers: object, contact: object = {}): number =>
    encodeSealedReport(sealTestReport({ answers: { ...answers }, contact: { ...contact } })).length;

  test('nothing of language, contact or number of answers within one size', () => {
    const empty = lengthOf({});
    expect(lengthOf({ narrative: 'x'.repeat(3000), told: ['police', 'friend'] })).toBe(empty);
    expect(lengthOf({ narrative: 'ខ'.repeat(1000) })).toBe(empty);
    expect(lengthOf({ narrative: '🏳️‍🌈'.repeat(100) }, CONTACT)).toBe(empty);
    expect(lengthOf({ narrative: 'x'.repeat(5000) })).toBeGreaterThan(empty);
  });

  test('the whole request is as long for any field of 100 to 400 characters, Latin or Khmer', () => {
    const sentLength = (words: string, field: string): number =>
      encodeSealedReport(sealTestReport({ answers: { [field]: words }, contact: { contact_safety: words } })).length;
    const [letters, lengths] = [fc.constantFrom('x', 'é', 'ខ', 'ខ្ញុំ'), fc.integer({ min: 100, max: 400 })];
    const expected = sentLength('x'.repeat(100), 'narrative');
    fc.assert(
      fc.property(letters, lengths, fc.constantFrom('narrative', 'identity_text'), (letter, length, field) => {
        expect(sentLength([...letter.repeat(length)].slice(0, length).join(''), field)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('the same for Latin and Khmer texts of equal bytes, at every size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (characters) => {
        expect(lengthOf({ narrative: 'ខ'.repeat(characters) })).toBe(lengthOf({ narrative: 'abc'.repeat(characters) }));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a stored report that is not what was sent', () => {
  const report = sealTestReport();
  const stored = store(report);
  const key = keyFor(report) as Uint8Array;

  test('is flagged when recipients were left out or put in', () => {
    const flags = (kids: Uint8Array[]) => openReport({ ...stored, kids }, key).flags;
    expect(flags(stored.kids)).toEqual([]);
    expect(flags([...stored.kids].reverse())).toEqual([]);
    expect(flags(stored.kids.slice(1))).toEqual(['recipients_differ']);
    expect(flags([...stored.kids, new Uint8Array(16)])).toEqual(['recipients_differ']);
    expect(flags([new Uint8Array(16), ...stored.kids.slice(1)])).toEqual(['recipients_differ']);
  });

  test('is flagged when the row names another sealer', () => {
    expect(openReport({ ...stored, sealedBy: 'server' }, key).flags).toEqual(['sealer_differs']);
  });

  test('is flagged when its keyring had expired or been replaced', () => {
    const on = (expires: string, replacedOn: string | null) =>
      openReport(stored, key, { expires: expires as Day, replacedOn: replacedOn as Day | null }).flags;
    expect(on('2026-12-01', null)).toEqual([]);
    expect(on(TODAY, TODAY)).toEqual([]);
    expect(on('2026-11-21', null)).toEqual(['keyring_not_current']);
    expect(on('2026-12-01', '2026-11-21')).toEqual(['keyring_not_current']);
  });

  test('does not open with another key, checked before the body', () => {
    expect(refusalOf(() => openReport(stored, seedOf(1)))).toBe('commit_mismatch');
    expect(refusalOf(() => openContact(stored, seedOf(1)))).toBe('commit_mismatch');
    expect(refusalOf(() => openReport({ ...stored, commit: seedOf(1) }, key))).toBe('commit_mismatch');
  });

  test('does not open for another team, keyring version or reporter', () => {
    expect(refusalOf(() => openReport({ ...stored, team: SOUTH }, key))).toBe('damaged');
    expect(refusalOf(() => openReport({ ...stored, team: 'nort' as TeamId }, key))).toBe('damaged');
    expect(refusalOf(() => openReport({ ...stored, keyringVersion: 2 }, key))).toBe('damaged');
    expect(refusalOf(() => openReport({ ...stored, reporterKey: rith.identity.kem.publicKey }, key))).toBe('damaged');
  });

  test('does not let body and contact stand for each other', () => {
    expect(refusalOf(() => openContact({ ...stored, contact: stored.body }, key))).toBe('damaged');
    expect(refusalOf(() => openReport({ ...stored, body: stored.contact }, key))).toBe('damaged');
    expect(refusalOf(() => openContact({ ...stored, caseId: OTHER_CASE }, key))).toBe('damaged');
  });
});
