import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import type { DueDay } from './due-days.ts';
import { mayReadEvidence, slotsOf } from './evidence.ts';

const due = (of: string, on: string): DueDay => ({
  of: day(of),
  on: day(on),
  standing: 'due',
  reason: '',
  awaiting: [],
  facts: [],
});

test('a slot is empty, then overdue once its day has passed, or filled, in time or late', () => {
  const days = [due('2018-03-31', '2018-04-16'), due('2018-09-30', '2018-10-12'), due('2019-03-31', '2019-04-12')];
  const evidence = [
    { id: 'a', of: day('2018-03-31'), on: day('2018-04-16') },
    { id: 'b', of: day('2018-09-30'), on: day('2018-10-15') },
    { id: 'c', of: day('2018-09-30'), on: day('2018-10-20') },
  ];
  const slots = (today: string) => slotsOf(true, days, evidence, day(today)).map(({ standing }) => standing);
  expect(slots('2019-04-12')).toEqual(['filled', 'late', 'empty']);
  expect(slots('2019-04-13')).toEqual(['filled', 'late', 'overdue']);
  expect(slotsOf(true, days, evidence, day('2019-01-01'))[1]?.evidence).toEqual(['b', 'c']);
});

test('a duty that is there all the time has one slot, which no day makes late', () => {
  expect(slotsOf(false, [], [], day('2030-01-01'))).toMatchObject([{ of: null, standing: 'empty' }]);
  const evidence = [{ id: 'a', of: null, on: day('2018-04-16') }];
  expect(slotsOf(false, [], evidence, day('2030-01-01'))).toMatchObject([{ standing: 'filled', evidence: ['a'] }]);
});

test('evidence is for its party, its assessor and the Code Administrator, and for no other Party nor the public', () => {
  const readers = [
    { role: 'party', party: 'pebblewick' },
    { role: 'party', party: 'cinderpath' },
    { role: 'change-board', party: 'cinderpath' },
    { role: 'assessor' },
    { role: 'code-administrator' },
    { role: 'public' },
  ] as const;
  expect(readers.map((one) => mayReadEvidence(one, 'pebblewick'))).toEqual([true, false, false, true, true, false]);
});
