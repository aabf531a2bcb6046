import type { ReadinessReport } from '../../core/assurance/readiness.ts';
import { type ReadinessQuestion, readinessOf } from '../../core/assurance/readiness-of.ts';
import { withChanges } from '../../core/assurance/worlds.ts';
import type { Day } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, type Result, refuse } from '../operation.ts';
import { noParty } from '../party/estate.ts';
import { assumptionFault, assumptionsOf, supposing } from './assumptions.ts';
import type { EffectOptions } from './effect-options.ts';
import { type DutySources, dutiesOf, type ModificationSources } from './effect-sources.ts';

/** What a reader of readiness may choose. */
export type ReadinessOptions = Pick<EffectOptions, 'party' | 'readings' | 'assume'> & { readonly on: Day };

/** Readiness of the duties of a record or a case, or a refusal when an option names something that does not exist. */
export function readinessFrom(
  sources: DutySources,
  options: ReadinessOptions,
  modification: ModificationSources | null = null,
): Result<ReadinessReport> {
  const { rulebook, adopted, estate, facts } = sources;
  const { party, assume, readings, on } = options;
  if (party !== null && estate.parties.every((one) => one.id !== party)) return refuse(noParty(party));
  const assuming = assumptionFault(assume, sources);
  if (assuming !== null) return refuse(assuming);
  const wordings = [
    ...rulebook.wordings,
    ...(modification?.content.wordings ?? []),
    ...adopted.flatMap((one) => one.wordings),
  ];
  for (const [id, reading] of Object.entries(readings)) {
    const known = wordings.find((one) => one.id === id)?.readings.map((one) => one.id);
    if (known?.includes(reading)) continue;
    const what = known === undefined ? `wording "${id}"` : `reading "${reading}" of "${id}"`;
    const expected = (known ?? wordings.map((one) => one.id)).join(', ') || 'none';
    const sentence = `There is no ${what}; expected one of ${expected}.`;
    return refuse(rejection('input-invalid', sentence, { place: { field: 'readings' } }));
  }
  const worlds = worldsFrom(sources, assume, modification);
  return done(
    readinessOf({
      ...worlds,
      wordings,
      factKinds: rulebook.factKinds,
      calendars: rulebook.calendars,
      bodies: rulebook.bodies,
      estate: { ...estate, parties: estate.parties.filter((one) => party === null || one.id === party) },
      facts,
      assumed: assumptionsOf(assume),
      on,
      readings,
    }),
  );
}

/** The duties of the record; or those with a modification, beside those without it. */
function worldsFrom(
  sources: DutySources,
  assume: ReadinessOptions['assume'],
  modification: ModificationSources | null,
): Pick<ReadinessQuestion, 'duties' | 'modification'> {
  if (modification === null) return { duties: dutiesOf(sources, []), modification };
  const { content, implementation, version } = modification;
  const { day: from } = implementation(supposing(assume));
  const without = dutiesOf(sources, [content.id]);
  const change = {
    modification: content.id,
    version: version ?? `as modified by ${content.id}`,
    from,
    obligations: content.obligations,
  };
  return {
    duties: withChanges(without, [change]),
    modification: { id: content.id, implementation: from, without },
  };
}
