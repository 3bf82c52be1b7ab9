import { SealedSummary } from '@romduol/shared/api/cases';
import { z } from '@romduol/shared/schema';
import type { SealedEntry } from '@romduol/shared/api/cases';
import { entryHash } from '@romduol/shared/sealing/log';
import { openSummary, sealSummary } from '@romduol/shared/sealing/summary';
import { describe, expect, test } from 'vitest';
import { CASE, flipBit, OTHER_CASE, people, refusalOf } from './fixtures.ts';
import { append, makeCase, readLog } from './log-fixtures.ts';

const { sokha, bopha } = people;
const one = makeCase();
let entries: SealedEntry[] = [];
for (const text of ['first', 'second', 'third', 'fourth']) entries = append(one, entries, { kind: 'note', text });

describe('a summary', () => {
  const head = entryHash(CASE, entries[3] as SealedEntry);
  const content = { status: 'open', level: 2 };
  const summary = sealSummary({
    caseId: CASE,
    seq: 4,
    head,
    epoch: 0,
    author: bopha.id,
    caseKey: one.caseKey,
    signing: bopha.identity.signing,
    content,
  });
  const open = (change: object = {}, caseId = CASE, signer = bopha) =>
    openSummary({
      caseId,
      summary: { ...summary, ...change },
      caseKey: one.caseKey,
      signerKey: signer.identity.signing.publicKey,
    });

  test('opens as it was sealed', () => {
    expect(open()).toEqual(content);
    const sent: unknown = JSON.parse(JSON.stringify(z.encode(SealedSummary, summary)));
    expect(z.decode(SealedSummary, sent as z.input<typeof SealedSummary>)).toEqual(summary);
  });

  test('is refused for another case, place, head or author, and with any byte changed', () => {
    expect(refusalOf(() => open({}, OTHER_CASE))).toBe('damaged');
    expect(refusalOf(() => open({ seq: 3 }))).toBe('damaged');
    expect(refusalOf(() => open({ epoch: 1 }))).toBe('damaged');
    for (let bit = 0; bit < 256; bit += 1) expect(refusalOf(() => open({ head: flipBit(head, bit) }))).toBe('damaged');
    expect(refusalOf(() => open({}, CASE, sokha))).toBe('bad_signature');
    const { nonce, ciphertext } = summary.sealed;
    for (let at = 0; at < ciphertext.length; at += 1) {
      expect(refusalOf(() => open({ sealed: { nonce, ciphertext: flipBit(ciphertext, at * 8 + (at % 8)) } }))).toBe(
        'damaged',
      );
    }
  });

  test('is no log entry, though both are sealed under the case', () => {
    const entry = { ...(entries[3] as SealedEntry), sealed: summary.sealed };
    expect(refusalOf(() => readLog(one, [...entries.slice(0, 3), entry]))).toBe('damaged');
    expect(refusalOf(() => open({ sealed: (entries[3] as SealedEntry).sealed }))).toBe('damaged');
  });
});
