import fc from 'fast-check';
import type { Commencement } from '../../src/core/kernel/commencement.ts';
import type { Expression, Value } from '../../src/core/kernel/condition.ts';
import { addDays, type Day, day, formatDay } from '../../src/core/kernel/day.ts';
import { evaluateCondition } from '../../src/core/kernel/evaluate-condition.ts';
import { parseCondition } from '../../src/core/kernel/parse-condition.ts';
import type { Reading } from '../../src/core/kernel/reading.ts';
import { steps, valueOn } from '../../src/core/kernel/steps.ts';
import type { Worded } from '../../src/core/obligation/asked.ts';
import type { Verdict } from '../../src/core/obligation/bound-steps.ts';
import type { Fact, FactKind } from '../../src/core/obligation/fact.ts';
import { knowledgeOf } from '../../src/core/obligation/knowledge.ts';
import type { Member, Population } from '../../src/core/obligation/population/population.ts';
import { isOperatedOn } from '../../src/core/obligation/subject.ts';
import { duty, factKind } from './duty.ts';

/** First day of the window of generated populations, and its length. */
export const START = day('2018-07-01');
export const DAYS = 90;

/** A generated population with the facts that its knowledge is of. */
export interface Generated {
  readonly population: Population;
  readonly kinds: readonly FactKind[];
  readonly facts: readonly Known[];
}

type Known = Pick<Fact, 'kind' | 'subject' | 'effectiveOn' | 'value'>;

const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const EVENTS = [
  'words-in-force',
  'system-enrolled',
  'first-enrolment',
  'licence-held',
  'guidance-published',
  'ready',
] as const;
/** A named commencement: some days after a system is enrolled, but not before the guidance. */
const READY: Commencement = {
  kind: 'later-of',
  of: [
    { kind: 'event', event: 'guidance-published' },
    { kind: 'offset', base: { kind: 'event', event: 'system-enrolled' }, days: 7 },
  ],
};
const CATEGORIES = ['large-supplier', 'small-supplier', 'network'] as const;
const WORDINGS = ['a', 'b', 'c'] as const;
const ATOMS = [
  'system_enrolled',
  'first_enrolment',
  'licence_held',
  'guidance_published',
  'ready',
  'nothing_known',
  'volume > 10',
  'volume <= 20',
  'volume > 10 && size != "small"',
  'volume > trained',
  'size == "large"',
  'size == volume',
  'audited',
  'size',
  'on >= system_enrolled_day',
  'system_enrolled_day + days(3) > on',
  'on < guidance_published_day + days(5) && on != system_enrolled_day',
  `on > day("${formatDay(addDays(START, 20))}")`,
];
const SUBJECTS = ['p1', 'p2', 'p1-x', 'p1-y', 'p2-x'] as const;

const anyDay = fc.integer({ min: -10, max: DAYS + 10 }).map((offset) => addDays(START, offset));

const commencement: fc.Arbitrary<Commencement> = fc.letrec<{ node: Commencement }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    anyDay.map((on): Commencement => ({ kind: 'on', day: on })),
    fc.constantFrom(...EVENTS).map((event): Commencement => ({ kind: 'event', event })),
    fc.constant<Commencement>({ kind: 'never' }),
    fc
      .record({ base: tie('node'), days: fc.integer({ min: -9, max: 9 }) })
      .map(({ base, days }): Commencement => ({ kind: 'offset', base, days })),
    fc
      .record({
        kind: fc.constantFrom('earlier-of' as const, 'later-of' as const),
        of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      })
      .map((one): Commencement => one),
  ),
})).node;

