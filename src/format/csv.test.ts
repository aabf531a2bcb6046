import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

const lines = (text: string) => text.slice(1).split('\r\n');

test('a text that a spreadsheet would run as a formula is made a text', () => {
  const hostile = ['=1+1', '+44 20', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://x.invalid","y")'];
  const cells = lines(
    writeCsv(
      ['a'],
      hostile.map((one) => [one]),
    ),
  ).slice(1, -1);
  expect(cells.slice(0, 5)).toEqual(["'=1+1", "'+44 20", "'-2+3", "'@SUM(A1)", "'\t=1"]);
  for (const cell of writeCsv(
    ['a'],
    hostile.map((one) => [one]),
  ).split('\r\n')) {
    expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/);
  }
});

test('numbers stay numbers, and what is not known is empty', () => {
  expect(lines(writeCsv(['a', 'b', 'c'], [[-5, null, true]]))[1]).toBe('-5,,true');
});

test('commas, quotation marks and line ends stay inside their cell', () => {
  expect(lines(writeCsv(['a', 'b'], [['one, "two"', 'x']]))[1]).toBe('"one, ""two""",x');
});
