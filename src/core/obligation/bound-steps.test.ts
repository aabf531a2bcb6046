import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import type { Commencement } from '../kernel/commencement.ts';
import type { Expression, Value } from '../kernel/condition.ts';
import { addDays, type Day, day } from '../kernel/day.ts';
import { evaluateCondition } from '../kernel/evaluate-condition.ts';
import { addMonths, MONTH_ROUNDINGS } from '../kernel/months.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import type { Reading } from '../kernel/reading.ts';
import { valueOn } from '../kernel/steps.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import { categorySteps } from '../party/party-over-time.ts';
import type { Asked } from './asked.ts';
import { boundOn, boundSteps, type Verdict } from './bound-steps.ts';
import type { FactKind } from './fact.ts';
import { type Assumption, knowledgeOf } from './knowledge.ts';
import type { Subject } from './subject.ts';
import { changeWords, type WordsInForce } from './words-in-force.ts';

const START = day('2018-07-01');
const SPAN = 60;
const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const EVENTS = ['words-in-force', 'system-enrolled', 'first-enrolment', 'guidance-published', 'ready'] as const;
const CALENDAR: Calendar = {
  id: 'test',
  title: 'Test',
  from: day('2017-01-01'),
  until: day('2020-01-01'),
  snapshotOn: START,
  citation,
  holidays: new Map([[day('2018-08-27'), { day: day('2018-08-27'), name: 'Summer', status: 'proclaimed' as const }]]),
};

const anyDay = fc.integer({ min: 0, max: SPAN }).map((offset) => addDays(START, offset));
const commencement: fc.Arbitrary<Commencement> = fc.letrec<{ node: Commencement }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyDay.map((on): Commencement => ({ kind: 'on', day: on })),
    fc.constantFrom(...EVENTS).map((event): Commencement => ({ kind: 'event', event })),
    fc.constant<Commencement>({ kind: 'never' }),
    fc
      .record({ base: tie('node'), days: fc.integer({ min: -9, max: 9 }) })
      .map(({ base, days }): Commencement => ({ kind: 'offset', base, days })),
    fc
      .record({ base: tie('node'), workingDays: fc.integer({ min: -9, max: 9 }) })
      .map((one): Commencement => ({ kind: 'working-days-after', calendar: 'test', ...one })),
    fc
      .record({
        base: tie('node'),
        months: fc.integer({ min: -2, max: 2 }),
        rounding: fc.constantFrom(...MONTH_ROUNDINGS),
      })
      .map((one): Commencement => ({ kind: 'months-after', ...one })),
    fc
      .record({
        kind: fc.constantFrom('earlier-of' as const, 'later-of' as const),
        of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      })
      .map((one): Commencement => one),
  ),
})).node;

/** A commencement with a name: it is awaited by what it waits for. */
const READY: Commencement = {
  kind: 'later-of',
  of: [
    { kind: 'event', event: 'guidance-published' },
    { kind: 'offset', base: { kind: 'event', event: 'first-enrolment' }, days: 3 },
  ],
};

