import type { OrganisationId } from '@romduol/shared/ids';
import { type SiteItemToSign, siteHash, signSiteItem, verifySiteItem } from '@romduol/shared/sealing/site-signature';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flipBit, people, refusalOf } from './fixtures.ts';

const { signing } = people.dara.identity;

const items = fc.record({
  organisation: fc.constantFrom('lotus', 'jasmine', 'lo') as fc.Arbitrary<OrganisationId>,
  item: fc.constantFrom('text/home', 'text/rights', 'numbers', 'clip/safety'),
  language: fc.constantFrom('en', 'km', '-'),
  number: fc.integer({ min: 1, max: 1_000_000 }),
  content: fc.uint8Array({ maxLength: 64 }),
});
const toSign = ({ content, ...name }: { content: Uint8Array } & Omit<SiteItemToSign, 'hash'>): SiteItemToSign => ({
  ...name,
  hash: siteHash(content),
});

test('a signature holds for its edition and for no other', () => {
  fc.assert(
    fc.property(items, items, (one, other) => {
      const signed = toSign(one);
      const signature = signSiteItem(signed, signing);
      const refused = (item: SiteItemToSign) => refusalOf(() => verifySiteItem(item, signature, signing.publicKey));
      expect(refused(signed)).toBeNull();
      const same = JSON.stringify([one, [...one.content]]) === JSON.stringify([other, [...other.content]]);
      expect(refused(toSign(other))).toBe(same ? null : 'bad_signature');
      const changes: Partial<SiteItemToSign>[] = [
        { organisation: `${signed.organisation}x` as OrganisationId },
        { item: `${signed.item}x` },
        { language: `${signed.language}x` },
        { number: signed.number + 1 },
        { hash: siteHash(new Uint8Array(65)) },
      ];
      for (const change of changes) expect(refused({ ...signed, ...change })).toBe('bad_signature');
      expect(refused({ ...signed, item: signed.item + signed.language, language: '' })).toBe('bad_signature');
      const stranger = people.vanna.identity.signing.publicKey;
      expect(refusalOf(() => verifySiteItem(signed, signature, stranger))).toBe('bad_signature');
    }),
    { numRuns: 60 },
  );
});

test('every bit of a signature counts', () => {
  const signed = toSign({
    organisation: 'lotus' as OrganisationId,
    item: 'numbers',
    language: '-',
    number: 1,
    content: new Uint8Array([1]),
  });
  const signature = signSiteItem(signed, signing);
  for (let bit = 0; bit < signature.length * 8; bit += 1)
    expect(refusalOf(() => verifySiteItem(signed, flipBit(signature, bit), signing.publicKey))).toBe('bad_signature');
});
