import { expect, test } from 'vitest';
import type { Resolution } from './resolution.ts';
import { noContingent, writeOrder, writeResolution, writeResolutions } from './resolution-words.ts';

test('an order says whose words hold, who stands first, or that the repeal holds', () => {
  expect(writeOrder('same-words', 'M1', 'M2')).toContain('those of M2 hold');
  expect(writeOrder('same-place', 'M1', 'M2')).toContain('M1 puts there stands first');
  expect(writeOrder('repeal-against-edit', 'M1', 'M2')).toContain('the repeal holds');
});

test('what was settled names both modifications by their part in it', () => {
  const pair = ['M1', 'M2'] as const;
  expect(writeResolution('same-words', { kind: 'order', first: 'M2' }, pair)).toContain('those of M1 hold');
  const contingent = { kind: 'contingent', on: 'M2', amendments: [] } as const;
  expect(writeResolution('reshaped', contingent, pair)).toMatch(/^If M2 is in force before M1/);
});

test('where a text takes effect in parts, what can settle a conflict instead of a contingent text is said', () => {
  expect(noContingent('same-words', 'M1')).toMatch(
    /M1 takes effect in parts; give an order or a merged text instead\.$/,
  );
  expect(noContingent('nested-repeal', 'M1')).toMatch(/give an order instead\.$/);
  expect(noContingent('same-number', 'M1')).toMatch(/draft one of the two texts anew instead\.$/);
});

test('what is settled for one order is told apart from what is for the other', () => {
  const text = (on: string) => ({ resolution: { kind: 'contingent', on, amendments: [] } }) as const;
  const said = (...settled: readonly { readonly resolution: Resolution }[]) =>
    writeResolutions('same-words', settled, ['M1', 'M2']).map(({ sentence }) => sentence);
  expect(said(text('M1'), text('M2'))).toEqual([
    'If M1 is in force before M2, another legal text of M2 holds.',
    'If M2 is in force before M1, another legal text of M1 holds.',
  ]);
  expect(said(text('M1'))[0]).toMatch(/For the other order nothing is settled\.$/);
  expect(said({ resolution: { kind: 'order', first: 'M2' } }, text('M1'))).toEqual([
    'If M1 is in force before M2, another legal text of M2 holds.',
    'Otherwise: M2 is made first; of the words that both change those of M1 hold.',
  ]);
});
