import { z } from 'zod';
import { outcomeComparisonFields } from '../../core/assurance/compare-outcomes.schema.ts';
import { compareOutcomes, type Side } from '../../core/assurance/compare-outcomes.ts';
import { outcomesOf } from '../../core/assurance/outcomes.ts';
import { canonicalJson } from '../../core/kernel/canonical-json.ts';
import { eventsOf } from '../../core/kernel/commencement-cycle.ts';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { partySubject } from '../../core/obligation/subject.ts';
import { knownAtField } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import { assumptionsOf } from './assumptions.ts';
import { type EffectOptions, NO_OPTIONS } from './effect-options.ts';
import type { EffectSources } from './effect-sources.ts';
import { keptEffectFrom } from './kept-effect.ts';
import { readApproval } from './read-approval.ts';
import { readEffectSources } from './read-effect-sources.ts';

/** What was predicted of a modification's effect beside what is recorded of it. */
export const effectComparisonSchema = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    predicted: z.strictObject({
      from: z
        .enum(['signed', 'decision'])
        .meta({ description: 'What somebody signed; else what the effect came to when it was approved.' }),
      by: z.string().nullable(),
      at: instantSchema,
      implementation: daySchema.nullable(),
      assumed: z.record(z.string(), z.union([z.literal('never'), daySchema])),
      verifies: z
        .boolean()
        .nullable()
        .meta({ description: 'Whether it is computed again to what was signed; null when nobody signed.' }),
    }),
    recorded: z.strictObject({ at: instantSchema, implementation: daySchema.nullable() }),
    readings: z.record(z.string(), z.string()),
    ...outcomeComparisonFields,
  })
  .meta({ id: 'EffectComparison' });

/** {@link effectComparisonSchema} as the program has it. */
export type EffectComparison = z.output<typeof effectComparisonSchema>;

/** After implementation: what was predicted of the effect, held against what the record says came about. */
export const compareEffect = operation({
  name: 'compare-effect',
  room: 'effect',
  kind: 'read',
  summary:
    'Compares, Party by Party, the effect that was predicted of an implemented modification with the recorded one, and says which facts differed.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField }),
  output: effectComparisonSchema,
  run: async (context, { modification, knownAt }): Promise<Result<EffectComparison>> => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const approval = await readApproval(context, modification, rules.profile, knownAt);
    if (state.label === null || approval === null) {
      const sentence = `${modification} is not implemented; what its effect came to can be compared from its implementation on.`;
      return refuse(rejection('too-early', sentence, { place: { field: 'modification' } }));
    }
    const prediction = predictionOf(state, approval.at);
    const predicted = await sideOf(context, modification, prediction.at, prediction);
    if (!predicted.ok) return predicted;
    const { readings } = predicted.value;
    const recorded = await sideOf(context, modification, knownAt, { readings, assume: {} });
    if (!recorded.ok) return recorded;
    const { sources } = recorded.value;
    const compared = compareOutcomes(predicted.value.side, recorded.value.side, (obligation) =>
      decisiveKinds(sources, readings, obligation),
    );
    const outcomes = predicted.value.side.outcomes;
    return done({
      modification,
      title: state.content.title,
      predicted: {
        from: prediction.from,
        by: state.impact?.by ?? null,
        at: prediction.at,
        implementation: outcomes.implementation,
        assumed: prediction.assume as Record<string, Day | 'never'>,
        verifies:
          state.impact === null
            ? null
            : context.ports.random.digest(canonicalJson({ readings, outcomes })) === state.impact.basis.digest,
      },
      recorded: { at: knownAt ?? context.now, implementation: recorded.value.side.outcomes.implementation },
      readings: { ...readings },
      parties: compared.parties,
      counts: [...compared.counts],
    });
  },
});

type Chosen = Pick<EffectOptions, 'readings' | 'assume'>;

interface Prediction extends Chosen {
  readonly from: 'signed' | 'decision';
  readonly at: Instant;
}

/** What somebody signed; of a modification that nobody signed anything for, its effect as known when it was approved. */
function predictionOf({ impact }: RaisedProposal, approvedAt: Instant): Prediction {
  if (impact === null) return { from: 'decision', at: approvedAt, readings: {}, assume: {} };
  const { computedAt, readings, assumed } = impact.basis;
  return { from: 'signed', at: computedAt, readings, assume: assumed };
}

async function sideOf(
  context: Context,
  modification: string,
  knownAt: Instant | null,
  chosen: Chosen,
): Promise<Result<{ readonly side: Side; readonly readings: Chosen['readings']; readonly sources: EffectSources }>> {
  const read = await readEffectSources(context, modification, knownAt);
  if (!read.ok) return read;
  const sources = read.value;
  const effect = keptEffectFrom(sources, { ...NO_OPTIONS, readings: chosen.readings, assume: chosen.assume });
  if (!effect.ok) return effect;
  const { rulebook, facts, estate } = sources;
  const subjects = [...estate.parties.map(partySubject), ...estate.groups];
  return done({
    sources,
    readings: effect.value.combinations[0]?.readings ?? {},
    side: {
      outcomes: outcomesOf(effect.value),
      knowledge: knowledgeOf(rulebook.factKinds, facts, assumptionsOf(chosen.assume), rulebook.calendars),
      subjects: new Map(subjects.map((one) => [one.id, one])),
    },
  });
}

/** The events that the readings name, and for a duty with a condition every kind that a condition can speak of. */
function decisiveKinds(
  { rulebook, content, adopted }: EffectSources,
  readings: Chosen['readings'],
  obligation: string,
): readonly FactKind[] {
  const wordings = [rulebook, content, ...adopted].flatMap((one) => one.wordings);
  const chosen = wordings.flatMap((wording) => wording.readings.filter((one) => one.id === readings[wording.id]));
  const named = new Set(chosen.flatMap(({ commences, ends }) => [...eventsOf(commences), ...eventsOf(ends)]));
  const isConditional = rulebook.obligations.some((one) => one.id === obligation && one.condition !== null);
  return rulebook.factKinds.filter(
    (kind) => kind.subject !== 'words' && (named.has(kind.id) || (isConditional && kind.type === 'event')),
  );
}
