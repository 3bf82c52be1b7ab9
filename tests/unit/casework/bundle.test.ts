import { applyEntry } from '@romduol/shared/casework/apply-entry';
import { AGE_RECIPIENT, type BundleId } from '@romduol/shared/casework/bundle';
import { CaseEntry } from '@romduol/shared/casework/entries';
import { pathOf } from '@romduol/web/desk/bundle';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOPHA, SOKHA, member, on } from './sample-case.ts';
import { type Case, newCase } from '@romduol/shared/casework/case';

const id = (n: number): BundleId => `99999999-0000-4000-8000-${String(n).padStart(12, '0')}` as BundleId;
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const wish = (n: number) => ({
  id: id(n),
  recipient: 'Sister centre',
  key: KEY,
  basis: 'consent' as const,
  reason: 'x',
  conversation: false,
});

const begin = (): Case =>
  newCase({
    answers: { codebook: 1 },
    received: '2026-01-05' as never,
    withdrawalCheck: new Uint8Array(32),
    readers: [SOKHA, BOPHA, member(3)],
  });

describe('the key that a whole case is sealed for', () => {
  it.each([
    ['classical', generateX25519Identity],
    ['post-quantum', generateHybridIdentity],
  ])('may be a %s one of age', async (_, generate) => {
    const key = await identityToRecipient(await generate());
    expect(key).toMatch(AGE_RECIPIENT);
    expect(CaseEntry.safeParse({ kind: 'bundle_requested', at: on(1), bundle: { ...wish(1), key } }).success).toBe(
      true,
    );
  });

  it.each([
    '',
    'age1',
    KEY.toUpperCase(),
    `${KEY}1`,
    `age1pq1pq1${KEY.slice(5)}`,
    KEY.replace('age1', 'AGE-SECRET-KEY-1'),
  ])('is nothing else: %s', (key) => {
    expect(key).not.toMatch(AGE_RECIPIENT);
  });
});

describe('a hand-over of the whole case', () => {
  it('in any order of steps, is made only after another person, a supervisor, approved it, and once', () => {
    const people = [SOKHA, BOPHA, member(3)];
    const supervisors = new Set<string>([BOPHA, member(3)]);
    const step = fc.record({
      kind: fc.constantFrom('bundle_requested' as const, 'bundle_approved' as const, 'bundle_made' as const),
      n: fc.nat(1),
      by: fc.constantFrom(...people),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        let facts = begin();
        const asked = new Map<number, string>();
        const approved = new Set<number>();
        const made = new Set<number>();
        for (const { kind, n, by } of steps) {
          const entry = CaseEntry.parse(
            kind === 'bundle_requested'
              ? { kind, at: on(1), bundle: wish(n) }
              : { kind, at: on(1), bundleId: id(n), ...(kind === 'bundle_made' && { hash: 'h'.repeat(43) }) },
          );
          const legal = {
            bundle_requested: !asked.has(n),
            bundle_approved: asked.has(n) && asked.get(n) !== by && supervisors.has(by) && !approved.has(n),
            bundle_made: approved.has(n) && !made.has(n),
          }[kind];
          const applied = applyEntry(facts, entry, { author: by, isSupervisor: supervisors.has(by) });
          expect(applied.ok).toBe(legal);
          if (!applied.ok) continue;
          facts = applied.after;
          if (kind === 'bundle_requested') asked.set(n, by);
          else (kind === 'bundle_approved' ? approved : made).add(n);
        }
        expect(facts.bundles.map((one) => [one.approved !== null, one.made !== null])).toEqual(
          [...asked.keys()].map((n) => [approved.has(n), made.has(n)]),
        );
      }),
    );
  });

  it('goes to a key of age and to nothing else', () => {
    const parse = (key: string) =>
      CaseEntry.safeParse({ kind: 'bundle_requested', at: on(0), bundle: { ...wish(1), key } }).success;
    expect(parse(KEY)).toBe(true);
    for (const key of [
      '',
      'age1',
      `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
      `${KEY}\n`,
      KEY.toUpperCase(),
      'ssh-ed25519 AAAA',
    ])
      expect(parse(key)).toBe(false);
  });

  it('is not asked for or made while the reporter’s report is withdrawn', () => {
    const withdrawn = { ...begin(), state: 'withdrawn' as const };
    const entry = CaseEntry.parse({ kind: 'bundle_requested', at: on(0), bundle: wish(1) });
    expect(applyEntry(withdrawn, entry, { author: SOKHA, isSupervisor: false })).toEqual({
      ok: false,
      code: 'illegal_move',
    });
  });

  it('gives files names that stay within their folder and apart', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(500), (name, place) => {
        expect(pathOf(place, name)).toMatch(/^files\/\d{3}-[^/\\:*?"<>|\s.][^/\\:*?"<>|\s]*$/u);
      }),
    );
    expect([pathOf(0, '../../etc/passwd'), pathOf(9, 'ភាព ១.png')]).toEqual([
      'files/001-_.._etc_passwd',
      'files/010-ភាព_១.png',
    ]);
  });
});
