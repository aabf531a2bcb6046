import { describe, expect, test } from 'vitest';
import { DIVISIONS, shippedCalendar } from '../../../test/support/calendars.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Ports } from '../ports.ts';
import { runOperation } from '../run-operation.ts';
import { addWorkingDays } from './add-working-days.ts';
import { countWorkingDays } from './count-working-days.ts';

const rulebook = { calendars: DIVISIONS.map(shippedCalendar) } as unknown as Rulebook;
// The only ports that counting touches: an operation that reached for another would fail here.
const ports = {
  rulebooks: { shipped: async () => [rulebook], current: async () => rulebook, byDigest: async () => rulebook },
  clock: { kind: 'real', now: () => '2018-10-05T09:00:00.000Z', advanceTo: async () => {} },
} as unknown as Ports;
const caller = { ports, actor: { id: 'reader', name: 'A reader', role: 'public' } } as const;

const add = (input: unknown) => runOperation(addWorkingDays, caller, input);
const count = (input: unknown) => runOperation(countWorkingDays, caller, input);

describe('adding Working Days', () => {
  test('says the day, the calendar and that the first day was not counted', async () => {
    expect(await add({ day: '2017-02-22', count: 15 })).toEqual({
      ok: true,
      value: {
        day: '2017-03-15',
        calendar: 'england-and-wales',
        snapshotOn: '2026-11-01',
        firstDayCounted: false,
        projectedHolidays: [],
        sentence: '2017-03-15 is 15 Working Days after 2017-02-22 (in England and Wales, 2017-02-22 not counted).',
      },
    });
  });

  test('says which holidays on the way are only projected', async () => {
    const answer = await add({ day: '2029-03-29', count: 1 });
    expect(answer).toMatchObject({
      value: {
        day: '2029-04-03',
        projectedHolidays: [
          { day: '2029-03-30', name: 'Good Friday' },
          { day: '2029-04-02', name: 'Easter Monday' },
        ],
        sentence: expect.stringContaining('2 bank holidays on the way only projected'),
      },
    });
  });

  test('counts a first day only when it is a Working Day', async () => {
    const working = await add({ day: '2018-10-15', count: 5, countFirst: true });
    expect(working).toMatchObject({ value: { day: '2018-10-19', firstDayCounted: true } });
    const sunday = await add({ day: '2018-10-14', count: 5, countFirst: true });
    expect(sunday).toMatchObject({ value: { day: '2018-10-19', firstDayCounted: false } });
  });

  test.each([
    [{ day: '2030-12-31', count: 1 }, 'input-invalid', 'which covers 1 January 2010 to 31 December 2030'],
    [{ day: '2018-10-24', count: 1, calendar: 'wales' }, 'not-found', 'expected one of england-and-wales, scotland'],
    [{ day: '2018-02-30', count: 1 }, 'input-invalid', '"2018-02-30" is not a day'],
    [{ day: '2018-10-24', count: 1.5 }, 'input-invalid', 'count'],
    [{ day: '2018-10-24', count: 1, first: true }, 'input-invalid', 'first'],
  ])('%j is refused', async (input, code, sentence) => {
    expect(await add(input)).toMatchObject({ rejection: { code, sentence: expect.stringContaining(sentence) } });
  });
});

describe('counting Working Days', () => {
  test('says how many and on what the count rests', async () => {
    expect(await count({ from: '2020-01-28', to: '2020-03-13' })).toMatchObject({
      value: { workingDays: 33, firstDayCounted: false, projectedHolidays: [] },
    });
    expect(await count({ from: '2018-10-15', to: '2018-10-19', countFirst: true })).toMatchObject({
      value: { workingDays: 5, firstDayCounted: true },
    });
    expect(await count({ from: '2018-08-03', to: '2018-08-07', calendar: 'scotland' })).toMatchObject({
      value: { workingDays: 1, calendar: 'scotland' },
    });
  });

  test('refuses a day of which the calendar does not speak, by its field', async () => {
    const answer = await count({ from: '2018-10-15', to: '2031-01-01' });
    expect(answer).toMatchObject({ rejection: { code: 'input-invalid', place: { field: 'to' } } });
  });
});
