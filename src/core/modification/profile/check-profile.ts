import { parameterOn } from '../../kernel/parameter.ts';
import { ROLE_IN_SENTENCE, type Role } from '../../party/actor.ts';
import type { PartyCategory } from '../../party/party.ts';
import { parseShare, type Voting } from '../ballot/voting.ts';
import { consultingFaults, consultingRoles } from '../consultation/consulting-fault.ts';
import type { ProposalRules } from '../context.ts';
import { refiningSteps } from '../refinement/steps-of.ts';
import { type Exploration, explore, type Way } from './explore.ts';
import type { Step, StepClock } from './profile.ts';

/** What is wrong with a process. */
export interface ProfileFault {
  readonly kind:
    | 'unreachable'
    | 'dead-end'
    | 'trap'
    | 'clock'
    | 'actor'
    | 'vote'
    | 'path'
    | 'meaning'
    | 'hold'
    | 'unproven';
  readonly sentence: string;
  /** How to come to it, step by step; empty where that says nothing. */
  readonly way: readonly string[];
}

/** What a check of a process found, and how much it looked at. */
export interface ProfileCheck {
  readonly states: number;
  readonly faults: readonly ProfileFault[];
}

/** Roles of people whom the code has to name as a body. */
const BODY_ROLES: readonly Role[] = ['code-administrator', 'panel', 'change-board', 'authority', 'assessor', 'dcc'];

/** Facts that the engine asks of every profile. */
const MEANINGS = ['urgent', 'approval', 'no_approval', 'approved'];

/**
 * Proves of a process that no step is unreachable, no state a dead end, that an end can always be reached, that every clock
 * ends or must be given when it starts, and that whoever acts or votes exists; says what does not hold and how to come to it.
 */
export function checkProfile(rules: ProposalRules, bound?: number): ProfileCheck {
  const missing = MEANINGS.filter((name) => rules.profile.facts.every((fact) => fact.id !== name));
  if (missing.length > 0) {
    const sentence = `The profile has no fact ${missing.join(', ')}; expected each, since the engine asks for it.`;
    return { states: 0, faults: [{ kind: 'meaning', sentence, way: [] }] };
  }
  const found = explore(rules.profile, bound);
  return { states: found.states, faults: [...reachFaults(found, rules), ...checkSteps(rules)] };
}

/** The part of {@link checkProfile} that looks at each step by itself: its clock, its actors, its vote. */
export function checkSteps(rules: ProposalRules): readonly ProfileFault[] {
  return [
    ...[...rules.profile.steps, ...refiningSteps(rules.profile)].flatMap((step) => [
      ...clockFaults(step, rules),
      ...actorFaults(step, rules),
      ...consultingFaults(step, rules).map((sentence) => fault('meaning', sentence)),
      ...(step.voting === null ? [] : votingFaults(step, step.voting, rules)),
    ]),
    ...restFaults(rules),
    ...pathFaults(rules),
  ];
}

/** What is wrong with the ways in which a proposal rests: one on hold must be able to go on, one withdrawn to end. */
function restFaults(rules: ProposalRules): readonly ProfileFault[] {
  const { withdrawal, hold } = rules.profile;
  const there = (roles: readonly Role[]) => roles.filter((role) => !isAbsent(role, rules));
  const nobody = (what: string, roles: readonly Role[]) =>
    roles
      .filter((role) => isAbsent(role, rules))
      .map((role) => fault('actor', `${what} is for ${ROLE_IN_SENTENCE[role]}, which this code does not have.`));
  const adoption = withdrawal?.adoption;
  const resumers = hold === undefined ? [] : there(hold.resumedBy);
  return [
    ...nobody('A withdrawal', withdrawal?.by ?? []),
    ...nobody('An adoption', adoption?.by ?? []),
    ...nobody('A hold', hold?.by ?? []),
    ...nobody('A statement of the impact', rules.profile.impactStatement?.by ?? []),
    ...nobody('A comment', rules.profile.criticalFriend?.by ?? []),
    ...nobody('To end a hold', hold?.resumedBy ?? []),
    ...(hold !== undefined && resumers.length === 0
      ? [fault('hold', 'A proposal on hold without a day on which it goes on could never go on: nobody can resume it.')]
      : []),
    ...(adoption === undefined ? [] : endFaults('The time for an adoption', adoption.clock, rules)),
  ];
}

