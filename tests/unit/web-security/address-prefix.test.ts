import { ConfigError, readConfig } from '@romduol/server/config';
import { type Subnet, makePrefixOf, parseSubnet } from '@romduol/server/web-security/address-prefix';
import { assert, ipV4, ipV6, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

const subnets = (...texts: string[]): Subnet[] => texts.map((text) => parseSubnet(text) as Subnet);
const prefix = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

describe('without a proxy', () => {
  const prefixOf = makePrefixOf([]);
  test.each([
    ['203.0.113.7', 'cb0071'],
    ['203.0.113.255', 'cb0071'],
    ['::ffff:203.0.113.7', 'cb0071'],
    ['::FFFF:cb00:7107', 'cb0071'],
    ['2001:db8:1:2:3:4:5:6', '20010db80001'],
    ['2001:db8:1::', '20010db80001'],
    ['2001:db8::1', '20010db80000'],
    ['2001:0DB8:0001:ffff::1', '20010db80001'],
  ])('%s is counted by its prefix', (address, expected) => {
    expect(prefix(prefixOf(address, undefined))).toBe(expected);
  });

  test.each([
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    'fe80::1%eth0',
    'febf::1',
    'fd00::1',
    undefined,
  ])('%s is nobody’s address on the net', (address) => expect(prefixOf(address, undefined)).toBeNull());

  test.each([
    ['172.32.0.0', 'ac2000'],
    ['172.15.255.255', 'ac0fff'],
    ['fec0::1', 'fec000000000'],
    ['::2', '000000000000'],
  ])('%s lies just beside a range of those', (address, expected) => {
    expect(prefix(prefixOf(address, undefined))).toBe(expected);
  });

  test('what the sender writes about itself is not believed', () => {
    expect(prefix(prefixOf('203.0.113.7', '198.51.100.1'))).toBe('cb0071');
    expect(prefixOf('127.0.0.1', '198.51.100.1')).toBeNull();
  });
});

describe('behind proxies', () => {
  const prefixOf = makePrefixOf(subnets('127.0.0.1', '10.0.0.0/8', '2001:db8:ffff::/48'));
  test.each([
    ['127.0.0.1', '198.51.100.1', 'c63364'],
    ['::ffff:127.0.0.1', '198.51.100.1', 'c63364'],
    ['127.0.0.1', '192.0.2.1, 198.51.100.1', 'c63364'],
    ['127.0.0.1', '192.0.2.1, 198.51.100.1, 10.9.8.7', 'c63364'],
    ['2001:db8:ffff::2', '192.0.2.1,198.51.100.1:4711', 'c63364'],
    ['127.0.0.1', '[2001:db8:1::5]:4711', '20010db80001'],
    ['10.0.0.1', '2001:db8:1::5', '20010db80001'],
  ])('from %s with %s the last entry that nobody trusted wrote is taken', (peer, header, expected) => {
    expect(prefix(prefixOf(peer, header))).toBe(expected);
  });

  test.each([
    ['127.0.0.1', undefined],
    ['127.0.0.1', ''],
    ['127.0.0.1', 'unknown'],
    ['127.0.0.1', '198.51.100.1, not an address'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1,'],
    ['127.0.0.1', `198.51.100.1${',10.0.0.1'.repeat(100)}`],
  ])('from %s with %s it cannot be told', (peer, header) => expect(prefixOf(peer, header)).toBeNull());

  test('whoever is not trusted may write what they like', () => {
    assert(
      property(ipV4(), ipV6(), (first, second) => {
        const forged = prefixOf('203.0.113.7', `${first}, ${second}`);
        const behind = prefixOf('127.0.0.1', `${first}, ${second}, 203.0.113.7`);
        return prefix(forged) === 'cb0071' && prefix(behind) === 'cb0071';
      }),
    );
  });
});

test('any IPv6 address gives the same prefix in every way of writing it', () => {
  const prefixOf = makePrefixOf([]);
  assert(
    property(ipV6(), (address) => {
      const long = new URL(`http://[${address}]`).hostname.slice(1, -1);
      return prefix(prefixOf(address, undefined)) === prefix(prefixOf(long.toUpperCase(), undefined));
    }),
  );
});

test('the setting takes addresses and ranges, and anything else stops the start with a sentence', () => {
  const read = readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,2001:db8::/32' });
  expect(read.trustedProxies).toEqual([
    { address: '127.0.0.1', bits: 32 },
    { address: '10.0.0.0', bits: 8 },
    { address: '2001:db8::', bits: 32 },
  ]);
  expect(readConfig({}).trustedProxies).toEqual([]);
  for (const wrong of ['localhost', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '::/129', '*', 'true', '127.0.0.1,']) {
    expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(ConfigError);
    expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES: expected addresses or ranges/);
  }
});
