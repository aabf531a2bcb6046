import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { changeSentence } from '../document/change-counts.ts';
import { day } from '../kernel/day.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { EffectCounts } from './effect.ts';
import { effectOf } from './effect-of.ts';
import type { EffectQuestion } from './effect-question.ts';

const citation = { source: 'test', clause: null, certainty: 'illustrative' } as const;
const reading = (id: string, title: string) => ({
  id,
  title,
  default: id === 'one',
  commences: { kind: 'event', event: 'words-in-force' } as const,
  ends: { kind: 'never' } as const,
  citation,
});
const wording = (id: string) => ({ id, title: id, readings: [reading('one', id)] });

/** A question about a change of the first duty's words on 8 November 2018 for one supplier with one group of systems. */
function question(obligations: readonly Obligation[], given: Partial<EffectQuestion> = {}): EffectQuestion {
  const inForce = { interval: { from: day('2018-07-18'), until: null }, version: '5.20' };
  return {
    modification: { id: 'M1', title: 'A change' },
    changes: [
      {
        modification: 'M1',
        version: 'as modified by M1',
        from: day('2018-11-08'),
        obligations: [{ obligation: 'duty', from: 'old', to: 'new' }],
      },
    ],
    implementation: { day: day('2018-11-08'), basis: 'decided', assumption: null, awaiting: [] },
    madeOn: day('2018-10-25'),
    today: day('2018-10-25'),
    rules: {
      wordings: [
        wording('old'),
        wording('new'),
        { id: 'other', title: 'other', readings: [reading('one', 'a'), reading('two', 'b')] },
      ],
      factKinds: [factKind({ id: 'words-in-force', subject: 'words' })],
      calendars: [],
      assessmentRules: [],
      parameters: [],
    },
    duties: obligations.map((obligation) => ({ obligation, words: [{ ...inForce, wording: obligation.wording }] })),
    estate: {
      parties: [
        { id: 'p', name: 'P', category: 'large-supplier', admittedOn: day('2018-08-01'), cycleYear: null },
        { id: 'n', name: 'N', category: 'network', admittedOn: day('2018-08-01'), cycleYear: null },
      ],
      groups: [
        {
          id: 'p-s1',
          title: 'Homes',
          supplier: 'p',
          generation: 'SMETS1',
          fuel: 'dual',
          operatedFrom: day('2018-01-01'),
          counts: { devices: 4, premises: 2, systems: 2 },
        },
      ],
      assessments: [],
      assessorCapacity: null,
    },
    facts: [],
    assumed: [],
    reported: 'touched',
    window: null,
    on: day('2018-11-08'),
    readings: {},
    ...given,
  };
}

test('a duty that the modification does not touch leaves its effect as it is, and adds no reading to choose', () => {
  const alone = effectOf(question([duty()]));
  const more = effectOf(question([duty(), duty({ id: 'further', wording: 'other' })]));
  expect(more).toEqual(alone);
  expect(alone.combinations).toHaveLength(1);
  expect(alone.combinations[0]?.parties[0]?.groups).toMatchObject([{ group: 'p-s1', obligation: 'duty' }]);
});

test('every duty is told where every duty is asked for', () => {
  const { combinations } = effectOf(
    question([duty(), duty({ id: 'further', wording: 'other' })], { reported: 'every' }),
  );
  expect(combinations).toHaveLength(2);
  expect(combinations[0]?.parties[0]?.groups.map((one) => one.obligation)).toEqual(['duty', 'further']);
});

test('a duty on a party itself binds it once, from its admission, and leaves parties that do not bear it alone', () => {
  const [effect] = effectOf(question([duty({ each: 'party' })])).combinations;
  expect(effect?.parties[1]?.groups).toEqual([]);
  expect(effect?.parties[0]?.groups).toMatchObject([
    {
      group: 'p',
      title: 'The party itself',
      without: [
        { interval: { from: day('2018-07-18'), until: day('2018-08-01') }, bound: false },
        { interval: { from: day('2018-08-01'), until: null }, bound: true },
      ],
    },
  ]);
});

