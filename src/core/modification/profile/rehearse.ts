import { addDays, type Day } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn, timeOfInstant } from '../../kernel/instant.ts';
import type { Parameter } from '../../kernel/parameter.ts';
import type { Actor, Role } from '../../party/actor.ts';
import type { PartyCategory } from '../../party/party.ts';
import type { Position } from '../ballot/ballot-event.ts';
import type { ProposalCommand } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { decide } from '../decide.ts';
import { runningWindows } from '../decision/window.ts';
import { evolve } from '../evolve.ts';
import type { ProposalContent, ProposalEvent } from '../proposal.ts';
import { refiningCommandFor } from '../refinement/rehearse-refinement.ts';
import { lastBallot } from '../running.ts';
import { nextDue, settle } from '../settle.ts';
import { NO_PROPOSAL, type OpenProposal, type ProposalState, RAISING, type RaisedProposal } from '../state.ts';
import { lastDayOf, nextWorkingDay } from '../timetable/period.ts';
import { type NextAct, whatNext } from '../what-next.ts';
import type { Profile, Step, StepClock } from './profile.ts';

/** What a rehearsal supposes of people, since no rule says what they do. */
export interface Supposed {
  /** Outcomes of determinations by step; what is left out comes to the first outcome of its step. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Positions of voters, given in turn to those on the list, in its order. */
  readonly positions: readonly Position[];
  /** Lengths in Working Days for what no rule and no timetable gives a length. */
  readonly given: { readonly consultation: number; readonly window: number };
}

/** A proposal taken through a process, as if that were in force. */
export interface Rehearsal {
  readonly rules: ProposalRules;
  readonly state: RaisedProposal;
  readonly events: readonly ProposalEvent[];
  /** What was refused on the way, in sentences; empty when the process lets a proposal go through. */
  readonly refusals: readonly string[];
}

/** Acts that are done before a rehearsal gives up. */
const TURNS = 400;
const STAND_INS = 3;
const MORNING = '09:00';
const EVENING = '17:30';

/**
 * Takes a proposal through a process as if it were in force on its day: each step on the first Working Day that the
 * rules, and the planned days that the process also has, allow. Nobody refers a decision or declares an interest. Where
 * Parties vote there are stand-ins, three for each category that votes, weighing 3, 2 and 1 where weights are given.
 */
export function rehearse(content: ProposalContent, raisedOn: Day, given: ProposalRules, supposed: Supposed): Rehearsal {
  const profile: Profile = { ...given.profile, applies: { from: raisedOn, until: null } };
  const rules: ProposalRules = { ...given, profile, parameters: given.parameters.map(fromTheStart) };
  const parties = standIns(given.partyCategories);
  const events: ProposalEvent[] = [];
  const refusals: string[] = [];
  let state: ProposalState = NO_PROPOSAL;
  let now = instantOn(raisedOn, MORNING);
  const keep = (more: readonly ProposalEvent[]) => {
    events.push(...more);
    state = more.reduce<ProposalState>(evolve, state);
  };
  const attempt = (command: ProposalCommand, actor: Actor) => {
    const context: ProposalContext = { ...rules, now, today: dayOfInstant(now), actor, parties };
    const decision = decide(command, state, context);
    if (decision.ok) keep(decision.events);
    else refusals.push(decision.rejection.sentence);
    return decision.ok;
  };
  const raise = profile.steps.find((step) => step.id === RAISING);
  const raiser = actorFor(raise?.by[0] ?? 'party', parties[0]?.id ?? content.proposer.id, content);
  const named = { ...asNamed(content, profile), timetable: plannedIn(content, profile) };
  if (!attempt({ type: 'raise-proposal', content: named, rulebook: 'rehearsed' }, raiser)) {
    return { rules, state: raisedAnyway(named, raisedOn, profile), events, refusals };
  }
  for (let turn = 0; turn < TURNS; turn += 1) {
    keep(settle(state, now, rules));
    const open: ProposalState = state;
    if (open.status !== 'open') break;
    const acts = whatNext(open, { ...rules, now }).filter((act) => act.operation !== null && !act.optional);
    const today = dayOfInstant(now);
    const act = isAtWork(now, rules) ? acts.find((one) => one.from === null || one.from <= today) : undefined;
    if (act !== undefined) {
      const { command, actor } = commandFor(act, open, { ...rules, parties, now, today }, supposed, content);
      if (!attempt(command, actor)) break;
      continue;
    }
    const next = nextMoment(acts, open, now, rules);
    if (next === null) break;
    now = next;
  }
  return { rules, state: state as RaisedProposal, events, refusals };
}

