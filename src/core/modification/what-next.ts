import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfInstant, type Instant } from '../kernel/instant.ts';
import { type Role, rolesInSentence } from '../party/actor.ts';
import { countingRules } from './ballot/counting.ts';
import { awaitedIn } from './ballot/electorate.ts';
import type { ProposalRules, TimedRules } from './context.ts';
import { openersOf } from './decision/decide-window.ts';
import { windowOf } from './decision/window.ts';
import { impactActs } from './impact/decide-impact.ts';
import { implementationOf } from './implementation/implementation.ts';
import { canBeRepeated, canMoveDay, openSteps } from './profile/net.ts';
import type { Step } from './profile/profile.ts';

import { actsLackingAt, refinementActs } from './refinement/refinement-acts.ts';
import { restingActs, rests } from './resting.ts';
import { lastBallot, openBallot, openConsultation } from './running.ts';

import type { ProposalLife } from './state.ts';
import { closingOn } from './timetable/period.ts';
import { replanActs } from './timetable/replan-acts.ts';
import { closingIfOpened, scheduleOf } from './timetable/schedule.ts';
import { plannedFor } from './timetable/timetable.ts';

/** An act that is possible now, or that the clock will do. */
export interface NextAct {
  readonly step: string;
  readonly title: string;
  /** Operation by name; null for what only the passing of time does. */
  readonly operation: string | null;
  /** Roles that may do it, and how a sentence names who does. */
  readonly roles: readonly Role[];
  readonly who: string;
  /** `vote in the Change Board vote`. */
  readonly act: string;
  /** First day on which it can or is planned to be done; null when none is known. */
  readonly from: Day | null;
  /** The latest instant planned or allowed; null when none is set. */
  readonly until: Instant | null;
  /** Where `until` comes from when the timetable plans no day for it: `before the Panel of 12 October 2018`; else null. */
  readonly timing: string | null;
  /** When a vote closes that is opened now and without a closing time of its own; null for every other act. */
  readonly closes: Instant | null;
  /** Whether `until` has gone by. */
  readonly overdue: boolean;
  /** Whether the proposal goes on without it. */
  readonly optional: boolean;
  /** Which of several it is about, by id: a question, an assessment; absent where the step says all. */
  readonly item?: string;
  readonly citation: Citation;
}

const MOVE = 'move the day of implementation, which is still to come';

/** What happens next: who can do what by when, on which clause. */
export function whatNext(life: ProposalLife, rules: TimedRules): readonly NextAct[] {
  if (rests(life)) return restingActs(life, rules);
  const again = rules.profile.steps.filter((step) => canBeRepeated(step, life));
  const today = dayOfInstant(rules.now);
  const moving = rules.profile.steps.filter((step) => canMoveDay(step, life, rules.profile, today));
  const steps = openSteps(life, rules.profile).flatMap((step) => nextActs(step, life, rules));
  const isNew = (one: NextAct) => steps.every((known) => known.operation !== one.operation || known.item !== one.item);
  return [
    ...steps,
    ...refinementActs(life, rules)
      .filter(isNew)
      .map((one) => timed(one, rules)),
    ...replanActs(life, rules),
    ...impactActs(life, rules),
    ...again.map((step) =>
      named({ ...act(step, 'make-determination', step.by, `${step.act} again`), optional: true }, rules),
    ),
    ...moving.map((step) => named({ ...act(step, 'set-implementation-date', step.by, MOVE), optional: true }, rules)),
  ];
}

/** The acts that an open step waits for. */
export function nextActs(step: Step, life: ProposalLife, rules: TimedRules): readonly NextAct[] {
  const acts = actsLackingAt(step, life, rules) ?? actsOf(step, life, rules);
  return acts.map((one) => {
    const act = timed(one, rules);
    const closes = one.operation === 'open-ballot' ? closingIfOpened(step, life, rules) : null;
    return { ...act, closes, overdue: act.overdue && !rests(life) };
  });
}

/** An act with its people named, and whether it should have been done by now. */
function timed(one: NextAct, rules: TimedRules): NextAct {
  const overdue = one.operation !== null && one.until !== null && one.until <= rules.now;
  return { ...named(one, rules), overdue };
}