const condition: fc.Arbitrary<Expression> = fc
  .letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(...ATOMS),
      tie('node').map((of) => `!(${of})`),
      fc.tuple(tie('node'), fc.constantFrom('&&', '||'), tie('node')).map(([a, by, b]) => `(${a}) ${by} (${b})`),
    ),
  }))
  .node.map((text) => {
    const parsed = parseCondition(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.expression;
  });

const worded: fc.Arbitrary<Worded> = fc
  .record({
    condition: fc.option(condition, { nil: null }),
    bearers: fc.subarray([...CATEGORIES], { minLength: 1 }),
    each: fc.constantFrom('party' as const, 'system' as const, 'smets1-system' as const),
    edges: fc.uniqueArray(anyDay, { minLength: 1, maxLength: 4 }),
    wordings: fc.array(fc.constantFrom(...WORDINGS), { minLength: 4, maxLength: 4 }),
    open: fc.boolean(),
  })
  .map(({ edges, wordings, open, ...given }) => {
    const days = edges.toSorted((a, b) => a - b);
    const words = days.flatMap((from, index) => {
      const until = days[index + 1] ?? null;
      if (until === null && !open && index > 0) return [];
      return [{ interval: { from, until }, version: String(index), wording: wordings[index] as string }];
    });
    return { obligation: duty(given), words };
  });

const fact: fc.Arbitrary<Known> = fc
  .record({
    kind: fc.constantFrom(
      'system-enrolled',
      'licence-held',
      'guidance-published',
      'volume',
      'size',
      'trained',
      'audited',
    ),
    subject: fc.constantFrom(...SUBJECTS),
    effectiveOn: anyDay,
    amount: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ kind, subject, effectiveOn, amount }) => ({
    kind,
    subject: subjectIn(kind, subject),
    effectiveOn,
    ...valueIn(kind, amount),
  }));

/** Duties of every shape over parties and systems whose facts are known in part, contradict nothing and change often. */
export const populations: fc.Arbitrary<Generated> = fc
  .record({
    duties: fc.array(worded, { minLength: 1, maxLength: 6 }),
    readings: fc.tuple(...WORDINGS.map(() => fc.record({ commences: commencement, ends: commencement }))),
    facts: fc.array(fact, { maxLength: 14 }),
    completeUntil: fc.option(anyDay, { nil: null }),
    operatedFrom: fc.array(anyDay, { minLength: SUBJECTS.length, maxLength: SUBJECTS.length }),
    categories: fc.array(
      fc.array(fc.record({ from: anyDay, value: fc.constantFrom(...CATEGORIES) }), { maxLength: 2 }),
      {
        minLength: 2,
        maxLength: 2,
      },
    ),
  })
  .map(({ duties, readings, facts, completeUntil, operatedFrom, categories }) => {
    const kinds = kindsOf(completeUntil);
    const byWording = new Map<string, Reading>(
      WORDINGS.map((id, index) => [
        id,
        { ...(readings[index] as (typeof readings)[0]), id, title: id, default: true, citation },
      ]),
    );
    const members = SUBJECTS.map((id, index): Member => {
      const supplier = id.slice(0, 2);
      const changes = categories[supplier === 'p1' ? 0 : 1] ?? [];
      return {
        subject: {
          id,
          supplier,
          generation: id === supplier ? null : id.endsWith('x') ? 'SMETS1' : 'SMETS2',
          fuel: id === supplier ? null : 'dual',
          operatedFrom: operatedFrom[index] as Day,
          ...(id === 'p1-y' ? { operatedUntil: addDays(operatedFrom[index] as Day, 40) } : {}),
        },
        category: steps<string>('large-supplier', changes),
      };
    });
    return {
      kinds,
      facts,
      population: {
        duties: duties.map((one, index) => ({
          ...one,
          obligation: { ...one.obligation, id: `duty-${index === 4 ? 0 : index}` },
        })),
        members,
        readings: (wording) => byWording.get(wording) as Reading,
        knowledge: knowledgeOf(kinds, facts, []),
        window: { from: START, until: addDays(START, DAYS) },
      },
    };
  });

/** One more fact that a generated population can come to know. */
export const oneMoreFact = fact;

