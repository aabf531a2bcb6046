import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

describe('an address of the public internet', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700::1111',
  ])('is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, otherwise', '127.255.255.254'],
    ['no machine', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ["a carrier's network, where Alibaba keeps metadata", '100.100.100.200'],
    ['link-local, where most clouds keep metadata', '169.254.169.254'],
    ['where Azure keeps its own', '168.63.129.16'],
    ['where Oracle keeps metadata', '192.0.0.192'],
    ['documentation', '203.0.113.7'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this machine in IPv6', '::1'],
    ['no machine in IPv6', '::'],
    ['link-local in IPv6', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['a private network in IPv6', 'fd12:3456::1'],
    ['where Amazon keeps metadata in IPv6', 'fd00:ec2::254'],
    ['an IPv4 that is mapped', '::ffff:127.0.0.1'],
    ['an IPv4 that is mapped, in hexadecimal', '::ffff:7f00:1'],
    ['an IPv4 that is translated', '64:ff9b::7f00:1'],
    ['an IPv4 in a tunnel (6to4)', '2002:7f00:1::'],
    ['an IPv4 in a tunnel (Teredo)', '2001:0:7f00:1::1'],
    ['documentation in IPv6', '2001:db8::1'],
    ['multicast in IPv6', 'ff02::1'],
    ['a number in octal', '0177.0.0.1'],
    ['a number too large', '256.1.1.1'],
    ['a short form', '127.1'],
    ['a name', 'localhost'],
    ['two gaps', '2606::4700::1'],
    ['nothing', ''],
  ])('is not %s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));

  test('is the same however an IPv6 is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const host = new URL(`https://[${address}]/`).hostname.slice(1, -1);
        expect(isPublicAddress(host)).toBe(isPublicAddress(host.toUpperCase()));
        if (!address.includes('.')) expect(isPublicAddress(address)).toBe(isPublicAddress(host));
      }),
    );
  });

  test('is no IPv4 in the clothes of an IPv6', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`)));
  });
});
