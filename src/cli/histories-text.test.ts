import { expect, test } from 'vitest';
import { historiesText } from './histories-text.ts';

test('a history is a table of days, with what is not known between what is', () => {
  const row = { citation: null, workingDays: null };
  const text = historiesText({
    histories: [
      {
        ...{ id: 'MP1', code: 'sec', profile: 'p', title: 'A process', supposed: [], refusals: [], end: 'Implemented' },
        rows: [
          { ...row, what: 'Raised', on: '2020-01-28', between: { from: null, to: null } },
          { ...row, what: 'Report', on: null, between: { from: '2020-01-28', to: '2020-03-13' } },
          { ...row, what: 'Converted', on: '2020-03-13', between: { from: null, to: null }, workingDays: 33 },
        ],
      },
    ],
  });
  const lines = text.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
  expect(lines[0]).toBe('MP1 under A process');
  expect(lines).toContain('not known (2020-01-28 to 2020-03-13) | Report |');
  expect(lines).toContain('2020-03-13 | Converted | 33');
  expect(lines.at(-1)).toBe('Implemented.');
});
