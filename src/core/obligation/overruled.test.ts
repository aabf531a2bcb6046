import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { overruledIn } from './overruled.ts';
import { writeOverruled } from './overruled-words.ts';

const kinds = [{ id: 'enrolled', title: 'The systems are enrolled' }];
const facts = [
  { kind: 'enrolled', subject: 'x', effectiveOn: day('2019-10-05') },
  { kind: 'enrolled', subject: 'x', effectiveOn: day('2019-10-01') },
];

test('what is supposed of an event that the record holds on another day does not count, and is said', () => {
  const [one, ...more] = overruledIn(kinds, facts, [
    { event: 'enrolled', subject: 'x', day: day('2018-11-20') },
    { event: 'enrolled', subject: 'y', day: day('2018-11-20') },
    { event: 'enrolled', subject: null, day: day('2018-11-20') },
  ]);
  expect(more).toEqual([]);
  expect(one === undefined ? null : writeOverruled(one)).toBe(
    'Of “The systems are enrolled” of x the record already says 1 October 2019; 20 November 2018, which is supposed, does not count.',
  );
});

test('what is supposed as the record says it is no contradiction', () => {
  expect(overruledIn(kinds, facts, [{ event: 'enrolled', subject: 'x', day: day('2019-10-01') }])).toEqual([]);
});