function conditionOf(text: string): Expression {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

const reading = (id: string): fc.Arbitrary<Reading> =>
  fc
    .record({ commences: commencement, ends: commencement })
    .map((one) => ({ ...one, id, title: id, default: true, citation }));

const subject: Subject = { id: 'x', supplier: 's', generation: 'SMETS1', fuel: 'dual', operatedFrom: START };

const world = fc.record({
  readings: fc.tuple(reading('old'), reading('new')),
  from: anyDay,
  implemented: anyDay,
  until: fc.option(anyDay),
  condition: fc.option(
    fc
      .constantFrom(
        'on >= system_enrolled_day && on < day("2018-08-20")',
        'on < system_enrolled_day + days(9) || system_enrolled_day == guidance_published_day',
        'system_enrolled',
        '!system_enrolled',
        'system_enrolled && !guidance_published',
        'ready',
        'nothing_known',
      )
      .map(conditionOf),
  ),
  operatedFrom: anyDay,
  operatedUntil: fc.option(anyDay),
  categories: fc.array(
    fc.record({
      from: anyDay,
      category: fc.constantFrom('large-supplier', 'network'),
      citation: fc.constant(citation),
    }),
    { maxLength: 2 },
  ),
  completeUntil: fc.option(anyDay),
  enrolled: fc.option(anyDay),
  other: fc.option(anyDay),
  assumed: fc.array(
    fc.record({
      event: fc.constantFrom('system-enrolled', 'guidance-published'),
      subject: fc.constantFrom(null, 'x', 'y'),
      day: fc.option(anyDay),
    }),
    { maxLength: 2 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

test('bound over intervals is bound day by day, whatever is recorded, assumed or unknown', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { worded, asked } = build(given);
      const lifted = boundSteps(worded, asked);
      for (let on = addDays(START, -15); on < addDays(START, SPAN + 15); on = addDays(on, 1)) {
        expect(valueOn(lifted, on).bound).toBe(naive(given, worded.words, on));
        expect(boundOn(worded, asked, on)).toEqual(valueOn(lifted, on));
      }
    }),
    { numRuns: 150 },
  );
});

test('a verdict that is unknown always names the events that would settle it', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { worded, asked } = build(given);
      const { initial, changes } = boundSteps(worded, asked);
      expect(changes.every((change) => Number.isFinite(change.from))).toBe(true);
      for (const value of [initial, ...changes.map((change) => change.value)]) {
        expect(value.awaiting.length > 0).toBe(value.bound === 'unknown');
        if (given.condition === null) expect(value.awaiting).not.toContain('ready');
      }
    }),
    { numRuns: 100 },
  );
});

test('what is recorded wins over what is assumed', () => {
  const kinds = kindsOf(null);
  const facts = [{ kind: 'system-enrolled', subject: 'x', effectiveOn: day('2018-08-01') }];
  const assumed = [{ event: 'system-enrolled', subject: 'x', day: null }];
  expect(knowledgeOf(kinds, facts, assumed).about('system-enrolled', subject).occurrence).toBe(day('2018-08-01'));
});

test('no system enrols before the first of the market, nor at all when the market has none', () => {
  const assume = (on: Day | null) =>
    knowledgeOf(kindsOf(null), [], [{ event: 'first-enrolment', subject: null, day: on }]).about(
      'system-enrolled',
      subject,
    );
  expect(assume(day('2018-08-01'))).toEqual({ occurrence: null, notBefore: day('2018-08-01') });
  expect(assume(null).occurrence).toBe('never');
});

function kindsOf(completeUntil: Day | null): FactKind[] {
  const kind = (id: string, about: FactKind['subject'], firstOf: string | null = null) =>
    factKind({ id, subject: about, firstOf, completeUntil });
  return [
    kind('words-in-force', 'words'),
    kind('system-enrolled', 'system-group'),
    kind('first-enrolment', 'market', 'system-enrolled'),
    kind('guidance-published', 'market'),
    factKind({ id: 'ready', derived: { from: 'commencement', commences: READY } }),
  ];
}

function build(given: World) {
  const first = { from: given.from, until: given.until !== null && given.until > given.from ? given.until : null };
  const old: WordsInForce = { interval: first, version: '1', wording: 'old' };
  const words = changeWords([old], { from: 'old', to: 'new' }, given.implemented, '2');
  const facts = [
    ...(given.enrolled === null ? [] : [{ kind: 'system-enrolled', subject: 'x', effectiveOn: given.enrolled }]),
    ...(given.other === null ? [] : [{ kind: 'system-enrolled', subject: 'y', effectiveOn: given.other }]),
  ];
  const knowledge = knowledgeOf(kindsOf(given.completeUntil), facts, given.assumed as Assumption[], [CALENDAR]);
  const readings: Record<string, Reading> = { old: given.readings[0], new: given.readings[1] };
  const { operatedFrom, operatedUntil } = given;
  const bearer = { ...subject, operatedFrom, ...(operatedUntil === null ? {} : { operatedUntil }) };
  const category = categorySteps({ category: 'large-supplier', changes: given.categories });
  const asked: Asked = { subject: bearer, category, readings: (wording) => readings[wording] as Reading, knowledge };
  return { worded: { obligation: duty({ condition: given.condition }), words }, asked };
}

