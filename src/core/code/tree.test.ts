import { expect, test } from 'vitest';
import { EXAMPLE } from '../../../test/support/code.ts';
import { EVERY_KIND } from '../../../test/support/every-kind.ts';
import { breadcrumb, findByReference, placeOf, referenceOf, referencesOf, walk } from './tree.ts';

test.each([
  ['G1', 'g-1'],
  ['G2(a)', 'g-2-a'],
  ['A1.1 "Working Day"', 'working-day'],
  ['A1.1 “Working Day”', 'working-day'],
  ['G', 'g'],
])('%s is found by its printed reference', (reference, id) => {
  expect(findByReference(EXAMPLE, reference)?.id).toBe(id);
});

test.each([
  ['a paragraph of a definition', 'd-sms-b', 'A1.1 "Smart Metering System"(b)'],
  ['a paragraph of a schedule in parts', 's8p2-a', 'Schedule 8 Part 1 paragraph 2(a)'],
  ['a part', 's8p', 'Schedule 8 Part 1'],
  ['a row', 't1r2', 'Table 1 row 2'],
  ['a cell', 't1r2-2', 'Table 1 row 2 column 2'],
  ['a cell of the headings', 't1h2', 'Table 1 header row column 2'],
  ['a note', 'n1', 'G3.29 note 1'],
  ['an image', 'img', 'Schedule 8 Part 1 image'],
])('%s is printed so that it is found again', (_, id, reference) => {
  expect(referenceOf(EVERY_KIND, id)).toBe(reference);
  expect(findByReference(EVERY_KIND, reference)?.id).toBe(id);
});

test.each([
  ['row 2 of the table in G3.29', 't1r2'],
  ['row 2 of Table 1', 't1r2'],
  ['note 1 to G3.29', 'n1'],
  ['paragraph 2(a) of Schedule 8', 's8p2-a'],
  ['sub-paragraph (ii) of paragraph (b) of Section G3.28', 'g3-28-b-ii'],
])('%s is found as it is said', (said, id) => {
  expect(findByReference(EVERY_KIND, said)?.id).toBe(id);
});

test.each(['G9', '(a)', 'g1', 'A1.1 "Holiday"', ''])('"%s" names nothing', (reference) => {
  expect(findByReference(EXAMPLE, reference)).toBeNull();
});

test('a printed reference finds the provision that prints it', () => {
  for (const text of [EXAMPLE, EVERY_KIND]) {
    for (const { provision } of walk(text)) {
      expect(findByReference(text, referenceOf(text, provision.id) ?? '')).toBe(provision);
    }
  }
});

test('references of many are those of each, and what the text has not is left out', () => {
  for (const text of [EXAMPLE, EVERY_KIND]) {
    const ids = walk(text).map(({ provision }) => provision.id);
    const each = new Map(ids.map((id) => [id, referenceOf(text, id)]));
    expect(referencesOf(text, new Set([...ids, 'nowhere']))).toEqual(each);
    expect(referencesOf(text, new Set())).toEqual(new Map());
  }
});

test('a provision knows its place and what it is under', () => {
  expect(placeOf(EXAMPLE, 'g-2-b')).toEqual({ parent: 'g-2', after: 'g-2-a' });
  expect(placeOf(EXAMPLE, 'a')).toEqual({ parent: null, after: null });
  expect(breadcrumb(EXAMPLE, 'g-2-b').map((one) => one.number)).toEqual(['G', 'G2', '(b)']);
  expect(referenceOf(EXAMPLE, 'nowhere')).toBeNull();
});
