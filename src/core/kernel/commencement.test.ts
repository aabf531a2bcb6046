// biome-ignore-all lint/suspicious/noThenProperty: a decision's `then` is data, and no one awaits it
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commencementSchema } from './commencement.schema.ts';
import type { Commenced, Commencement, Occurrence } from './commencement.ts';
import { addDays, type Day, day } from './day.ts';
import { MONTH_ROUNDINGS } from './months.ts';
import { implementationDateEvent, resolveCommencement, startedSteps } from './resolve-commencement.ts';
import { valueOn } from './steps.ts';
import type { Calendar } from './working-days.ts';

const on = (text: string): Commencement => ({ kind: 'on', day: day(text) });
const enrolment: Commencement = { kind: 'event', event: 'first-smets1-enrolment' };
const implementation: Commencement = {
  kind: 'decision',
  decision: 'decision-to-approve',
  by: day('2018-10-24'),
  then: on('2018-11-08'),
  otherwise: null,
};
const knowing =
  (known: Readonly<Record<string, string>>) =>
  (event: string): Occurrence => {
    const text = known[event];
    return text === undefined ? null : text === 'never' ? 'never' : day(text);
  };
const settled = (text: string): Commenced => ({ kind: 'on', day: day(text) });

describe('a date that depends on a decision', () => {
  const when = (known: Readonly<Record<string, string>>) => resolveCommencement(implementation, knowing(known));

  test('is the planned one when the decision is made in time', () => {
    expect(when({ 'decision-to-approve': '2018-10-24' })).toEqual(settled('2018-11-08'));
  });

  test('is unknown after a late decision when the source gives no fall-back, and waits for a day to be set', () => {
    const awaiting = ['decision-to-approve-implementation-date'];
    expect(when({ 'decision-to-approve': '2018-10-25' })).toEqual({
      kind: 'unknown',
      notBefore: day('2018-10-25'),
      awaiting,
    });
    expect(awaiting).toEqual([implementationDateEvent('decision-to-approve')]);
    const set = { 'decision-to-approve': '2018-10-25', 'decision-to-approve-implementation-date': '2018-12-01' };
    expect(when(set)).toEqual(settled('2018-12-01'));
  });

  test('is the fall-back after a late decision where there is one', () => {
    const fallback = { ...implementation, otherwise: on('2018-12-06') };
    expect(resolveCommencement(fallback, knowing({ 'decision-to-approve': '2018-10-25' }))).toEqual(
      settled('2018-12-06'),
    );
  });

  test('is unknown before the decision, and never when it was decided otherwise', () => {
    expect(when({})).toEqual({ kind: 'unknown', notBefore: day('2018-10-25'), awaiting: ['decision-to-approve'] });
    expect(when({ 'decision-to-approve': 'never' })).toEqual({ kind: 'never' });
  });
});

describe('earlier and later', () => {
  const later = (...of: Commencement[]): Commencement => ({ kind: 'later-of', of });
  const earlier = (...of: Commencement[]): Commencement => ({ kind: 'earlier-of', of });
  const nothing = knowing({});
  const awaiting = ['first-smets1-enrolment'];

  test('the later of a day and an event that is awaited is not before the day', () => {
    expect(resolveCommencement(later(on('2018-11-08'), enrolment), nothing)).toEqual({
      kind: 'unknown',
      notBefore: day('2018-11-08'),
      awaiting,
    });
    const known = knowing({ 'first-smets1-enrolment': '2019-03-01' });
    expect(resolveCommencement(later(on('2018-11-08'), enrolment), known)).toEqual(settled('2019-03-01'));
  });

  test('the earlier of a day and an event that is awaited is not after the day', () => {
    const commenced = resolveCommencement(earlier(on('2018-11-08'), enrolment), nothing);
    expect(commenced).toEqual({ kind: 'unknown', notBefore: null, notAfter: day('2018-11-08'), awaiting });
    const started = startedSteps(commenced);
    expect(valueOn(started, day('2018-11-07'))).toBe('unknown');
    expect(valueOn(started, day('2018-11-08'))).toBe(true);
  });

  test('what can no longer matter is not awaited', () => {
    const offset: Commencement = { kind: 'offset', base: later(on('2018-11-08'), enrolment), days: 10 };
    expect(resolveCommencement(earlier(on('2018-11-18'), offset), nothing)).toEqual(settled('2018-11-18'));
    const capped = earlier(on('2018-11-08'), enrolment);
    expect(resolveCommencement(later(on('2018-11-08'), capped), nothing)).toEqual(settled('2018-11-08'));
  });

  test('the later of never is never, the earlier of never is the other', () => {
    expect(resolveCommencement(later({ kind: 'never' }, enrolment), nothing)).toEqual({ kind: 'never' });
    expect(resolveCommencement(earlier({ kind: 'never' }, on('2018-11-08')), nothing)).toEqual(settled('2018-11-08'));
    expect(resolveCommencement(later(), nothing)).toEqual({ kind: 'never' });
    expect(resolveCommencement(earlier(), nothing)).toEqual({ kind: 'never' });
  });

  test('an event of which the record is complete until a day has not happened before it', () => {
    const until = day('2019-01-01');
    expect(resolveCommencement(enrolment, nothing, () => until)).toEqual({
      kind: 'unknown',
      notBefore: until,
      awaiting,
    });
  });
});

