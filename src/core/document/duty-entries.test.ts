import { expect, test } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import { type DutyInCalendar, dutyEntries } from './duty-entries.ts';

const from = day('2018-10-09');
const duty: DutyInCalendar = {
  obligation: 'keep-keys',
  title: 'Give the keys to nobody',
  provision: 'R3.1',
  subject: 'homes',
  systems: 'homes',
  duty: 'must not give the keys to anybody',
  certainty: 'illustrative',
  answers: [
    { interval: { from: addDays(from, -8), until: from }, bound: true, reason: 'It binds.' },
    { interval: { from, until: null }, bound: 'unknown', reason: 'It may bind or not.' },
  ],
  due: [{ on: from, of: from, standing: 'open', reason: 'The period ends.', awaiting: [], facts: [] }],
};

test('a calendar says on which day what may bind from, what must not be done, and that the duty is illustrative', () => {
  const [, change] = dutyEntries([duty], day('2018-07-01'));
  expect(change).toMatchObject({
    title: 'R3.1 (illustrative) Give the keys to nobody may bind from 9 October 2018 (homes)',
    description: 'Must not give the keys to anybody. It may bind or not.',
    status: 'tentative',
  });
});

test('a due day that is not settled is not said to be due', () => {
  expect(dutyEntries([duty], from)[0]?.title).toBe('R3.1 (illustrative) Give the keys to nobody may be due (homes)');
});

test('an entry is as it was worked out, and not of a day that is still to come', () => {
  const workedOut = day('2018-07-01');
  expect(dutyEntries([duty], workedOut).map(({ changedOn }) => changedOn)).toEqual([workedOut, workedOut]);
});
