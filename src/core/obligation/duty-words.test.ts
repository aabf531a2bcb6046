import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyWordsIn } from './duty-words.ts';

const duties = (text: string) => dutyWordsIn(text).map(({ words, modality }) => [words, modality]);

test.each([
  ['Each Party shall keep records.', [['shall', 'must']]],
  [
    'A Party must not, and may not, share them.',
    [
      ['must not', 'must-not'],
      ['may not', 'must-not'],
    ],
  ],
  ['The DCC shall procure that they are kept.', [['shall procure', 'must-procure']]],
  ['Each Party shall take all steps to procure that they are kept.', [['shall', 'must-procure']]],
  [
    'Each Party shall report; it procures an audit.',
    [
      ['shall', 'must'],
      ['procures', 'must-procure'],
    ],
  ],
  ['A Party may keep them. Marshalling is allowed.', []],
  [
    'SHALL it be done, it MUST be so.',
    [
      ['SHALL', 'must'],
      ['MUST', 'must'],
    ],
  ],
])('duties are found in "%s"', (text, expected) => {
  expect(duties(text)).toEqual(expected);
});

test.each([
  'A "Day" shall mean 24 hours.',
  'It shall be deemed to be kept.',
  'It must be read as a whole; it shall have the meaning given there.',
  'The word "shall" is used sparingly.',
])('no duty is seen where words say what something means: %s', (text) => {
  expect(
    dutyWordsIn(text)
      .map(({ modality }) => modality)
      .filter((one) => one !== null),
  ).toEqual([]);
  expect(dutyWordsIn(text).length).toBeGreaterThan(0);
});

test('offsets give back the words, in order and apart, whatever the text', () => {
  const word = fc.constantFrom(
    'shall',
    'must',
    'not',
    'may',
    'procure',
    'Party',
    '"',
    '.',
    ':',
    'be deemed',
    'É',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join(' ');
      let from = 0;
      for (const { start, end, words: found } of dutyWordsIn(text)) {
        expect(text.slice(start, end)).toBe(found);
        expect(start).toBeGreaterThanOrEqual(from);
        from = end;
      }
    }),
    { numRuns: 100 },
  );
});