/** Every weekday of these days is a Working Day, but one. */
function calendarOf(from: number, until: number): Calendar {
  const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
  const holiday = { day: 12 as Day, name: 'A holiday', status: 'proclaimed' } as const;
  return {
    id: 'test',
    title: 'Test',
    from: from as Day,
    until: until as Day,
    snapshotOn: from as Day,
    citation,
    holidays: new Map([[holiday.day, holiday]]),
  };
}

const WIDE = new Map([['test', calendarOf(-600, 700)]]);

describe('lengths of time', () => {
  const startOf = (commencement: Commencement, calendars = WIDE) =>
    resolveCommencement(commencement, knowing({}), undefined, calendars);
  const base = on('1970-01-08');

  test('are counted in Working Days of a calendar by its name, and in months as they are rounded', () => {
    const workingDays = (count: number): Commencement => ({
      kind: 'working-days-after',
      base,
      workingDays: count,
      calendar: 'test',
    });
    expect(startOf(workingDays(3))).toEqual(settled('1970-01-14'));
    expect(startOf(workingDays(-3))).toEqual(settled('1970-01-05'));
    const month = { kind: 'months-after', base: on('2019-01-31'), months: 1 } as const;
    expect(startOf({ ...month, rounding: 'end-of-month' })).toEqual(settled('2019-02-28'));
    expect(startOf({ ...month, rounding: 'start-of-next' })).toEqual(settled('2019-03-01'));
  });

  test('in Working Days outside the calendar are told as unknown, with what is missing and what bounds them', () => {
    const far: Commencement = { kind: 'working-days-after', base, workingDays: 3, calendar: 'test' };
    expect(startOf(far, new Map([['test', calendarOf(0, 10)]]))).toEqual({
      kind: 'unknown',
      notBefore: 10,
      awaiting: ['the holidays of the calendar "test" before 1970-01-01 or from 1970-01-11 on'],
    });
    expect(startOf(far, new Map())).toMatchObject({
      awaiting: ['the holidays of a calendar "test", which is not there'],
    });
  });
});

