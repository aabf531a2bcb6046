import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { addDays, type Day, day, formatDay } from '../kernel/day.ts';
import { contains, type Interval } from '../kernel/interval.ts';
import type { Fact } from '../obligation/fact.ts';
import type { Assumption } from '../obligation/knowledge.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { DutyReadiness } from './readiness.ts';
import { type ReadinessQuestion, readinessOf } from './readiness-of.ts';

const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const kinds = [
  factKind({ id: 'survey', title: 'The survey is out', broughtAbout: { needs: [], by: 'ssc', takes: null, citation } }),
  factKind({
    id: 'guidance',
    title: 'The guidance is there',
    broughtAbout: { needs: ['survey'], by: 'ssc', takes: null, citation },
  }),
  factKind({
    id: 'trained',
    title: 'The assessors are trained',
    broughtAbout: { needs: ['guidance'], by: 'assessor', takes: { days: 30, citation }, citation },
  }),
  factKind({
    id: 'own-tests',
    subject: 'party',
    broughtAbout: { needs: ['guidance'], by: null, takes: null, citation },
  }),
  factKind({ id: 'enrolled', subject: 'system-group' }),
];
const always = { kind: 'on', day: day('2018-01-01') } as const;
const wording = (id: string, ends: 'never' | 'enrolled') => ({
  id,
  title: id,
  readings: [
    {
      id: 'plain',
      title: 'plain',
      default: true,
      commences: ends === 'enrolled' ? always : ({ kind: 'event', event: 'enrolled' } as const),
      ends: ends === 'enrolled' ? ({ kind: 'event', event: 'enrolled' } as const) : ({ kind: 'never' } as const),
      citation,
    },
  ],
});
const now = { ...wording('old', 'never'), readings: [{ ...wording('old', 'never').readings[0], commences: always }] };

