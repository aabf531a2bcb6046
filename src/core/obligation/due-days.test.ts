import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedCalendar } from '../../../test/support/calendars.ts';
import { factKind } from '../../../test/support/duty.ts';
import { addDays, type Day, day, formatDay } from '../kernel/day.ts';
import { addMonths } from '../kernel/months.ts';
import { always, type Steps, steps, valueOn } from '../kernel/steps.ts';
import { findWorkingDay } from '../kernel/working-days.ts';
import type { Bound, Verdict } from './bound-steps.ts';
import type { Due, Length } from './due.ts';
import { type Counting, dueDays } from './due-days.ts';
import type { Fact } from './fact.ts';
import { factSources } from './fact-sources.ts';
import { knowledgeOf } from './knowledge.ts';

const calendar = shippedCalendar('england-and-wales');
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const KINDS = [factKind({ id: 'incident', title: 'An incident', subject: 'party' })];
const HALF_YEARLY: Due = {
  kind: 'every',
  months: 6,
  from: day('2018-04-01'),
  grace: { count: 10, unit: 'working-days' },
};
const NOTICE: Due = { kind: 'within', after: 'incident', length: { count: 3, unit: 'working-days' } };

function bound(verdict: Verdict): Bound {
  return { bound: verdict, cause: 'binds', words: 0, awaiting: verdict === 'unknown' ? ['something'] : [] };
}

function counting(...incidents: string[]): Counting {
  const facts = incidents.map(
    (on, at): Fact => ({ id: `f${at}`, kind: 'incident', subject: 'p', effectiveOn: day(on), citation }),
  );
  const subject = { id: 'p', supplier: 'p', generation: null, fuel: null, operatedFrom: day('2010-01-01') };
  return { asked: { subject, knowledge: knowledgeOf(KINDS, facts, []) }, sources: factSources(KINDS, facts), calendar };
}

function told(due: Due, of: Steps<Bound>, from: string, until: string, by: Counting = counting()) {
  return dueDays(due, of, { from: day(from), until: day(until) }, by).map(
    ({ on, standing }) => `${standing}${on === null ? '' : ` ${formatDay(on)}`}`,
  );
}

test('a report every six months is due ten Working Days after each period, over the holidays on the way', () => {
  const binding = always(bound(true));
  expect(told(HALF_YEARLY, binding, '2018-01-01', '2020-01-01')).toEqual([
    'due 2018-10-12',
    'due 2019-04-12',
    'due 2019-10-14',
  ]);
  const [first] = dueDays(HALF_YEARLY, binding, { from: day('2018-10-01'), until: day('2019-01-01') }, counting());
  expect(first?.reason).toBe('The period from 1 April 2018 ends on 30 September 2018, and 10 Working Days follow it.');
});

test('a notice is due three Working Days after each event that happened while the duty bound, and awaits its event before', () => {
  const fromOctober = steps(bound(false), [{ from: day('2018-10-05'), value: bound(true) }]);
  const events = counting('2018-10-04', '2018-10-05', '2018-12-24');
  expect(told(NOTICE, fromOctober, '2018-10-01', '2019-02-01', events)).toEqual(['due 2018-10-10', 'due 2018-12-31']);
  expect(dueDays(NOTICE, fromOctober, { from: day('2018-12-01'), until: day('2019-01-01') }, events)).toMatchObject([
    { of: day('2018-12-24'), facts: ['f2'], reason: '3 Working Days follow “An incident” on 24 December 2018.' },
  ]);
  expect(told(NOTICE, fromOctober, '2018-10-01', '2019-01-01')).toEqual(['awaited']);
  expect(told(NOTICE, fromOctober, '2018-09-01', '2018-10-01')).toEqual([]);
});

test('days that the calendar does not cover are told once, with the years that it does cover', () => {
  const due = dueDays(
    HALF_YEARLY,
    always(bound(true)),
    { from: calendar.until, until: addDays(calendar.until, 2000) },
    counting(),
  );
  expect(due.map((one) => one.standing)).toEqual(['uncounted']);
  expect(due[0]?.reason).toContain('because the calendar of England and Wales covers');
});

test('a due day on which it is not settled whether the duty binds is open, and says what would settle it', () => {
  expect(
    dueDays(HALF_YEARLY, always(bound('unknown')), { from: day('2018-10-01'), until: day('2018-11-01') }, counting()),
  ).toMatchObject([{ standing: 'open', awaiting: ['something'] }]);
});

test('a period whose duty ends before its due day is told as no longer due, with the day from which it does not bind', () => {
  const ending = steps(bound(true), [{ from: day('2018-10-05'), value: bound(false) }]);
  const window = { from: day('2018-10-01'), until: day('2019-12-01') };
  expect(dueDays(HALF_YEARLY, ending, window, counting())).toEqual([
    {
      ...{ on: null, standing: 'ended', of: day('2018-09-30'), awaiting: [], facts: [] },
      reason:
        'The period from 1 April 2018 ends on 30 September 2018 and would be due on 12 October 2018, but it does not bind from 5 October 2018: nothing is due for it.',
    },
  ]);
  const pausing = steps(bound(true), [
    { from: day('2018-10-05'), value: bound(false) },
    { from: day('2018-10-10'), value: bound(true) },
  ]);
  expect(told(HALF_YEARLY, pausing, '2018-10-01', '2018-12-01')).toEqual(['due 2018-10-12']);
});

const START = day('2018-01-01');
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(START, days));
const length = fc.record({
  count: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom<Length['unit']>('days', 'working-days', 'months'),
});
const recurring = fc.record({
  kind: fc.constant('every' as const),
  months: fc.integer({ min: 1, max: 14 }),
  from: fc.integer({ min: -900, max: 900 }).map((days) => addDays(START, days)),
  grace: fc.option(length),
});
const boundOverTime = fc
  .array(fc.record({ from: anyDay, value: fc.constantFrom<Verdict>(true, false, 'unknown').map(bound) }), {
    maxLength: 4,
  })
  .map((changes) => steps(bound(false), changes));

test('due days are those that period after period gives, where the duty binds, however the window is cut', () => {
  fc.assert(
    fc.property(recurring, boundOverTime, anyDay, anyDay, anyDay, (due, over, a, b, c) => {
      const [from, middle, until] = [a, b, c].sort((one, other) => one - other) as [Day, Day, Day];
      const within = (first: Day, last: Day) =>
        first === last
          ? []
          : dueDays(due, over, { from: first, until: last }, counting()).flatMap(({ on }) => on ?? []);
      const whole = within(from, until);
      expect([...within(from, middle), ...within(middle, until)]).toEqual(whole);
      expect(whole).toEqual(naive(due, from, until).filter((on) => valueOn(over, on).bound !== false));
    }),
    { numRuns: 150 },
  );
});

function naive({ months, from, grace }: Extract<Due, { kind: 'every' }>, start: Day, until: Day): Day[] {
  const ends = Array.from({ length: 140 }, (_, at) => addDays(addMonths(from, (at + 1) * months, 'end-of-month'), -1));
  const on = ends.map((end) => {
    if (grace === null) return end;
    if (grace.unit === 'working-days') return findWorkingDay(calendar, end, grace.count) ?? Infinity;
    return grace.unit === 'days' ? addDays(end, grace.count) : addMonths(end, grace.count, 'end-of-month');
  });
  return on.filter((one): one is Day => start <= one && one < until);
}