describe('laws of commencing', () => {
  const EVENTS = ['e0', 'e1', 'e2'];
  const DECISIONS = ['d0', 'd1'];
  const days = fc.integer({ min: 0, max: 30 }).map((value) => value as Day);
  const commencements = fc.letrec<{ any: Commencement }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      fc.record({ kind: fc.constant('on' as const), day: days }),
      fc.record({ kind: fc.constant('event' as const), event: fc.constantFrom(...EVENTS) }),
      fc.constant<Commencement>({ kind: 'never' }),
      fc.record({
        kind: fc.constantFrom('earlier-of' as const, 'later-of' as const),
        of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('offset' as const), base: tie('any'), days: fc.integer({ min: -9, max: 9 }) }),
      fc.record({
        kind: fc.constant('working-days-after' as const),
        base: tie('any'),
        workingDays: fc.integer({ min: -9, max: 9 }),
        calendar: fc.constant('test'),
      }),
      fc.record({
        kind: fc.constant('months-after' as const),
        base: tie('any'),
        months: fc.integer({ min: -1, max: 1 }),
        rounding: fc.constantFrom(...MONTH_ROUNDINGS),
      }),
      fc
        .record({
          decision: fc.constantFrom(...DECISIONS),
          by: days,
          then: tie('any'),
          otherwise: fc.option(tie('any')),
        })
        .map((decision): Commencement => ({ kind: 'decision', ...decision })),
    ),
  })).any;

  /** A whole history: what every event comes to, where a day set after a decision is not before it. */
  const histories = fc
    .record({
      base: fc.array(fc.option(days, { nil: 'never' as const }), { minLength: 5, maxLength: 5 }),
      waits: fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }),
    })
    .map(({ base, waits }) => {
      const history = new Map<string, Day | 'never'>();
      [...EVENTS, ...DECISIONS].forEach((name, at) => {
        history.set(name, base[at] ?? 'never');
      });
      DECISIONS.forEach((decision, at) => {
        const decided = history.get(decision) ?? 'never';
        history.set(
          implementationDateEvent(decision),
          decided === 'never' ? decided : addDays(decided, waits[at] ?? 0),
        );
      });
      return history;
    });
  const everyDay = Array.from({ length: 130 }, (_, at) => (at - 50) as Day);

  test('what is said of a day before everything is known stays true', () => {
    fc.assert(
      fc.property(commencements, histories, fc.nat(127), (commencement, history, known) => {
        const names = [...history.keys()];
        const isKnown = (event: string) => (known >> names.indexOf(event)) % 2 === 1;
        const now = resolveCommencement(
          commencement,
          (event) => (isKnown(event) ? (history.get(event) ?? null) : null),
          undefined,
          WIDE,
        );
        const whole = resolveCommencement(commencement, (event) => history.get(event) ?? null, undefined, WIDE);
        expect(whole.kind).not.toBe('unknown');
        if (now.kind !== 'unknown') expect(now).toEqual(whole);
        else expect(now.awaiting.length).toBeGreaterThan(0);
        const [early, late] = [startedSteps(now), startedSteps(whole)];
        for (const on of everyDay) expect(['unknown', valueOn(late, on)]).toContain(valueOn(early, on));
      }),
      { numRuns: 300 },
    );
  });

  test('Working Days beyond a calendar leave days unknown and never make one wrong', () => {
    fc.assert(
      fc.property(commencements, histories, fc.nat(30), fc.nat(30), (commencement, history, from, length) => {
        const known = (event: string) => history.get(event) ?? null;
        const narrow = new Map([['test', calendarOf(from, from + length)]]);
        const [bounded, whole] = [narrow, WIDE].map((calendars) =>
          resolveCommencement(commencement, known, undefined, calendars),
        ) as [Commenced, Commenced];
        if (bounded.kind === 'unknown')
          expect(bounded.awaiting.join()).toContain('the holidays of the calendar "test"');
        else expect(bounded).toEqual(whole);
        const [early, late] = [startedSteps(bounded), startedSteps(whole)];
        for (const on of everyDay) expect(['unknown', valueOn(late, on)]).toContain(valueOn(early, on));
      }),
      { numRuns: 300 },
    );
  });

  test('learning what is awaited settles it, in the end', () => {
    fc.assert(
      fc.property(commencements, histories, (commencement, history) => {
        const known = new Map<string, Day | 'never'>();
        for (let round = 0; round <= history.size; round += 1) {
          const now = resolveCommencement(commencement, (event) => known.get(event) ?? null, undefined, WIDE);
          if (now.kind !== 'unknown') return;
          const learnt = now.awaiting.filter((event) => !known.has(event));
          expect(learnt).toEqual(now.awaiting);
          for (const event of learnt) known.set(event, history.get(event) ?? 'never');
        }
        expect.unreachable('it was never settled');
      }),
    );
  });

  test('it reads back as it was written', () => {
    fc.assert(
      fc.property(commencements, (commencement) => {
        expect(commencementSchema.decode(commencementSchema.encode(commencement))).toEqual(commencement);
      }),
    );
  });
});

describe('reading', () => {
  test('days are ISO text outside', () => {
    expect(commencementSchema.encode(implementation)).toEqual({
      kind: 'decision',
      decision: 'decision-to-approve',
      by: '2018-10-24',
      then: { kind: 'on', day: '2018-11-08' },
      otherwise: null,
    });
  });

  test.each([
    ['a day that is none', { kind: 'later-of', of: [{ kind: 'on', day: '2018-11-31' }] }, ['of', 0, 'day']],
    ['a kind that there is not', { kind: 'sometime' }, ['kind']],
    ['a key that the kind does not have', { kind: 'never', day: '2018-11-08' }, []],
    ['a list of none', { kind: 'earlier-of', of: [] }, ['of']],
    ['part of a day', { kind: 'offset', base: { kind: 'never' }, days: 0.5 }, ['days']],
  ])('%s is refused at its place', (_, input, path) => {
    expect(commencementSchema.safeDecode(input as never).error?.issues[0]?.path).toEqual(path);
  });
});
