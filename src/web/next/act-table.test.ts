import { describe, expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import { isAhead } from '../../core/modification/timetable/schedule.ts';
import { placeOf } from './act-table.ts';

const at = { modification: 'DP065', step: 'consultation' };

describe('the way from an act to where it is done', () => {
  test('leads a Party to the page of its response, whatever is asked', () => {
    expect(placeOf({ ...at, operation: 'respond' }, true)).toBe(
      '/modifications/DP065/consultations/consultation/response',
    );
  });

  test.each([
    ['answer-group-question', '2', 'answer-2', 'questions'],
    ['give-information', 'preliminary-1/3', 'give-preliminary-1-3', 'assessments'],
    ['deliver-assessment', 'preliminary-1', 'deliver-preliminary-1', 'assessments'],
    ['vote-on-alternative', 'alternative-1', 'vote-alternative-1', 'solutions'],
  ])('leads to the very form of %s, and others to its section', (operation, item, form, section) => {
    const place = '/modifications/DP065/refinement';
    expect(placeOf({ ...at, operation, item }, true)).toBe(`${place}#${form}`);
    expect(placeOf({ ...at, operation, item }, false)).toBe(`${place}#${section}`);
  });
});

test('only what is refused before its planned day is ahead until it', () => {
  const from = day('2018-11-28');
  expect(isAhead({ operation: 'open-ballot', from }, day('2018-11-27'))).toBe(true);
  expect(isAhead({ operation: 'open-ballot', from }, from)).toBe(false);
  expect(isAhead({ operation: 'open-consultation', from }, day('2018-11-27'))).toBe(false);
});
