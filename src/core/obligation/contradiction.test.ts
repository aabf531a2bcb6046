import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { day } from '../kernel/day.ts';
import { contradictionIn } from './contradiction.ts';
import type { FactKind } from './fact.ts';
import type { Assumption } from './knowledge.ts';

const own = factKind({ id: 'enrolled', subject: 'system-group' });
const kinds: FactKind[] = [own, { ...own, id: 'first-enrolment', subject: 'market', firstOf: 'enrolled' }];

const suppose = (event: string, on: string | null, subject: string | null = null): Assumption => ({
  event,
  subject,
  day: on === null ? null : day(on),
});
const found = (...assumed: Assumption[]) => contradictionIn(kinds, [], assumed);

test('a first that never comes contradicts any of its kind', () => {
  expect(found(suppose('first-enrolment', null), suppose('enrolled', '2019-01-01'))).toBe(
    '"first-enrolment" never contradicts "enrolled" on 1 January 2019; the first comes no later than any.',
  );
  const fact = { kind: 'enrolled', subject: 'a', effectiveOn: day('2019-03-01') };
  expect(contradictionIn(kinds, [fact], [suppose('first-enrolment', null)])).toContain('"enrolled:a" on 1 March 2019');
});

test('a first later than the earliest of its kind contradicts it', () => {
  expect(found(suppose('first-enrolment', '2019-02-01'), suppose('enrolled', '2019-01-01', 'a'))).toContain(
    '"enrolled:a" on 1 January 2019',
  );
});

test('a first earlier than the day that is supposed of all contradicts it', () => {
  expect(found(suppose('first-enrolment', '2018-12-01'), suppose('enrolled', '2019-01-01'))).not.toBeNull();
  expect(found(suppose('first-enrolment', '2018-12-01'), suppose('enrolled', null))).not.toBeNull();
});

test('a first that another system can be, or that is the earliest itself, contradicts nothing', () => {
  expect(found(suppose('first-enrolment', '2018-12-01'), suppose('enrolled', '2019-01-01', 'a'))).toBeNull();
  expect(found(suppose('first-enrolment', '2019-01-01'), suppose('enrolled', '2019-01-01'))).toBeNull();
  expect(found(suppose('first-enrolment', null), suppose('enrolled', null))).toBeNull();
  expect(found(suppose('enrolled', null), suppose('enrolled', '2019-01-01', 'a'))).toBeNull();
});
