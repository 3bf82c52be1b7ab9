import { isIP } from 'node:net';

/** An address, or a range of them: `10.0.0.0/8`. */
export type Subnet = { readonly address: string; readonly bits: number };

/** Null for what is neither an address nor a range. */
export function parseSubnet(text: string): Subnet | null {
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const bits = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
  return family === 0 || more.length > 0 || bits > longest ? null : { address, bits };
}

/** Whether an address, by its bytes, lies in one of the ranges. Not Node's `BlockList`: what it allocates outlives a request. */
function rangesOf(subnets: readonly Subnet[]): (address: Uint8Array) => boolean {
  const ranges = subnets.map(({ address, bits }) => ({ start: bytesOf(address), bits }));
  return (address) => ranges.some(({ start, bits }) => start.length === address.length && begin(start, address, bits));
}

/** Whether the first `bits` bits of both are the same. */
function begin(a: Uint8Array, b: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let at = 0; at < whole; at += 1) if (a[at] !== b[at]) return false;
  const rest = bits & 7;
  return rest === 0 || (a[whole] ?? 0) >> (8 - rest) === (b[whole] ?? 0) >> (8 - rest);
}

/** Bytes of what sockets and proxies write: perhaps with a port, in brackets, with a zone, or IPv4 inside IPv6. Null: no address. */
function readAddress(text: string): Uint8Array | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '');
  return isIP(address) === 0 ? null : bytesOf(address);
}

/** The sixteen bytes of an IPv6 address. */
function bytesOfIpv6(address: string): number[] {
  // The parser of addresses writes every form of it alike: in groups, with one gap at most.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const gap = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...gap, ...after].flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
}

/** The four bytes of an IPv4 address, also of one inside IPv6; the sixteen of any other. */
function bytesOf(address: string): Uint8Array {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.').map(Number));
  const bytes = Uint8Array.from(bytesOfIpv6(address));
  return begin(bytes, MAPPED, 96) ? bytes.slice(12) : bytes;
}
/** `::ffff:0:0/96` */
const MAPPED = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]);

/** Nobody's address on the net: a proxy of ours, Tor's own process, a person on the same local network. */
const isLocal = rangesOf(
  ['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '::1', 'fc00::/7', 'fe80::/10']
    .map(parseSubnet)
    .filter((subnet) => subnet !== null),
);

/** What a request is counted by: IPv4 /24, three bytes; IPv6 /48, six. */
const prefixBytes = (address: Uint8Array): Uint8Array => address.slice(0, address.length === 4 ? 3 : 6);

/** Entries of the header that are looked at: nobody has more proxies than that. */
const HOPS_MAX = 8;

/**
 * Finds where a request comes from. The header that proxies add to is read from the right, and only as long as whoever
 * wrote the entry is trusted: the rest is anybody's invention.
 *
 * @returns what to count it by, null when that cannot be told
 */
export function makePrefixOf(
  trustedProxies: readonly Subnet[],
): (peer: string | undefined, forwardedFor: string | undefined) => Uint8Array | null {
  const isTrusted = rangesOf(trustedProxies);
  return (peer, forwardedFor) => {
    const hops = (forwardedFor ?? '').split(',').slice(-HOPS_MAX);
    let address = readAddress(peer ?? '');
    while (address !== null && isTrusted(address)) address = readAddress(hops.pop()?.trim() ?? '');
    return address === null || isLocal(address) ? null : prefixBytes(address);
  };
}