/** Whoever is not named otherwise is named by role, as the code names it. */
function named(one: NextAct, { bodies }: ProposalRules): NextAct {
  return one.who === '' ? { ...one, who: rolesInSentence(one.roles, bodies) } : one;
}

function actsOf(step: Step, life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  switch (step.kind) {
    case 'submission':
      return [planned(step, 'submit-paper', life, rules)];
    case 'determination':
      return [planned(step, 'make-determination', life, rules)];
    case 'dating':
      return [planned(step, 'set-implementation-date', life, rules)];
    case 'implementation': {
      const { day } = implementationOf(life, rules.profile);
      const until = day && closingOn(step.clock, day);
      return [{ ...act(step, 'implement-modification', step.by), from: day, until }];
    }
    case 'consultation':
      return consultationActs(step, life, rules);
    case 'ballot':
      return ballotActs(step, life, rules);
    case 'window': {
      const window = windowOf(step, life, rules);
      const until = window?.ends ?? null;
      const refer = { ...act(step, 'refer-decision', step.by), from: window?.decidedOn ?? null, until, optional: true };
      if (window === null && step.clock?.given === true) {
        return [
          act(step, 'open-window', openersOf(step), `give the last day of the ${step.title.toLowerCase()}`),
          refer,
        ];
      }
      return [refer, byClock(step, `let the ${step.title.toLowerCase()} run out`, until)];
    }
  }
}

function consultationActs(step: Step, life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  const running = openConsultation(step.id, life);
  if (running === null) {
    const { from } = plannedFor(step.id, life, rules.profile) ?? { from: null };
    return [{ ...act(step, 'open-consultation', step.by), from, until: from && closingOn(null, from) }];
  }
  const { from, closes } = running;
  const respond = act(step, 'respond', ['party'], `respond to the ${step.title}`);
  return [{ ...respond, from, until: closes, optional: true }, byClock(step, `close the ${step.title}`, closes)];
}

function ballotActs(step: Step, life: ProposalLife, rules: ProposalRules): readonly NextAct[] {
  const running = openBallot(step.id, life);
  // Held again for want of a quorum, it has no planned day any more.
  if (running === null && lastBallot(step.id, life) !== null) return [act(step, 'open-ballot', step.by)];
  if (running === null) return [planned(step, 'open-ballot', life, rules)];
  const { openedOn: from, closes: until } = running;
  const counting = countingRules(step, life, rules);
  const awaited = awaitedIn(running, counting);
  if (awaited.length === 0) return [{ ...act(step, 'close-ballot', step.by, `close the ${step.title}`), from, until }];
  const body = rules.bodies.find((one) => one.id === step.voting?.body);
  const roles = step.voting?.voters ?? ['change-board'];
  const casting = awaited.find((one) => one.seat === counting.castingVote);
  const what =
    casting === undefined ? `vote in the ${step.title}` : `break the tie in the ${step.title} with the casting vote`;
  const vote = act(step, 'cast-vote', roles, what);
  const voters = step.voting?.unit === 'party' ? vote.who : (body?.inSentence ?? vote.who);
  const who = casting === undefined ? voters : casting.title;
  const interest = act(step, 'declare-interest', roles, `declare an interest in the ${step.title}`);
  return [
    { ...vote, who, from, until },
    { ...interest, who: voters, from, until, optional: true },
  ];
}

function planned(step: Step, operation: string, life: ProposalLife, rules: ProposalRules): NextAct {
  return { ...act(step, operation, step.by), ...scheduleOf(step, life, rules) };
}

function byClock(step: Step, what: string, until: Instant | null): NextAct {
  return { ...act(step, null, ['clock'], what), until };
}

function act(step: Step, operation: string | null, roles: readonly Role[], what = step.act): NextAct {
  const { id, title, citation } = step;
  const unscheduled = { from: null, until: null, timing: null, closes: null, overdue: false, optional: false };
  return { step: id, title, operation, roles, who: '', act: what, ...unscheduled, citation };
}