/** The rule asked on one day: no intervals, no shared work, three values by truth tables. */
export function naiveOn(
  { duties, members, readings, knowledge }: Population,
  at: number,
  who: number,
  on: Day,
): Verdict {
  const { obligation, words } = duties[at] as Worded;
  const { subject, category } = members[who] as Member;
  const inForce = words.find(({ interval }) => interval.from <= on && (interval.until === null || on < interval.until));
  const isSystem = subject.generation !== null;
  if (isSystem === (obligation.each === 'party')) return false;
  if (obligation.each === 'smets1-system' && subject.generation !== 'SMETS1') return false;
  if (!obligation.bearers.includes(valueOn(category, on))) return false;
  if (inForce === undefined || !isOperatedOn(subject, on)) return false;
  const { commences, ends } = readings(inForce.wording);
  const event = (name: string, by: Day): Verdict => {
    if (name === 'ready') return happened(READY, by);
    const { occurrence, notBefore } = knowledge.about(name, subject);
    if (occurrence === null) return notBefore !== null && by < notBefore ? false : 'unknown';
    return occurrence !== 'never' && occurrence <= by;
  };
  const happened = (of: Commencement, by: Day): Verdict => {
    switch (of.kind) {
      case 'on':
        return of.day <= by;
      case 'offset':
        return happened(of.base, addDays(by, -of.days));
      case 'earlier-of':
        return not(of.of.map((one) => not(happened(one, by))).reduce(and, true));
      case 'later-of':
        return of.of.map((one) => happened(one, by)).reduce(and, true);
      case 'event':
        return of.event === 'words-in-force' ? inForce.interval.from <= by : event(of.event, by);
      default:
        return false;
    }
  };
  const named = (name: string): Value | undefined => {
    if (name === 'on') return { kind: 'day', day: on };
    const ofDay = name.endsWith('_day') ? name.slice(0, -'_day'.length).replaceAll('_', '-') : null;
    if (ofDay !== null) {
      const { occurrence, notBefore } = knowledge.about(ofDay, subject);
      if (occurrence === null) return notBefore === null ? undefined : { kind: 'day', day: notBefore, orLater: true };
      return { kind: 'day', day: occurrence === 'never' ? (Infinity as Day) : occurrence };
    }
    const kind = knowledge.kinds.get(name.replaceAll('_', '-'));
    if (kind === undefined) return undefined;
    if (kind.type !== 'event') return valueOn(knowledge.values(kind.id, subject), on) ?? undefined;
    const value = event(kind.id, on);
    return value === 'unknown' ? undefined : value;
  };
  const holds = (): Verdict => {
    if (obligation.condition === null) return true;
    const outcome = evaluateCondition(obligation.condition, named);
    return outcome.kind === 'value' ? outcome.value === true : 'unknown';
  };
  return [happened(commences, on), not(happened(ends, on)), holds()].reduce(and);
}

function kindsOf(completeUntil: Day | null): FactKind[] {
  return [
    factKind({ id: 'words-in-force', subject: 'words', completeUntil }),
    factKind({ id: 'system-enrolled', subject: 'system-group', completeUntil }),
    factKind({ id: 'first-enrolment', firstOf: 'system-enrolled', completeUntil }),
    factKind({ id: 'licence-held', subject: 'party', completeUntil }),
    factKind({ id: 'guidance-published', completeUntil }),
    factKind({ id: 'volume', subject: 'system-group', type: 'int' }),
    factKind({ id: 'trained', subject: 'market', type: 'int' }),
    factKind({ id: 'size', subject: 'party', type: 'string' }),
    factKind({ id: 'audited', subject: 'party', type: 'bool' }),
    factKind({ id: 'ready', derived: { from: 'commencement', commences: READY }, completeUntil: null }),
  ];
}

function subjectIn(kind: string, subject: string): string | null {
  if (kind === 'guidance-published' || kind === 'trained') return null;
  if (kind === 'system-enrolled' || kind === 'volume') return subject.includes('-') ? subject : `${subject}-x`;
  return subject.slice(0, 2);
}

function valueIn(kind: string, amount: number): { readonly value?: boolean | number | string } {
  if (kind === 'volume' || kind === 'trained') return { value: amount };
  if (kind === 'size') return { value: amount > 15 ? 'large' : 'small' };
  return kind === 'audited' ? { value: amount > 15 } : {};
}

function and(a: Verdict, b: Verdict): Verdict {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : 'unknown';
}

function not(of: Verdict): Verdict {
  return of === 'unknown' ? of : !of;
}