const from = day('2018-11-08');
const { id: _, ...whole } = duty({ wording: 'new', provision: 'G2' });

/** The effect on the supplier's systems of what one modification does. */
function effectOn(obligations: EffectQuestion['changes'][number]['obligations'], given: Partial<EffectQuestion> = {}) {
  const changes = [{ modification: 'M1', version: '5.24', from, obligations }];
  const report = effectOf(question([duty()], { changes, ...given }));
  return { report, groups: report.combinations[0]?.parties[0]?.groups ?? [] };
}

test('an added duty is gained from the first effect on, a repealed one lost, and the clause of each world is told', () => {
  const added = effectOn([{ kind: 'add', obligation: 'further', duty: whole }]).groups;
  expect(added).toMatchObject([
    {
      obligation: 'further',
      difference: [
        {
          interval: { from, until: null },
          change: 'gained',
          clause: { without: { provision: null, version: null }, with: { provision: 'G2', version: '5.24' } },
        },
      ],
    },
  ]);
  const repealed = effectOn([{ kind: 'repeal', obligation: 'duty' }]).groups;
  expect(repealed).toMatchObject([
    {
      difference: [
        { interval: { from }, change: 'lost', clause: { without: { version: '5.20' }, with: { version: null } } },
      ],
    },
  ]);
});

test('a duty that is owed otherwise is told with what differs, and other bearers gain and lose it', () => {
  const due = { kind: 'every', months: 6, from, grace: null } as const;
  const amended = effectOn([{ kind: 'amend', obligation: 'duty', fields: { due, standard: 'good practice' } }]);
  expect(amended.groups).toMatchObject([
    { difference: [], otherwise: [{ interval: { from, until: null }, what: ['standard', 'due'] }] },
  ]);
  expect(amended.report.combinations[0]?.counts.partiesChanged).toEqual({ least: 1, most: 1 });
  const none = { least: 0, most: 0 };
  expect(amended.report.combinations[0]?.counts).toMatchObject({
    partiesOtherwise: { least: 1, most: 1 },
    partiesGaining: none,
    partiesLosing: none,
    partiesReworded: none,
  });
  const others = effectOn([{ kind: 'amend', obligation: 'duty', fields: { bearers: ['network'] } }]);
  expect(others.groups).toMatchObject([{ difference: [{ interval: { from }, change: 'lost' }] }]);
  expect(others.groups[0]?.difference[0]?.clause.with.reason).toContain('parties of this category do not bear it');
});

test('a duty that binds in both worlds in other words changes no party, and is counted by itself', () => {
  const [only] = effectOf(question([duty()])).combinations;
  expect(only?.parties[0]?.groups).toMatchObject([{ difference: [], otherwise: [{ what: ['words'] }] }]);
  expect(only?.counts).toMatchObject({
    partiesChanged: { least: 0, most: 0 },
    partiesReworded: { least: 1, most: 1 },
  });
  expect(changeSentence(only?.counts as EffectCounts)).toBe(
    'None come under a duty, none are freed from a duty, none owe a duty otherwise, 1 is bound in both worlds in other words.',
  );
});

test('a duty that is confirmed to stay as it is is not reported', () => {
  expect(effectOn([{ kind: 'confirm', obligation: 'duty', reasons: 'only numbers change' }]).groups).toEqual([]);
});

test('days before the decision on which it takes effect all the same are told as retroactive', () => {
  const made = effectOn([{ kind: 'repeal', obligation: 'duty' }], { madeOn: day('2018-11-20') }).report;
  expect(made).toMatchObject({ firstEffect: from, differsBefore: [], retroactive: { from, until: day('2018-11-20') } });
  expect(effectOn([{ kind: 'repeal', obligation: 'duty' }]).report.retroactive).toBeNull();
});