/** A number that came into force with the process is in force when that is. */
function fromTheStart(parameter: Parameter): Parameter {
  const first = parameter.values.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))[0];
  return first === undefined ? parameter : { ...parameter, values: [{ ...first, from: null }, ...parameter.values] };
}

/** The next instant at which somebody at work can act, or time itself does. */
export function nextMoment(
  acts: readonly NextAct[],
  state: OpenProposal,
  now: Instant,
  rules: ProposalRules,
): Instant | null {
  const today = dayOfInstant(now);
  const starts = acts.map((act) =>
    instantOn(act.from === null || act.from <= today ? nextDayAtWork(now, rules) : act.from, MORNING),
  );
  const due = nextDue(state, rules);
  return [...starts, ...(due === null ? [] : [due])].filter((one) => one > now).toSorted()[0] ?? null;
}

export function isAtWork(now: Instant, rules: ProposalRules): boolean {
  const time = timeOfInstant(now);
  const today = dayOfInstant(now);
  return MORNING <= time && time < EVENING && workingDay(today, rules) === today;
}

function nextDayAtWork(now: Instant, rules: ProposalRules): Day {
  const today = dayOfInstant(now);
  return workingDay(timeOfInstant(now) < MORNING ? today : addDays(today, 1), rules);
}

function workingDay(day: Day, rules: ProposalRules): Day {
  const clock = someClock(rules);
  return (clock && nextWorkingDay(clock, day, rules)) ?? day;
}

function someClock({ profile }: ProposalRules): StepClock | null {
  return profile.steps.find((step) => step.clock !== null)?.clock ?? null;
}

/** What somebody in a rehearsal knows when acting. */
export type Known = ProposalRules & Pick<ProposalContext, 'parties' | 'now' | 'today'>;

/** What the first role that may do it does, as supposed. */
export function commandFor(
  act: NextAct,
  state: OpenProposal,
  known: Known,
  supposed: Supposed,
  content: ProposalContent,
): { readonly command: ProposalCommand; readonly actor: Actor } {
  const step = known.profile.steps.find((one) => one.id === act.step) as Step;
  const actor = actorFor(act.roles[0] ?? 'public', known.parties[0]?.id ?? content.proposer.id, content);
  const reasons = 'Supposed in a rehearsal.';
  const refining = refiningCommandFor(act, state, known, actor);
  if (refining !== null) return refining;
  switch (act.operation) {
    case 'make-determination': {
      const known = step.outcomes.find((one) => one.id === supposed.outcomes[step.id]) ?? step.outcomes[0];
      const timetable = step.carriesTimetable ? { steps: [] } : null;
      return {
        actor,
        command: {
          type: 'make-determination',
          step: step.id,
          outcome: known?.id ?? '',
          reasons,
          timetable,
          ...(known?.directs === true && { directions: reasons }),
        },
      };
    }
    case 'open-consultation': {
      const to = step.clock?.given ? lastDayOf(step.clock, known.today, supposed.given.consultation, known) : null;
      const planned = state.content.timetable.steps.some((one) => one.step === step.id);
      return { actor, command: { type: 'open-consultation', step: step.id, from: null, to: planned ? null : to } };
    }
    case 'open-window': {
      const lastDay = (step.clock && lastDayOf(step.clock, known.today, supposed.given.window, known)) ?? known.today;
      return { actor, command: { type: 'open-window', step: step.id, lastDay } };
    }
    case 'open-ballot': {
      const weights = step.voting?.weight === 'given' ? weightsOf(known.parties) : {};
      return { actor, command: { type: 'open-ballot', step: step.id, closes: null, weights } };
    }
    case 'cast-vote': {
      const held = lastBallot(step.id, state);
      const at = held?.electorate.findIndex((one) => held.votes.every((vote) => vote.seat !== one.seat)) ?? 0;
      const seat = held?.electorate[at]?.seat ?? '';
      const position = supposed.positions[at % supposed.positions.length] ?? 'approve';
      const voter = step.voting?.unit === 'party' ? { ...actor, party: seat } : { ...actor, seat };
      return { actor: voter, command: { type: 'cast-vote', step: step.id, seat: null, position, reasons } };
    }
    case 'close-ballot':
      return { actor, command: { type: 'close-ballot', step: step.id } };
    case 'set-implementation-date': {
      const after = runningWindows(state, known).map((window) => addDays(window.lastDay, 1));
      const day = workingDay(Math.max(known.today, ...after) as Day, known);
      return { actor, command: { type: 'set-implementation-date', step: step.id, day, reasons } };
    }
    case 'implement-modification':
      return { actor, command: { type: 'implement-modification', step: step.id, label: 'rehearsed' } };
    default:
      return { actor, command: { type: 'submit-paper', step: step.id } };
  }
}

