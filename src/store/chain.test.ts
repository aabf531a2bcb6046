import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../core/kernel/canonical-json.ts';
import { GENESIS, type Head, type Link } from '../core/rulebook/chain.ts';
import { chainHash, merkleRoot, sha256 } from './chain.ts';

const link: Link = {
  stream: 'modification/A',
  version: 1,
  type: 'vote-cast',
  schema: 1,
  data: { seat: 'seat-1', step: 'vote' },
  actor: { id: 'clock', name: 'Clock', role: 'clock' },
  cause: 'test',
  recordedAt: '2018-10-05T08:00:00.000Z',
};

describe('canonical JSON', () => {
  test('is the same whatever the order of keys, and reads back to the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });

  test('leaves out what is undefined, as a stored event does', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });
});

describe('the chain', () => {
  test('changes with everything that an event says', () => {
    const hash = chainHash(GENESIS, link);
    const changed: Link[] = [
      { ...link, stream: 'modification/B' },
      { ...link, version: 2 },
      { ...link, data: { ...link.data, seat: 'seat-2' } },
      { ...link, actor: { ...link.actor, id: 'other' } },
      { ...link, cause: 'other' },
      { ...link, recordedAt: '2018-10-05T08:00:00.001Z' },
    ];
    const hashes = [hash, chainHash(sha256('another past'), link), ...changed.map((one) => chainHash(GENESIS, one))];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('the root of a checkpoint', () => {
  const heads = fc.uniqueArray(
    fc.record({ stream: fc.string({ minLength: 1 }), version: fc.nat(), hash: fc.string() }),
    {
      selector: (head: Head) => head.stream,
      minLength: 1,
      maxLength: 12,
    },
  );

  test('does not depend on the order in which heads are read', () => {
    fc.assert(
      fc.property(heads, (all) => {
        expect(merkleRoot(all.toReversed())).toBe(merkleRoot(all));
      }),
      { numRuns: 100 },
    );
  });

  test('changes when any head changes or is left out', () => {
    fc.assert(
      fc.property(heads, fc.nat(), (all, at) => {
        const index = at % all.length;
        const one = all[index] as Head;
        expect(merkleRoot(all.with(index, { ...one, version: one.version + 1 }))).not.toBe(merkleRoot(all));
        expect(merkleRoot(all.toSpliced(index, 1))).not.toBe(merkleRoot(all));
      }),
      { numRuns: 100 },
    );
  });
});
