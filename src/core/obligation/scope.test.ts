import { expect, test } from 'vitest';
import { shippedCalendar } from '../../../test/support/calendars.ts';
import { factKind } from '../../../test/support/duty.ts';
import type { Outcome } from '../kernel/condition.ts';
import { conditionSteps } from '../kernel/condition-steps.ts';
import { day } from '../kernel/day.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import { type Steps, valueOn } from '../kernel/steps.ts';
import { knowledgeOf } from './knowledge.ts';
import { scopeOf, settingsOf } from './scope.ts';
import type { Subject } from './subject.ts';

const knowledge = knowledgeOf(
  [factKind({ id: 'system-enrolled', subject: 'system-group', completeUntil: day('2018-10-09') })],
  [],
  [],
  [shippedCalendar('england-and-wales')],
);
const subject: Subject = {
  ...{ id: 'homes', supplier: 'pebblewick', generation: 'SMETS1', fuel: 'dual' },
  operatedFrom: day('2014-01-01'),
};

function over(text: string): Steps<Outcome> {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return conditionSteps(parsed.expression, scopeOf(knowledge, subject), settingsOf(knowledge));
}

test('whether an event has happened and whether its day has come are one thing, while it is not recorded', () => {
  const until = (name: string) => ({
    initial: { kind: 'value', value: false },
    changes: [{ from: day('2018-10-09'), value: { kind: 'unknown', missing: [name] } }],
  });
  expect(over('system_enrolled')).toEqual(until('system_enrolled'));
  expect(over('on >= system_enrolled_day')).toEqual(until('system_enrolled_day'));
});

test.each([
  ['on < system_enrolled_day', '2018-10-08', true],
  ['on < system_enrolled_day', '2018-10-09', null],
  ['on <= system_enrolled_day', '2018-10-09', true],
  ['system_enrolled_day < on', '2018-10-09', false],
  ['on == system_enrolled_day', '2018-10-08', false],
  ['on >= system_enrolled_day + days(30)', '2018-11-07', false],
  ['on >= system_enrolled_day + days(30)', '2018-11-08', null],
  ['on >= system_enrolled_day - days(9)', '2018-09-29', false],
  ['on < workingDays(system_enrolled_day, 3)', '2018-10-11', true],
  ['on < workingDays(system_enrolled_day, 3)', '2018-10-12', null],
  ['on < months(system_enrolled_day, 1, "end-of-month")', '2018-11-08', true],
  ['system_enrolled_day > day("2018-08-01")', '2020-01-01', true],
  ['system_enrolled_day > day("2019-08-01")', '2018-01-01', null],
])('%s on %s: %s', (text, on, value) => {
  const outcome = valueOn(over(text), day(on));
  expect(outcome).toEqual(
    value === null ? { kind: 'unknown', missing: ['system_enrolled_day'] } : { kind: 'value', value },
  );
});
