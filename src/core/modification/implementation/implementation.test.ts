import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { APPROVAL, planAsOf } from './implementation.ts';

const implementation = { kind: 'event', event: 'first-enrolment' } as const;
const today = day('2018-11-20');

test('a plan does not wait for an event that has occurred', () => {
  expect(planAsOf({ implementation }, today).awaiting).toEqual([APPROVAL, 'first-enrolment']);
  const passed = planAsOf({ implementation }, today, { 'first-enrolment': day('2018-11-15') });
  expect(passed).toMatchObject({ day: null, awaiting: [APPROVAL, 'approval-implementation-date'] });
  const ahead = planAsOf({ implementation }, today, { 'first-enrolment': day('2018-12-01') });
  expect(ahead).toEqual({ day: day('2018-12-01'), basis: 'planned', awaiting: [APPROVAL] });
});
