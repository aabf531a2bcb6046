import type { EffectReport } from '../../core/assurance/effect.ts';
import { effectOf } from '../../core/assurance/effect-of.ts';
import type { Estate } from '../../core/assurance/effect-question.ts';
import type { CodeHistory } from '../../core/code/version.ts';
import type { Occurrences } from '../../core/kernel/commencement.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ProposalContent } from '../../core/modification/proposal.ts';
import type { Fact } from '../../core/obligation/fact.ts';
import { type WordsInForce, wordsInForce } from '../../core/obligation/words-in-force.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { done, type Result, refuse } from '../operation.ts';
import { assumptionsOf, supposing } from './assumptions.ts';
import type { EffectOptions } from './effect-options.ts';
import { optionFault } from './option-fault.ts';

/** What an effect is computed from, out of a case or out of the record. */
export interface EffectSources extends DutySources {
  readonly content: ProposalContent;
  /** The day of implementation so far as it is settled, by what is recorded and by what is supposed of the decision. */
  readonly implementation: (supposed: Occurrences) => EffectReport['implementation'];
  /** Label of the version that implemented it; null before. */
  readonly version: string | null;
  /** Day up to which nothing more is recorded; answers are about it while the day of implementation is unknown. */
  readonly today: Day;
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
export function effectFrom(sources: EffectSources, options: EffectOptions): Result<EffectReport> {
  const fault = optionFault(options, sources);
  if (fault !== null) return refuse(fault);
  const { rulebook, content, version, facts, today } = sources;
  const implementation = sources.implementation(supposing(options.assume));
  const { id, title, obligations } = content;
  const others = sources.adopted.filter((one) => one.id !== id);
  const wordings = [content, ...others].flatMap((one) => one.wordings);
  return done(
    effectOf({
      modification: { id, title, version, obligations, wordings },
      implementation,
      rules: rulebook,
      words: wordsByObligation(sources, id),
      estate: chosen(sources.estate, options),
      facts,
      assumed: assumptionsOf(options.assume),
      duties: 'touched',
      window: null,
      on: options.on ?? implementation.day ?? today,
      readings: options.readings,
    }),
  );
}

/** The words of every duty of the rulebook over time, by id, as if one modification (or none) had never been. */
export function wordsByObligation(
  { rulebook, histories, adopted, knownAt }: DutySources,
  leavingOut: string | null,
): ReadonlyMap<string, readonly WordsInForce[]> {
  const changesOf = (modification: string) => adopted.find((one) => one.id === modification)?.obligations ?? [];
  return new Map(
    rulebook.obligations.map((obligation) => {
      const history = histories.get(obligation.instrument);
      const words = history === undefined ? [] : wordsInForce(obligation, history, changesOf, { leavingOut, knownAt });
      return [obligation.id, words] as const;
    }),
  );
}

function chosen(estate: Estate, { party, moved }: EffectOptions): Estate {
  return {
    ...estate,
    parties: estate.parties.filter((one) => party === null || one.id === party),
    assessments: estate.assessments.map((one) => ({ ...one, on: moved[one.id] ?? one.on })),
  };
}
