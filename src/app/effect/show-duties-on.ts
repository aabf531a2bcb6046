import { z } from 'zod';
import { assessmentAnswerSchema } from '../../core/assurance/assessment.schema.ts';
import { boundRunSchema } from '../../core/assurance/effect.schema.ts';
import type { EffectReport, PartyEffect } from '../../core/assurance/effect.ts';
import { effectOf } from '../../core/assurance/effect-of.ts';
import { volumeSchema } from '../../core/estate/estate.schema.ts';
import { volumeOn } from '../../core/estate/volume.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { codeField, noParty, partyField, readParties } from '../party/estate.ts';
import { assumptionFault, assumptionsOf } from './assumptions.ts';
import { effectOptionFields } from './effect-options.ts';
import { type DutySources, dutiesOf } from './effect-sources.ts';
import { readDutySources } from './read-effect-sources.ts';

/** What a party must do on a day, system by system, under the default readings of the words in force then. */
export const showDutiesOn = operation({
  name: 'show-duties-on',
  room: 'effect',
  kind: 'read',
  summary: 'Shows which duties bind a party on a day, group by group, its volumes and the type of its next assessment.',
  roles: 'anyone',
  input: z.strictObject({
    party: partyField,
    on: daySchema,
    code: codeField,
    knownAt: knownAtField,
    assume: effectOptionFields.assume,
  }),
  output: z.strictObject({
    party: z.string(),
    name: z.string(),
    on: daySchema,
    duties: z.array(
      z.strictObject({
        group: z.string(),
        title: z.string(),
        obligation: z.string(),
        duty: z.string().meta({ description: 'What must be done, in our words.' }),
        provision: z.string(),
        judgementWords: z
          .array(z.string())
          .meta({ description: 'Words that a person judges and no program computes.' }),
        answer: boundRunSchema,
      }),
    ),
    volume: volumeSchema,
    next: assessmentAnswerSchema.nullable(),
  }),
  run: async (context, { party: id, on, code, knownAt, assume }) => {
    const state = (await readParties(context, knownAt)).find((one) => one.party.id === id);
    if (state === undefined) return refuse(noParty(id));
    const sources = await readDutySources(context, await context.ports.rulebooks.current(code), knownAt);
    const fault = assumptionFault(assume, sources);
    if (fault !== null) return refuse(fault);
    const [effect] = dutiesOn(sources, id, on, assumptionsOf(assume)).combinations[0]?.parties ?? [];
    const duties = dutiesIn(effect, sources.rulebook.obligations);
    const counting = sources.rulebook.obligations.filter((one) => one.countsDevices).map((one) => one.id);
    return done({
      party: id,
      name: state.party.name,
      on,
      duties,
      volume: volumeOn(state.groups, on, (group) => {
        const bound = duties
          .filter((one) => one.group === group.id && counting.includes(one.obligation))
          .map((one) => one.answer.bound);
        return bound.includes(true) || (bound.includes('unknown') && 'unknown');
      }),
      next: effect?.next?.without ?? null,
    });
  },
});

/** The effect of nothing on one day: every combination of readings has the duties of that day, the default first. */
function dutiesOn(
  sources: DutySources,
  party: string,
  on: Day,
  assumed: ReturnType<typeof assumptionsOf>,
): EffectReport {
  const { rulebook, adopted, facts, estate } = sources;
  return effectOf({
    modification: { id: '', title: '' },
    changes: [],
    implementation: { day: null, basis: 'never', assumption: null, awaiting: [] },
    madeOn: null,
    today: on,
    rules: { ...rulebook, wordings: [...rulebook.wordings, ...adopted.flatMap((one) => one.wordings)] },
    duties: dutiesOf(sources, []),
    estate: { ...estate, parties: estate.parties.filter((one) => one.id === party), assessments: [] },
    facts,
    assumed,
    reported: 'every',
    window: { from: on, until: addDays(on, 1) },
    on,
    readings: {},
  });
}

function dutiesIn(effect: PartyEffect | undefined, obligations: readonly Obligation[]) {
  return (effect?.groups ?? []).flatMap((group) => {
    const duty = obligations.find((one) => one.id === group.obligation);
    const [run] = group.without;
    if (duty === undefined || run === undefined) return [];
    return [
      {
        group: group.group,
        title: group.title,
        obligation: duty.id,
        duty: duty.object,
        provision: duty.provision,
        judgementWords: [...duty.judgementWords],
        answer: run,
      },
    ];
  });
}