/** What is wrong with the change of a path, with Fast-Track and with the end of drafting: a step that is not there, or nobody to act. */
function pathFaults(rules: ProposalRules): readonly ProfileFault[] {
  const { steps, pathChange, fastTrack, textUntil } = rules.profile;
  const named = [pathChange?.step ?? [], fastTrack?.steps ?? [], textUntil ?? []].flat();
  const roles = new Set([...(pathChange?.by ?? []), ...(fastTrack?.by ?? [])]);
  return [
    ...named
      .filter((id) => steps.every((step) => step.id !== id))
      .map((id) => fault('path', `The process names the step "${id}", which it does not have.`)),
    ...[...roles]
      .filter((role) => isAbsent(role, rules))
      .map((role) => fault('actor', `The paths are for ${ROLE_IN_SENTENCE[role]}, which this code does not have.`)),
  ];
}

/** A way in words, one line a step. */
function writeWay({ urgencyAsked, fastTrack, moves }: Way): readonly string[] {
  return [
    fastTrack ? 'It is raised as Fast-Track.' : `Urgency is ${urgencyAsked ? '' : 'not '}asked for.`,
    ...moves.map(
      ({ step, outcome, late, changes }) =>
        `${step.title}: ${outcome.title}${changes ? ', changed later' : ''}${late ? ', too late for the planned day' : ''}.`,
    ),
  ];
}

function reachFaults(found: Exploration, { profile }: ProposalRules): readonly ProfileFault[] {
  const unproven: readonly ProfileFault[] = found.complete
    ? []
    : [{ kind: 'unproven', sentence: `Only ${found.states} states were looked at; there are more.`, way: [] }];
  const unreached = found.complete ? profile.steps.filter((step) => !found.steps.has(step.id)) : [];
  const unended = found.complete ? profile.ends.filter((end) => !found.ends.has(end.id)) : [];
  const { twoPaths } = found;
  return [
    ...unproven,
    ...unreached.map((step) => fault('unreachable', `No course of events opens "${step.title}" (${step.id}).`)),
    ...unended.map((end) => fault('unreachable', `No course of events comes to the end "${end.title}" (${end.id}).`)),
    ...found.deadEnds.map((way) => fault('dead-end', 'Nothing can be done any more, and it is no end.', way)),
    ...found.traps.map((way) => fault('trap', 'Steps can be done, but no end can be reached any more.', way)),
    ...(twoPaths === null
      ? []
      : [
          fault('path', `${twoPaths.paths.map((path) => `"${path.title}"`).join(' and ')} hold at once.`, twoPaths.way),
        ]),
  ];
}

function clockFaults(step: Step, rules: ProposalRules): readonly ProfileFault[] {
  const { clock, title } = step;
  if (step.kind !== 'consultation' && step.kind !== 'window' && step.kind !== 'ballot') return [];
  if (clock === null) return [fault('clock', `"${title}" has no clock, so nothing says when it ends.`)];
  return endFaults(`"${title}"`, clock, rules, step.kind === 'ballot');
}

/** Why a clock does not end; `free` for one whose length is nobody's rule. */
function endFaults(what: string, clock: StepClock, rules: ProposalRules, free = false): readonly ProfileFault[] {
  const calendar = rules.calendars.find((one) => one.id === clock.calendar);
  return [
    ...(calendar === undefined
      ? [fault('clock', `${what} counts by the calendar "${clock.calendar}", which is not there.`)]
      : []),
    ...(clock.workingDays === null && clock.given !== true && !free
      ? [fault('clock', `${what} never ends: no parameter says its length, and nobody must give it when it starts.`)]
      : []),
    ...lengths(clock).flatMap((id) => lengthFaults(what, id, rules)),
  ];
}

function lengths(clock: StepClock): readonly string[] {
  return [clock.workingDays, clock.urgentWorkingDays].filter((id) => id !== null);
}