interface Given {
  readonly duties?: readonly Obligation[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly assumed?: readonly Assumption[];
  readonly on?: string;
}

function ask({
  duties = [duty({ assessableAfter: ['trained'] })],
  facts = {},
  assumed = [],
  on = '2018-10-12',
}: Given) {
  const interval: Interval = { from: day('2018-07-18'), until: null };
  return readinessOf({
    duties: duties.map((obligation) => ({
      obligation,
      words: [{ interval, version: '5.20', wording: obligation.wording }],
    })),
    modification: null,
    wordings: [now, wording('from-enrolment', 'never'), wording('until-enrolment', 'enrolled')] as never,
    factKinds: kinds,
    calendars: [],
    bodies: [
      { id: 'ssc', inSentence: 'the SSC' },
      { id: 'assessor', inSentence: 'the assessor' },
    ],
    estate: {
      parties: [{ id: 'p', name: 'Penrose', category: 'large-supplier', admittedOn: day('2016-01-01'), cycleYear: 1 }],
      groups: [GROUP],
      assessments: [
        { id: 'soon', party: 'p', on: day('2018-11-01'), cycleYear: 1, plannedType: 'full' },
        { id: 'late', party: 'p', on: day('2019-11-01'), cycleYear: 1, plannedType: 'full' },
      ],
    },
    facts: Object.entries(facts).map(
      ([key, effectiveOn]): Fact => ({
        id: `f-${key}`,
        kind: key.split(':')[0] as string,
        subject: key.split(':')[1] ?? null,
        effectiveOn: day(effectiveOn),
        citation,
      }),
    ),
    assumed,
    on: day(on),
    readings: {},
  } satisfies ReadinessQuestion);
}

const GROUP = {
  id: 'g',
  title: 'Homes',
  supplier: 'p',
  generation: 'SMETS1',
  fuel: 'dual',
  counts: { devices: 1, premises: 1, systems: 1 },
  operatedFrom: day('2017-01-01'),
} as const;

const first = (given: Given) => ask(given).parties[0]?.duties[0] as DutyReadiness;
const steps = (given: Given) => first(given).chain.map(({ event, who, state }) => [event, who, state]);

describe('readiness', () => {
  test('nothing can be shown of a duty before it binds, though all that it needs was there', () => {
    const done = { survey: '2014-01-01', guidance: '2014-02-01', trained: '2014-04-01' };
    expect(first({ facts: done }).shown).toEqual({ kind: 'on', day: day('2018-07-18') });
    expect(first({ facts: { ...done, trained: '2018-09-01' } }).shown).toEqual({ kind: 'on', day: day('2018-09-01') });
  });

  test('names every step before an assessment, whoever does it, though the duty names only the last', () => {
    expect(steps({ facts: { survey: '2018-09-27' } })).toEqual([
      ['survey', 'the SSC', 'done'],
      ['guidance', 'the SSC', 'awaited'],
      ['trained', 'the assessor', 'waiting'],
    ]);
    expect(first({ facts: { survey: '2018-09-27' } }).heldUpBy).toEqual([
      { event: 'guidance', title: 'The guidance is there', who: 'the SSC' },
    ]);
    expect(steps({ duties: [duty({ assessableAfter: ['own-tests'] })] }).at(-1)).toEqual([
      'own-tests',
      'Penrose',
      'waiting',
    ]);
  });

  test('is the day of the last step, and the exposure is what comes before it', () => {
    const facts = { survey: '2018-09-27', guidance: '2018-12-01', trained: '2019-02-01' };
    const { shown, exposure, assessments, standing } = first({ facts });
    expect(shown).toEqual({ kind: 'on', day: day('2019-02-01') });
    expect(exposure).toEqual([{ from: day('2018-07-18'), until: day('2019-02-01'), awaiting: [] }]);
    expect(assessments).toEqual([{ assessment: 'soon', on: day('2018-11-01'), exposed: true }]);
    expect(standing).toBe('exposed');
    expect(first({ facts, on: '2019-02-01' }).standing).toBe('ready');
  });

  test('is never when a step is supposed never to happen', () => {
    const { shown, heldUpBy } = first({ assumed: [{ event: 'guidance', subject: null, day: null }] });
    expect(shown).toEqual({ kind: 'never', because: ['guidance'] });
    expect(heldUpBy.map((one) => one.event)).toEqual(['survey']);
  });

  test('expects a day only by lengths that the data states, as sure as the least sure of them', () => {
    expect(first({ facts: { survey: '2018-09-27' } }).shown).toMatchObject({ kind: 'unknown', expected: null });
    const { shown } = first({ facts: { survey: '2018-09-27', guidance: '2018-10-01' } });
    expect(shown).toMatchObject({ expected: { day: day('2018-10-31'), certainty: 'illustrative' } });
    const late = first({ facts: { survey: '2018-09-27', guidance: '2018-10-01' }, on: '2019-01-01' });
    expect(late.shown).toMatchObject({ expected: { day: day('2019-01-01') } });
  });

  test('tells a step that is recorded from one that a reader supposes, and one of a later day from one that is done', () => {
    const supposed = { event: 'trained', subject: null, day: day('2019-01-01') };
    const given = { facts: { survey: '2018-09-27', guidance: '2018-11-01' }, assumed: [supposed] };
    expect(steps(given).map(([, , state]) => state)).toEqual(['done', 'dated', 'supposed']);
  });

  test('a duty that needs nothing first can be shown from the first day on which it binds, and exposes nobody', () => {
    const { shown, exposure, chain } = first({ duties: [duty()] });
    expect({ shown, exposure, chain }).toEqual({
      shown: { kind: 'on', day: day('2018-07-18') },
      exposure: [],
      chain: [],
    });
  });

  test('is asked of a party itself too, and only about duties that its category bears', () => {
    const own = duty({ id: 'own', each: 'party', assessableAfter: ['trained'] });
    const others = duty({ id: 'others', bearers: ['network'] });
    expect(ask({ duties: [own, others] }).parties[0]?.duties.map((one) => [one.obligation, one.subject])).toEqual([
      ['own', 'p'],
    ]);
  });
});

const offset = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
const dayAt = (at: number) => addDays(day('2018-07-01'), at);

test('exposure is, day by day, every day on which the duty binds and some step before the assessment is missing', () => {
  fc.assert(
    fc.property(fc.record({ survey: offset, guidance: offset, trained: offset, enrolled: offset }), (days) => {
      const duties = [duty({ wording: 'from-enrolment', assessableAfter: ['trained'] })];
      const { exposure } = first({ duties, ...given(days) });
      for (let at = 0; at < 90; at++) {
        const done = [days.survey, days.guidance, days.trained].every((one) => one !== null && one <= at);
        const bound = dayAt(at) >= day('2018-07-18') && days.enrolled !== null && days.enrolled <= at;
        expect(exposure.some((span) => contains(span, dayAt(at)))).toBe(bound && !done);
      }
    }),
    { numRuns: 60 },
  );
});

test('gaps between instruments are, day by day, the days on which for some fuel none of them binds', () => {
  const chosen = fc.record({ enrolled: offset, gas: fc.boolean(), electricity: fc.boolean(), late: fc.boolean() });
  fc.assert(
    fc.property(chosen, ({ enrolled, gas, electricity, late }) => {
      const standIn = (fuel: 'gas' | 'electricity') =>
        duty({ id: fuel, instrument: `${fuel}-licence`, fuel, covers: ['main'], wording: 'until-enrolment' });
      const main = duty({ id: 'main', wording: late ? 'from-enrolment' : 'old' });
      const nowhere = duty({ id: 'nowhere', bearers: ['network'], covers: ['main'] });
      const duties = [
        main,
        nowhere,
        ...(gas ? [standIn('gas')] : []),
        ...(electricity ? [standIn('electricity')] : []),
      ];
      const { continuity } = first({ duties, ...given({ enrolled }) });
      for (let at = 0; at < 90; at++) {
        const inForce = dayAt(at) >= day('2018-07-18');
        const isEnrolled = enrolled !== null && enrolled <= at;
        const binds = inForce && (!late || isEnrolled);
        const covered = gas && electricity && inForce && !isEnrolled;
        const gap = continuity?.gaps.find((span) => contains(span, dayAt(at)));
        const said = `${formatDay(dayAt(at))} ${JSON.stringify(continuity)}`;
        // Nothing is asked before the words are in force.
        expect(gap !== undefined, said).toBe(inForce && !binds && !covered);
        expect(gap?.awaiting ?? []).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

/** Everything settled: what has no day never happens. */
function given(days: Readonly<Record<string, number | null>>): Pick<Given, 'facts' | 'assumed'> {
  const all = Object.entries(days);
  const key = (event: string) => (event === 'enrolled' ? 'enrolled:g' : event);
  return {
    facts: Object.fromEntries(
      all.flatMap(([event, at]) => (at === null ? [] : [[key(event), formatDay(dayAt(at) as Day)]])),
    ),
    assumed: all.flatMap(([event, at]) =>
      at === null ? [{ event, subject: event === 'enrolled' ? 'g' : null, day: null }] : [],
    ),
  };
}
