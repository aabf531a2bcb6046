import { writeInstant } from '../kernel/instant.ts';
import type { Unblocker } from '../kernel/rejection.ts';
import { rolesInSentence } from '../party/actor.ts';
import type { ProposalRules, TimedRules } from './context.ts';
import { statusOf } from './profile/net.ts';
import type { Step } from './profile/profile.ts';
import type { ProposalLife } from './state.ts';
import { type NextAct, nextActs } from './what-next.ts';

/**
 * Who can bring it about that a step can be done, or do it when it is open: from the facts that its condition misses to
 * the steps that give them, and from those to the acts that are possible now.
 */
export function unblockersOf(step: Step, life: ProposalLife, rules: TimedRules): readonly Unblocker[] {
  return openBefore(step, life, rules)
    .flatMap((open) => nextActs(open, life, rules))
    .filter((act) => !act.optional)
    .map(asUnblocker);
}

/**
 * Who can do a step: whose acts it waits for and then its own people, or, when it is open, those whom its period lets act
 * although the proposal goes on without them (a Party that responds or refers).
 */
export function doersOf(step: Step, life: ProposalLife, rules: TimedRules): readonly Unblocker[] {
  const { kind } = statusOf(step, life, rules.profile);
  const before = unblockersOf(step, life, rules);
  if (kind === 'waiting')
    return [...before, { who: rolesInSentence(step.by, rules.bodies), by: step.act, until: null }];
  const allowed = kind === 'open' ? nextActs(step, life, rules).filter((act) => act.optional) : [];
  return allowed.length === 0 ? before : allowed.map(asUnblocker);
}

/** The open steps on which a step waits, through those that wait themselves; the step itself when it is open. */
export function openBefore(step: Step, life: ProposalLife, rules: ProposalRules): readonly Step[] {
  const reached = new Set<Step>();
  const visit = (at: Step): Step[] => {
    if (reached.has(at)) return [];
    reached.add(at);
    const status = statusOf(at, life, rules.profile);
    if (status.kind === 'open') return [at];
    if (status.kind !== 'waiting') return [];
    return status.missing.flatMap((name) => rules.profile.steps.filter((one) => one.id === name)).flatMap(visit);
  };
  return visit(step);
}

/** A deadline that has gone by is told in words, so that nobody reads it as one that can still be met. */
function asUnblocker({ who, act: by, until, overdue }: NextAct): Unblocker {
  if (!overdue || until === null) return { who, by, until };
  return { who, by: `${by} (overdue since ${writeInstant(until)})`, until: null };
}
