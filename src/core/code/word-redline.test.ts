import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonOf } from './difference.ts';
import { redlineWords } from './word-redline.ts';

function show(before: string, after: string): string {
  const mark = {
    same: (text: string) => text,
    deleted: (text: string) => `[-${text}-]`,
    inserted: (text: string) => `[+${text}+]`,
  };
  return redlineWords(before, after)
    .map((run) => mark[run.kind](run.text))
    .join('');
}

test('any two texts are read back, to the last space', () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('a ', 'the', ' ', '; ', 'door', 'G3.26', '.'), { maxLength: 30 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = redlineWords(before, after);
      const reading = (kind: string) =>
        runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map((run) => run.text)
          .join('');
      expect([reading('deleted'), reading('inserted')]).toEqual([before, after]);
    }),
    { numRuns: 500 },
  );
});

test('what two sequences share is as long as it can be', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  const longest = (a: readonly string[], b: readonly string[]): number => {
    let row = new Array<number>(b.length + 1).fill(0);
    for (const left of a) {
      const next = [0];
      for (const [at, right] of b.entries()) {
        next.push(left === right ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
      }
      row = next;
    }
    return row[b.length] ?? 0;
  };
  fc.assert(
    fc.property(items, items, (a, b) => {
      const common = commonOf(a, b);
      for (const at of common) expect(a.slice(at.a, at.a + at.length)).toEqual(b.slice(at.b, at.b + at.length));
      expect(common.reduce((sum, at) => sum + at.length, 0)).toBe(longest(a, b));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [
    'one word changes one word',
    'Each member shall lock every door.',
    'Each member must lock every door.',
    'Each member [-shall-][+must+] lock every door.',
  ],
  [
    'a word added is added with its space',
    'every system is Secure.',
    'every enrolled system is Secure.',
    'every [+enrolled +]system is Secure.',
  ],
  ['a limb added is added whole', 'a; b; c', 'a; b; x; c', 'a; b; [+x; +]c'],
  [
    'a small word between two edits joins them',
    'the red of house',
    'the blue of home',
    'the [-red of house-][+blue of home+]',
  ],
  ['a word like another is not cut into letters', 'Working Day', 'Worming Day', '[-Working-][+Worming+] Day'],
  ['a reference is one word', 'under G3.26', 'under G3.27', 'under [-G3.26-][+G3.27+]'],
  ['with its limbs', 'under G3.26(a)(ii) or', 'under G3.26(b)(i) or', 'under [-G3.26(a)(ii)-][+G3.26(b)(i)+] or'],
  ['a limb is one word', 'a; and (c) the date', 'a; and (d) the date', 'a; and [-(c)-][+(d)+] the date'],
  ['a date changes whole', 'on 1 January 2019 at', 'on 1 March 2019 at', 'on [-1 January 2019-][+1 March 2019+] at'],
  [
    'an amount changes whole',
    'pay £1,200.00 plus 5%',
    'pay £1,250.00 plus 20%',
    'pay [-£1,200.00-][+£1,250.00+] plus [-5%-][+20%+]',
  ],
  ['a time changes whole', 'by 10:30 on Monday', 'by 11:30 on Monday', 'by [-10:30-][+11:30+] on Monday'],
  ['a list item that becomes the last', 'by hand; and', 'by hand.', 'by hand[-; and-][+.+]'],
  ['a phrase between commas', 'it is fit', 'it is, in its opinion, fit', 'it is[+, in its opinion,+] fit'],
  [
    'a word between two insertions stays',
    'not, without consent, assign',
    'not, without the prior written consent of the Panel, assign',
    'not, without [+the prior written +]consent[+ of the Panel+], assign',
  ],
  [
    'a sentence that gets a new beginning',
    'Each User shall',
    'Subject to G3, each User shall',
    '[-Each-][+Subject to G3, each+] User shall',
  ],
  ['a letter with its marks is one', 'the cafe\u0301 bar', 'the café bar', 'the [-cafe\u0301-][+café+] bar'],
  ['a picture with its tone is one', '👍🏽 done', '👍🏿 done', '[-👍🏽-][+👍🏿+] done'],
  [
    'a long shared phrase stays between two edits',
    'from 18 July 2018 the Party shall keep records of it for two years',
    'from the first enrolment the Party shall keep records of it for five years',
    'from [-18 July 2018-][+the first enrolment+] the Party shall keep records of it for [-two-][+five+] years',
  ],
])('%s', (_, before, after, shown) => expect(show(before, after)).toBe(shown));

test('a paragraph rewritten throughout is compared in bounded time', () => {
  const long = (from: number) => Array.from({ length: 6000 }, (_, at) => `w${from + at}`).join(' ');
  const runs = redlineWords(long(0), long(100_000));
  expect(runs.map((run) => run.kind)).toEqual(['deleted', 'inserted']);
});
