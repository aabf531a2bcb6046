import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCode, EXAMPLE } from '../../../../test/support/code.ts';
import { follow } from './follow.ts';
import { docOf, provisionsIn } from './provision-doc.ts';

test('a text that becomes a document of the editor and back is the same text', () => {
  expect(provisionsIn(docOf(EXAMPLE.provisions, false))).toEqual(EXAMPLE.provisions);
  fc.assert(
    fc.property(anyCode, fc.boolean(), ({ provisions }, rooted) => {
      const doc = docOf(provisions, rooted);
      doc.check();
      expect(provisionsIn(doc)).toEqual(provisions);
    }),
  );
});

test('nothing follows from a text that nobody touched', () => {
  const followed = follow(EXAMPLE, null, docOf(EXAMPLE.provisions, false));
  expect(followed).toMatchObject({ amendments: [], instructions: [], blocks: [], faults: [] });
});
