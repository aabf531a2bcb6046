import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedCode } from '../../../test/support/generated-code.ts';
import { namesOf } from './names.ts';
import type { Provision } from './provision.ts';
import { findByReference, walk } from './tree.ts';

const clause = (id: string, number: string | null, children: Provision[] = []): Provision => ({
  ...{ id, kind: 'clause', number, heading: null, text: 'x', children },
});

describe('the name of a provision', () => {
  test('is its printed reference, and with the document where another prints the same, and its identity after that', () => {
    const provisions = [
      clause('s1', 'Schedule 1', [clause('s1-1', '1.1')]),
      clause('s2', 'Schedule 2', [clause('s2-1', '1.1'), clause('s2-part', null, [clause('s2-again', '1.1')])]),
    ];
    expect(Object.fromEntries(namesOf({ provisions }))).toEqual({
      s1: 'Schedule 1',
      's1-1': '1.1',
      s2: 'Schedule 2',
      's2-1': 'Schedule 2 1.1',
      's2-part': 's2-part',
      's2-again': 's2-again',
    });
  });

  test('finds that provision and no other, in any code', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const text = generatedCode({ provisions: 400, seed, longest: 8 });
        const names = namesOf(text);
        expect(new Set(names.values()).size).toBe(names.size);
        for (const { provision } of walk(text).filter((_, at) => at % 17 === 0)) {
          expect(findByReference(text, names.get(provision.id) ?? '')?.id).toBe(provision.id);
        }
      }),
      { numRuns: 20 },
    ));
});
