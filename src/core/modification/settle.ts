import type { Instant } from '../kernel/instant.ts';
import { ballotClosed } from './ballot/decide-ballot.ts';
import { consultationClosed } from './consultation/decide-consultation.ts';
import type { ProposalRules } from './context.ts';
import { windowOf } from './decision/window.ts';
import { evolve } from './evolve.ts';
import { endOf } from './profile/net.ts';
import type { ProposalEvent } from './proposal.ts';
import { withApproved } from './refinement/approved.ts';
import { restingDue, rests } from './resting.ts';
import { openBallot, openConsultation } from './running.ts';
import type { OpenProposal, ProposalState } from './state.ts';
import { dayClosedAt } from './timetable/period.ts';

/** What happens by itself at an instant. */
interface Due {
  readonly at: Instant;
  readonly event: ProposalEvent;
}

/**
 * What the passing of time has brought about by `now` and nobody has recorded: consultations and ballots close and
 * windows elapse at their last instant, in order, and the proposal ends where that ends it.
 */
export function settle(state: ProposalState, now: Instant, rules: ProposalRules): readonly ProposalEvent[] {
  if (state.status !== 'open') return [];
  const [due] = dueEvents(state, rules)
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (due === undefined) return [];
  const events = withEnd(state, [due.event], rules);
  return [...events, ...settle(events.reduce<ProposalState>(evolve, state), now, rules)];
}

/** The next instant at which time alone changes the proposal; null when there is none. */
export function nextDue(state: ProposalState, rules: ProposalRules): Instant | null {
  if (state.status !== 'open') return null;
  return (
    dueEvents(state, rules)
      .map(({ at }) => at)
      .toSorted()[0] ?? null
  );
}

/** The events, followed by the proposal's close when they bring one of the profile's ends about. */
export function withEnd(
  state: ProposalState,
  decided: readonly ProposalEvent[],
  { profile }: ProposalRules,
): readonly ProposalEvent[] {
  const events = withApproved(state, decided, profile);
  const after = events.reduce<ProposalState>(evolve, state);
  // What a move to another profile comes to, that profile says.
  if (after.status === 'open' && after.profile !== profile.id) return events;
  const end = after.status === 'open' ? endOf(after, profile) : null;
  const last = events.at(-1);
  if (end === null || last === undefined || after.status !== 'open') return events;
  const on = after.done.at(-1)?.on ?? after.raisedOn;
  return [...events, { type: 'proposal-closed', end: end.id, title: end.title, on }];
}

function dueEvents(state: OpenProposal, rules: ProposalRules): readonly Due[] {
  if (rests(state)) return [restingDue(state, rules) ?? []].flat();
  return rules.profile.steps.flatMap((step): Due[] => {
    const consultation = openConsultation(step.id, state);
    if (consultation !== null) {
      return [{ at: consultation.closes, event: consultationClosed(step.id, consultation) }];
    }
    const ballot = openBallot(step.id, state);
    if (ballot !== null) {
      return [{ at: ballot.closes, event: ballotClosed(step, ballot, dayClosedAt(ballot.closes), state, rules) }];
    }
    const window = windowOf(step, state, rules);
    return window === null
      ? []
      : [{ at: window.ends, event: { type: 'window-elapsed', step: step.id, on: window.lastDay } }];
  });
}
