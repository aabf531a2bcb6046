import { expect, test } from 'vitest';
import { choicesOf } from './effect-choices.ts';

const wordings = [
  { id: 'old', readings: [{ id: 'now' }] },
  { id: 'new', readings: [{ id: 'market-wide' }, { id: 'per-system' }] },
  { id: 'cover', readings: [{ id: 'own-system' }, { id: 'market-wide' }] },
];

function chosen(option: string, ...words: string[]) {
  const result = choicesOf({ positionals: [], values: new Map([[option, words]]), switches: new Set() }, wordings);
  return result.ok ? result.value : result.rejection.sentence;
}

test('a reading that one wording has needs no wording', () => {
  expect(chosen('reading', 'per-system', 'cover=market-wide')).toMatchObject({
    readings: { new: 'per-system', cover: 'market-wide' },
  });
});

test('a reading that several wordings have is refused with the readings of each', () => {
  expect(chosen('reading', 'market-wide')).toBe(
    '--reading "market-wide" is a reading of 2 wordings; expected WORDING=READING for one of new (market-wide, per-system); cover (own-system, market-wide)',
  );
});

test('a reading of no wording is refused with all that there are', () => {
  expect(chosen('reading', 'nowhere')).toContain('old (now); new (market-wide, per-system); cover');
});

test('what is given twice is refused', () => {
  expect(chosen('reading', 'new=market-wide', 'per-system')).toBe('--reading is given twice for "new"; expected once');
  expect(chosen('assume', 'enrolled=never', 'enrolled=2019-01-01')).toContain('given twice for "enrolled"');
  expect(chosen('moved', 'nonsense')).toBe('--moved is "nonsense"; expected ASSESSMENT=DAY');
});
