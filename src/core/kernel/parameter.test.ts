import { expect, test } from 'vitest';
import { type Citation, writeCitation } from './citation.ts';
import { addDays, day } from './day.ts';
import { type Parameter, parameterOn } from './parameter.ts';

const citation: Citation = { source: 'SEC', clause: 'G8', certainty: 'stated' };
const later = day('2019-08-01');
const threshold: Parameter = {
  id: 'threshold',
  title: 'Threshold',
  unit: 'Devices',
  values: [
    { from: later, value: 2, citation },
    { from: null, value: 1, citation },
  ],
};

test('a parameter has the value whose day came last, in whatever order its values stand', () => {
  expect(parameterOn(threshold, addDays(later, -1))?.value).toBe(1);
  expect(parameterOn(threshold, later)?.value).toBe(2);
});

test('a parameter has no value before its first', () => {
  const dated = { ...threshold, values: threshold.values.slice(0, 1) };
  expect(parameterOn(dated, addDays(later, -1))).toBeNull();
});

test('a citation says when it is not confirmed or invented, and only then', () => {
  expect(writeCitation(citation)).toBe('SEC G8');
  expect(writeCitation({ source: 'SEC', clause: null, certainty: 'unverified' })).toBe('SEC (unverified)');
  expect(writeCitation({ ...citation, certainty: 'illustrative' })).toBe('SEC G8 (illustrative)');
});
