import { type Expression, replaceNames, type Value } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import { evaluateCondition, type Facts } from '../../kernel/evaluate-condition.ts';
import { once } from '../../kernel/once.ts';
import type { DoneStep, ProposalLife } from '../state.ts';
import type { Profile } from './profile.ts';

/** What conditions can know from a proposal's content and the outcomes of some of its steps. */
export function outcomesOf(done: readonly DoneStep[], life: ProposalLife): Facts {
  const outcomes = new Map<string, Value>(done.map((one) => [one.step, one.outcome]));
  outcomes.set('urgency_asked', life.content.urgency.asked);
  outcomes.set('fast_track', life.content.fastTrack === true);
  return (name) => outcomes.get(name);
}

/** Whether a condition of a profile holds over some facts; an error in it counts as unknown. */
export function truthOf(condition: Expression, profile: Profile, facts: Facts): boolean | 'unknown' {
  const outcome = evaluateCondition(unfold(condition, profile), facts);
  return outcome.kind === 'value' ? outcome.value === true : 'unknown';
}

/** The day on which a condition over outcomes became true and has stayed so; null when it is not true. */
export function dayTrue(condition: Expression, life: ProposalLife, profile: Profile): Day | null {
  let since: Day | null = null;
  life.done.forEach((last, index) => {
    const isTrue = truthOf(condition, profile, outcomesOf(life.done.slice(0, index + 1), life)) === true;
    since = isTrue ? (since ?? last.on) : null;
  });
  return since;
}

/** A condition with the profile's named facts written out, so that it speaks of steps and built-in facts alone. */
export const unfold = once(
  (condition: Expression, profile: Profile): Expression => unfoldWithin(condition, profile, []),
);

function unfoldWithin(condition: Expression, profile: Profile, within: readonly string[]): Expression {
  return replaceNames(condition, (name) => {
    const fact = profile.facts.find((one) => one.id === name.name);
    // A fact that speaks of itself stays a name, and so unknown.
    if (fact === undefined || within.includes(fact.id)) return name;
    return unfoldWithin(fact.when, profile, [...within, fact.id]);
  });
}
