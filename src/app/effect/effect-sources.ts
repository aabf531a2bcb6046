import type { EffectReport } from '../../core/assurance/effect.ts';
import { effectOf } from '../../core/assurance/effect-of.ts';
import type { EffectQuestion, Estate } from '../../core/assurance/effect-question.ts';
import type { CodeHistory } from '../../core/code/version.ts';
import type { Occurrences } from '../../core/kernel/commencement.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { APPROVAL } from '../../core/modification/implementation/implementation.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import { dutiesInForce } from '../../core/obligation/duties-in-force.ts';
import type { Fact } from '../../core/obligation/fact.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { done, type Result, refuse } from '../operation.ts';
import { assumptionsOf, supposing } from './assumptions.ts';
import type { EffectOptions } from './effect-options.ts';
import { optionFault } from './option-fault.ts';

/** What an effect is computed from, out of a case or out of the record. */
export interface EffectSources extends DutySources, ModificationSources {
  /** Day up to which nothing more is recorded; answers are about it while the day of implementation is unknown. */
  readonly today: Day;
}

/** What is known of one modification. */
export interface ModificationSources {
  readonly content: ProposalContent;
  /** The day of implementation so far as it is settled, by what is recorded and by what is supposed of the decision. */
  readonly implementation: (supposed: Occurrences) => EffectReport['implementation'];
  /** Day on which it was approved; null while it is not. */
  readonly madeOn: Day | null;
  /** Label of the version that implemented it; null before. */
  readonly version: string | null;
}

/** What duties are computed from. */
export interface DutySources {
  readonly rulebook: Rulebook;
  /** By instrument. */
  readonly histories: ReadonlyMap<string, CodeHistory>;
  /** Modifications that a version of some instrument was published for. */
  readonly adopted: readonly ProposalContent[];
  readonly estate: Estate;
  readonly facts: readonly Fact[];
  readonly knownAt: Instant | null;
}

/** The effect of a modification, or a refusal when an option names something that does not exist. */
export function effectFrom(
  sources: EffectSources,
  options: EffectOptions,
  answer: (question: EffectQuestion) => EffectReport = effectOf,
): Result<EffectReport> {
  const fault = optionFault(options, sources);
  if (fault !== null) return refuse(fault);
  return done(answer(questionOf(sources, [sources], options)));
}

/** What the effect of modifications, made together, is a function of. */
export function questionOf(
  sources: Omit<EffectSources, keyof ModificationSources>,
  modifications: readonly ModificationSources[],
  options: EffectOptions,
): EffectQuestion {
  const { rulebook, facts, today, adopted, estate } = sources;
  const ids = modifications.map(({ content }) => content.id);
  const implementations = modifications.map((one) => one.implementation(supposing(options.assume)));
  const first = implementations.toSorted((a, b) => (a.day ?? Infinity) - (b.day ?? Infinity))[0] ?? NEVER;
  const contents = [...modifications.map(({ content }) => content), ...adopted.filter(({ id }) => !ids.includes(id))];
  const supposed = options.assume[APPROVAL];
  const made = modifications.map(({ madeOn }) => madeOn ?? (typeof supposed === 'number' ? supposed : null));
  return {
    modification: { id: ids.join(' + '), title: modifications.map(({ content }) => content.title).join('; ') },
    changes: modifications.map(({ content, version }, at) => ({
      modification: content.id,
      version: version ?? `as modified by ${content.id}`,
      from: implementations[at]?.day ?? null,
      obligations: content.obligations,
    })),
    implementation: first,
    madeOn: made.some((day) => day === null) ? null : (Math.max(...made.map(Number)) as Day),
    today,
    rules: { ...rulebook, wordings: [...rulebook.wordings, ...contents.flatMap(({ wordings }) => wordings)] },
    duties: dutiesOf(sources, ids),
    estate: chosen(estate, options),
    facts,
    assumed: assumptionsOf(options.assume),
    reported: 'touched',
    window: null,
    on: options.on ?? first.day ?? today,
    readings: options.readings,
  };
}

const NEVER: EffectReport['implementation'] = { day: null, basis: 'never', assumption: null, awaiting: [] };

/** The duties of the rulebook and of what was adopted, with their words over time, as if some modifications (by id) had never been. */
export function dutiesOf(
  { rulebook, histories, adopted }: Pick<DutySources, 'rulebook' | 'histories' | 'adopted'>,
  leavingOut: readonly string[],
): readonly Worded[] {
  const changesOf = (modification: string) => adopted.find((one) => one.id === modification)?.obligations ?? [];
  // The histories are read as they were known, so that what is kept of them serves each question.
  return dutiesInForce(rulebook.obligations, histories, changesOf, { leavingOut, knownAt: null });
}

function chosen(estate: Estate, { party, moved }: EffectOptions): Estate {
  return {
    ...estate,
    parties: estate.parties.filter((one) => party === null || one.id === party),
    assessments: estate.assessments.map((one) => ({ ...one, on: moved[one.id] ?? one.on })),
  };
}