/** The same rule asked on one day: no intervals, no bounds of commencements, three values by truth tables. */
function naive(given: World, words: readonly WordsInForce[], on: Day): Verdict {
  const inForce = words.find(({ interval }) => interval.from <= on && (interval.until === null || on < interval.until));
  if (inForce === undefined || on < given.operatedFrom) return false;
  if (given.operatedUntil !== null && on >= given.operatedUntil) return false;
  const since = Math.max(...given.categories.filter(({ from }) => from <= on).map(({ from }) => from));
  if (given.categories.findLast(({ from }) => from === since)?.category === 'network') return false;
  const used = inForce.wording === 'old' ? given.readings[0] : given.readings[1];
  const { knowledge } = build(given).asked;
  const event = (name: string, by: Day): Verdict => {
    const { occurrence, notBefore } = knowledge.about(name, subject);
    if (name === 'ready') return happened(READY, by);
    if (occurrence === null) return notBefore !== null && by < notBefore ? false : 'unknown';
    return occurrence !== 'never' && occurrence <= by;
  };
  const happened = (of: Commencement, by: Day): Verdict => {
    switch (of.kind) {
      case 'on':
        return of.day <= by;
      case 'never':
      case 'decision':
        return false;
      case 'offset':
        return happened(of.base, addDays(by, -of.days));
      case 'working-days-after':
        return shifted(of.base, by, (base) => addWorkingDays(CALENDAR, base, of.workingDays));
      case 'months-after':
        return shifted(of.base, by, (base) => addMonths(base, of.months, of.rounding));
      case 'earlier-of':
        return not(of.of.map((one) => not(happened(one, by))).reduce(and, true));
      case 'later-of':
        return of.of.map((one) => happened(one, by)).reduce(and, true);
      case 'event':
        return of.event === 'words-in-force' ? inForce.interval.from <= by : event(of.event, by);
    }
  };
  /** What comes a length of time after something has come by a day when that something has by the last day that is so long before. */
  function shifted(base: Commencement, by: Day, move: (on: Day) => Day): Verdict {
    let last = addDays(by, 80);
    while (move(last) > by) last = addDays(last, -1);
    return happened(base, last);
  }
  const dayOf = (name: string): Value | undefined => {
    const { occurrence, notBefore } = knowledge.about(name, subject);
    if (occurrence === null) return notBefore === null ? undefined : { kind: 'day', day: notBefore, orLater: true };
    return { kind: 'day', day: occurrence === 'never' ? (Infinity as Day) : occurrence };
  };
  const met = holds(given.condition, event, dayOf, on);
  return [happened(used.commences, on), not(happened(used.ends, on)), met].reduce(and);
}

function holds(
  condition: World['condition'],
  event: (name: string, by: Day) => Verdict,
  dayOf: (name: string) => Value | undefined,
  on: Day,
): Verdict {
  if (condition === null) return true;
  const outcome = evaluateCondition(condition, (name) => {
    if (name === 'on') return { kind: 'day', day: on };
    const kind = name.replace('_day', '').replaceAll('_', '-');
    if (name.endsWith('_day')) return dayOf(kind);
    const value = (EVENTS as readonly string[]).includes(kind) ? event(kind, on) : 'unknown';
    return value === 'unknown' ? undefined : value;
  });
  return outcome.kind === 'value' ? outcome.value === true : 'unknown';
}

function and(a: Verdict, b: Verdict): Verdict {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'unknown';
}

function not(of: Verdict): Verdict {
  return of === 'unknown' ? of : !of;
}
