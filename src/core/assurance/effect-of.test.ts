import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { day } from '../kernel/day.ts';
import type { Obligation } from '../obligation/obligation.ts';
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
    modification: {
      id: 'M1',
      title: 'A change',
      version: null,
      obligations: [{ obligation: 'duty', from: 'old', to: 'new' }],
      wordings: [wording('new')],
    },
    implementation: { day: day('2018-11-08'), basis: 'decided', assumption: null, awaiting: [] },
    rules: {
      obligations,
      wordings: [wording('old'), { id: 'other', title: 'other', readings: [reading('one', 'a'), reading('two', 'b')] }],
      factKinds: [factKind({ id: 'words-in-force', subject: 'words' })],
      assessmentRules: [],
      parameters: [],
    },
    words: new Map(obligations.map(({ id, wording: words }) => [id, [{ ...inForce, wording: words }]])),
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
    duties: 'touched',
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
  const { combinations } = effectOf(question([duty(), duty({ id: 'further', wording: 'other' })], { duties: 'every' }));
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
