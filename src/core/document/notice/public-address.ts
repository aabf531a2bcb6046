/** IPv4 that is no address of the public internet, as first address and length of the prefix (IANA's special-purpose registry). */
const NOT_PUBLIC_V4: readonly (readonly [first: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // link-local, and where clouds tell a machine its secrets
  ['169.254.0.0', 16],
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** All that is assigned to the public internet; mapped, translated, local and multicast addresses stand outside of it. */
const PUBLIC_V6: readonly [first: string, bits: number] = ['2000::', 3];

/** What of it is not public either: protocol assignments with Teredo, documentation, and tunnels that hide an IPv4. */
const NOT_PUBLIC_V6: readonly (readonly [first: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Whether an IP address is one of the public internet. What is no address is not. */
export function isPublicAddress(text: string): boolean {
  const v4 = readV4(text);
  if (v4 !== null) return !NOT_PUBLIC_V4.some(([first, bits]) => isWithin(v4, readV4(first), bits, 32));
  const v6 = readV6(text);
  if (v6 === null || !isWithin(v6, readV6(PUBLIC_V6[0]), PUBLIC_V6[1], 128)) return false;
  return !NOT_PUBLIC_V6.some(([first, bits]) => isWithin(v6, readV6(first), bits, 128));
}

function isWithin(address: bigint, first: bigint | null, bits: number, width: number): boolean {
  return first !== null && address >> BigInt(width - bits) === first >> BigInt(width - bits);
}

function readV4(text: string): bigint | null {
  const parts = text.split('.');
  const isWhole = parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isWhole ? parts.reduce((all, part) => all * 256n + BigInt(part), 0n) : null;
}

/** Without a zone, and without an IPv4 at its end: no public address is written with either. */
function readV6(text: string): bigint | null {
  const [head = '', tail, ...rest] = text.split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (rest.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((all, group) => all * 65536n + BigInt(`0x${group}`), 0n);
}