export function actorFor(role: Role, party: string, content: ProposalContent): Actor {
  const actor: Actor = { id: role, name: 'Somebody in a rehearsal', role };
  if (role === 'proposer') return { ...actor, id: content.proposer.id };
  return role === 'party' ? { ...actor, party } : actor;
}

/** Only the rows whose steps the process has. */
function plannedIn({ timetable }: ProposalContent, profile: Profile): ProposalContent['timetable'] {
  return { steps: timetable.steps.filter((row) => profile.steps.some((step) => step.id === row.step)) };
}

/** The number of the proposal under the letters of the process; who proposes, as the process lets them. */
function asNamed(content: ProposalContent, profile: Profile): ProposalContent {
  const raise = profile.steps.find((step) => step.id === RAISING);
  const proposer = raise?.by[0] === 'party' ? { id: 'stand-in', name: 'a Party' } : content.proposer;
  return { ...content, proposer, id: idAtRaising(content.id, profile) };
}

/** The number of a proposal under the letters by which the process names one that is raised. */
export function idAtRaising(id: string, { identifiers }: Profile): string {
  const first = identifiers?.[0];
  if (first === undefined) return id;
  const number = String(Number(/\d+$/.exec(id)?.[0] ?? 0)).padStart(first.digits, '0');
  return `${first.prefix}${number}`;
}

/** Parties where Parties vote: one that proposes, and three for each category that votes. */
export function standIns(categories: readonly PartyCategory[]): ProposalContext['parties'] {
  const first = { id: 'stand-in', name: 'A Party that proposes', category: 'none' };
  const voting = categories.flatMap(({ id, title, votingCategory }) =>
    votingCategory === null
      ? []
      : Array.from({ length: STAND_INS }, (_, at) => ({
          id: `${id}-${at + 1}`,
          name: `${title} ${at + 1}`,
          category: id,
        })),
  );
  return [first, ...voting];
}

function weightsOf(parties: ProposalContext['parties']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    parties
      .filter((one) => one.category !== 'none')
      .map(({ id }) => [id, STAND_INS + 1 - Number(id.slice(id.lastIndexOf('-') + 1))]),
  );
}

/** What a rehearsal is of that could not even begin. */
function raisedAnyway(content: ProposalContent, raisedOn: Day, profile: Profile): RaisedProposal {
  return evolve(NO_PROPOSAL, {
    type: 'proposal-raised',
    content,
    raisedOn,
    profile: profile.id,
    rulebook: 'rehearsed',
  }) as RaisedProposal;
}