function lengthFaults(what: string, id: string, { parameters, profile }: ProposalRules): readonly ProfileFault[] {
  const parameter = parameters.find((one) => one.id === id);
  if (parameter === undefined) return [fault('clock', `${what} takes its length from "${id}", which is no parameter.`)];
  const value = parameterOn(parameter, profile.applies.from)?.value;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return [];
  const found = value === undefined ? 'no value' : `"${value}"`;
  return [
    fault(
      'clock',
      `${what} takes its length from "${id}", which has ${found} when the process begins; expected Working Days.`,
    ),
  ];
}

function actorFaults(step: Step, rules: ProposalRules): readonly ProfileFault[] {
  const roles = [
    ...step.by,
    ...(step.voting?.voters ?? []),
    ...(step.clock?.variedBy ?? []),
    ...consultingRoles(step),
    ...(rules.profile.transitions ?? []).flatMap((one) => one.by),
  ];
  return [...new Set(roles)]
    .filter((role) => isAbsent(role, rules))
    .map((role) => fault('actor', `"${step.title}" is for ${ROLE_IN_SENTENCE[role]}, which this code does not have.`));
}

function isAbsent(role: Role, { bodies, partyCategories }: ProposalRules): boolean {
  if (role === 'clock') return true;
  if (BODY_ROLES.includes(role)) return bodies.every((body) => body.id !== role);
  return role === 'party' && partyCategories.length === 0;
}

function votingFaults(step: Step, voting: Voting, rules: ProposalRules): readonly ProfileFault[] {
  const { title } = step;
  const value = (id: string | null) => {
    const parameter = rules.parameters.find((one) => one.id === id);
    return parameter === undefined ? undefined : parameterOn(parameter, rules.profile.applies.from)?.value;
  };
  const seats = (rules.bodies.find((body) => body.id === voting.body)?.seats ?? []).filter(
    (seat) => seat.id !== voting.castingVote,
  );
  const categories = votersOf(voting, seats, rules.partyCategories);
  const faults: ProfileFault[] = [];
  const say = (sentence: string) => faults.push(fault('vote', `"${title}" ${sentence}`));
  if (categories.length === 0) say('has no voters.');
  const quorum = value(voting.quorum);
  if (typeof quorum === 'number' && voting.unit === 'seat' && quorum > seats.length) {
    say(`needs ${quorum} voters for a quorum, and there are ${seats.length}.`);
  } else if (typeof quorum !== 'number' && parseShare(String(quorum)) === null) {
    say(`takes its quorum from "${voting.quorum}"; expected a number or a share, such as at least 1/2.`);
  }
  for (const { category, seats: id } of voting.quorumOf) {
    const needed = value(id);
    const there = categories.filter((one) => one === category).length;
    if (typeof needed !== 'number') say(`takes the quorum of "${category}" from "${id}"; expected a number.`);
    else if (voting.unit === 'seat' && needed > there)
      say(`needs ${needed} voters of "${category}", and there are ${there}.`);
  }
  for (const id of [voting.threshold, voting.categoryThreshold]) {
    if (id !== null && parseShare(String(value(id))) === null)
      say(`takes a share from "${id}"; expected one, such as more than 1/2.`);
  }
  if (voting.proxies !== null && typeof value(voting.proxies.rule) !== 'number') {
    say(`takes how many votes of others a voter may hold from "${voting.proxies.rule}"; expected a number.`);
  }
  const tie = value(voting.tie);
  if (tie !== 'approve' && tie !== 'reject')
    say(`takes what a tie comes to from "${voting.tie}"; expected approve or reject.`);
  const body = rules.bodies.find((one) => one.id === voting.body);
  if (voting.castingVote !== null && (body?.seats ?? []).every((seat) => seat.id !== voting.castingVote)) {
    say(`gives the casting vote to "${voting.castingVote}", which is no seat of its body.`);
  }
  return faults;
}

/** The voting category of each who can have a vote. */
function votersOf(
  voting: Voting,
  seats: readonly { readonly votingCategory: string }[],
  categories: readonly PartyCategory[],
): readonly string[] {
  if (voting.unit === 'seat') return seats.map((seat) => seat.votingCategory);
  return categories.flatMap((category) => category.votingCategory ?? []);
}

function fault(kind: ProfileFault['kind'], sentence: string, way?: Way): ProfileFault {
  return { kind, sentence, way: way === undefined ? [] : writeWay(way) };
}
