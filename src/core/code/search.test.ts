import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, markSought, parseSearch, type StemOf } from './search.ts';

/** Stands for a stemmer: the first five letters of a word, and nothing for the shortest. */
const stemOf: StemOf = (word) => (word.length < 4 ? null : word.toLowerCase().slice(0, 5));

const marked = (words: string, typed: string): string =>
  markSought(words, parseSearch(typed), stemOf)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('');

describe('what a person types', () => {
  test.each([
    ['supplier duties', ['word supplier', 'word duties']],
    ['“Supplier Party” security', ['exact Supplier Party', 'word security']],
    ['G3.26', ['exact G3 26']],
    ['250,000 systems', ['exact 250 000', 'word systems']],
    ['enrol* -device', ['prefix enrol', 'not word device']],
    ['self-assessment', ['word self assessment']],
    ['"unclosed words', ['exact unclosed words']],
    ['  … -- "" * ', []],
  ])('%s', (typed, expected) => {
    const said = parseSearch(typed).map(({ kind, tokens, not }) => `${not ? 'not ' : ''}${kind} ${tokens.join(' ')}`);
    expect(said).toEqual(expected);
  });
});

describe('what was sought is marked', () => {
  test.each([
    ['Each Supplier shall supply it.', 'supplying', 'Each [Supplier] shall [supply] it.'],
    ['Each Supplier shall supply it.', '"supply"', 'Each Supplier shall [supply] it.'],
    ['as Section G3.26(a) says', 'G3.26', 'as Section [G3.26](a) says'],
    ['more than 250,000 of them', '250,000', 'more than [250,000] of them'],
    ['of the Supplier Party', '"the supplier"', 'of [the Supplier] Party'],
    ['enrolled or enrolment', 'enrol*', '[enrolled] or [enrolment]'],
    ['no Device is', '-device no', '[no] Device is'],
  ])('%s', (words, typed, expected) => {
    expect(marked(words, typed)).toBe(expected);
  });

  test('and no letter is lost or added, whatever the words', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, typed) => {
        const runs = markSought(words, parseSearch(typed), stemOf);
        expect(runs.map((run) => run.text).join('')).toBe(words);
      }),
    ));
});

describe('an excerpt', () => {
  test('shows what was found with some words around it', () => {
    const words = `${'before '.repeat(60)}the Device here ${'after '.repeat(60)}`;
    const runs = excerptOf(markSought(words, parseSearch('"Device"'), stemOf));
    expect(runs.find((run) => run.marked)?.text).toBe('Device');
    expect(runs[0]?.text).toMatch(/^…before before/);
    expect(runs.at(-1)?.text).toMatch(/after after…$/);
    expect(runs.reduce((sum, run) => sum + run.text.length, 0)).toBeLessThan(360);
  });

  test('of short words is all of them', () => {
    expect(excerptOf([{ text: 'few words', marked: false }])).toEqual([{ text: 'few words', marked: false }]);
  });
});
