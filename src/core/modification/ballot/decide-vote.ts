import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, type Refused, refuseAt, withoutReasons } from '../refusal.ts';
import { lastBallot } from '../running.ts';
import type { OpenProposal } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import { unblockersOf } from '../unblock.ts';
import type { Caster, ObjectivePosition } from './ballot-event.ts';
import { castableBy, casterFor, castersOf, notOnTheseDays, type Place } from './casters.ts';
import { nounOf, noVoter } from './electorate.ts';
import type { CastVote, HeldBallot } from './held-ballot.ts';

/** A voter on the frozen list votes, with reasons, before the ballot closes; anew, where the rules let a vote be changed. */
export function castVote(
  command: CommandOf<'cast-vote'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context, 'take a vote');
  if (!voter.ok) return voter;
  const { step, held, seat, by } = voter;
  if (held.recused.some((one) => one.seat === seat)) {
    const sentence = `The ${nounOf(step)} "${seat}" declared an interest in "${step.title}" and does not vote.`;
    return refuseAt('interest-declared', sentence, step);
  }
  const unreasoned = withoutReasons(command.reasons, step, `vote in the ${step.title}`);
  if (unreasoned !== null) return unreasoned;
  const objectives = objectivesOf(command.objectives ?? [], step, context);
  if (!objectives.ok) return objectives;
  const { position, reasons, alternatives = {} } = command;
  const stranger = Object.keys(alternatives).find((id) => held.alternatives.every((one) => one.id !== id));
  if (stranger !== undefined) {
    const known = held.alternatives.map((one) => one.id).join(', ') || 'none';
    const sentence = `"${step.title}" is not about an alternative "${stranger}"; expected ${known}.`;
    return refuseAt('input-invalid', sentence, step, { field: `alternatives.${stranger}` });
  }
  const before = held.votes.find((vote) => vote.seat === seat);
  const vote = { seat, position, alternatives, reasons, objectives: objectives.value, by };
  if (before !== undefined && isSameVote(before, vote)) return accepted();
  if (before !== undefined && step.voting?.change?.rule !== 'until-close') {
    const sentence = `The ${nounOf(step)} "${seat}" has already voted in "${step.title}"; a ${nounOf(step)} votes once, and nobody can change its vote.`;
    return refuseAt('already-voted', sentence, step);
  }
  const said = {
    ...(objectives.value.length > 0 && { objectives: objectives.value }),
    ...(held.alternatives.length > 0 && { alternatives }),
  };
  return accepted({ type: 'vote-cast', step: step.id, seat, position, reasons, ...said, by, on: context.today });
}

/** Takes back the vote that stands for a voter, where the rules let a vote be changed. */
export function withdrawVote(
  command: CommandOf<'withdraw-vote'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context, 'take a vote back');
  if (!voter.ok) return voter;
  const { step, held, seat, by } = voter;
  if (held.votes.every((vote) => vote.seat !== seat)) {
    const sentence = `The ${nounOf(step)} "${seat}" has no vote in "${step.title}" that could be taken back.`;
    return refuseAt('not-found', sentence, step);
  }
  if (step.voting?.change?.rule !== 'until-close') {
    const sentence = `A vote in "${step.title}" stands once it is cast; nobody can take it back.`;
    return refuseAt('already-voted', sentence, step);
  }
  return accepted({ type: 'vote-withdrawn', step: step.id, seat, by, on: context.today });
}

/** A voter on the frozen list declares an interest before voting, and is out of the vote. */
export function declareInterest(
  command: CommandOf<'declare-interest'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context, 'be recused');
  if (!voter.ok) return voter;
  const { step, held, seat } = voter;
  if (held.recused.some((one) => one.seat === seat)) {
    const sentence = `The ${nounOf(step)} "${seat}" has already declared an interest in "${step.title}".`;
    return refuseAt('interest-declared', sentence, step);
  }
  if (held.votes.some((vote) => vote.seat === seat)) {
    const first = step.voting?.change?.rule === 'until-close' ? '; the vote must be taken back first' : '';
    return refuseAt(
      'already-voted',
      `The ${nounOf(step)} "${seat}" has already voted in "${step.title}"${first}.`,
      step,
    );
  }
  if (command.reasons.trim() === '') {
    return refuseAt('reasons-required', 'To declare an interest, say which it is.', step, { field: 'reasons' });
  }
  return accepted({ type: 'interest-declared', step: step.id, seat, reasons: command.reasons, on: context.today });
}

/** The holder of a vote gives it to another voter on the list, as far as the rules let one hold votes of others; or takes it back. */
export function giveProxy(
  command: CommandOf<'give-proxy'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context, 'give a vote away');
  if (!voter.ok) return voter;
  const { step, held, seat, by } = voter;
  const { to } = command;
  const about = { step: step.id, seat, by, on: context.today };
  const refuse = (sentence: string) => refuseAt('no-proxy', sentence, step, { field: 'to' });
  const most = Number(parameterOf(step.voting?.proxies?.rule ?? '', state, context)?.value ?? 0);
  if (most === 0) return refuse(`In "${step.title}" nobody votes for another ${nounOf(step)} by proxy.`);
  if (by.as === 'proxy') return refuse(`A vote that was given to somebody is not given on.`);
  if (to === null) {
    const given = held.proxies.some((one) => one.seat === seat);
    return given ? accepted({ type: 'proxy-withdrawn', ...about }) : refuse(`"${seat}" has given its vote to nobody.`);
  }
  const other = held.electorate.find((one) => one.seat === to);
  if (other === undefined || to === seat || to === step.voting?.castingVote) {
    return refuse(`"${seat}" cannot give its vote to "${to}"; expected another ${nounOf(step)} on the list of voters.`);
  }
  if (held.recused.some((one) => one.seat === to)) {
    return refuse(`"${to}" declared an interest in "${step.title}" and takes no part in the vote.`);
  }
  if (held.votes.some((vote) => vote.seat === seat)) {
    return refuse(`"${seat}" has voted in "${step.title}"; the vote must be taken back before it is given to another.`);
  }
  const others = held.proxies.filter((one) => one.to === to && one.seat !== seat).length;
  if (others >= most) {
    return refuse(`"${to}" holds the votes of ${others} others already; the most is ${most}.`);
  }
  return accepted({ type: 'proxy-given', ...about, to });
}

interface FoundVoter {
  readonly ok: true;
  readonly step: Step;
  readonly held: HeldBallot;
  readonly seat: string;
  readonly by: Caster;
}

/**
 * The open ballot of a step, the voter on its frozen list for whom the actor acts, and as what; refuses whoever is none
 * there, and everybody once it is closed. Left out, it is the actor's own, or the only one for which they may act.
 */
function voterIn(
  command: { readonly step: string | null; readonly seat: string | null },
  state: OpenProposal,
  context: ProposalContext,
  what: string,
): Refused | FoundVoter {
  const found = findStep(command.step, 'ballot', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const held = lastBallot(step.id, state);
  if (held === null) return notOpen(step, statusOf(step, state, context.profile), state, context);
  const place = { step, about: `modification/${state.content.id}` };
  const own = castableBy(held, place, context);
  const holding = own.find((one) => one.by.as === 'holder') ?? (own.length === 1 ? own[0] : undefined);
  const seat = command.seat ?? holding?.seat ?? null;
  const by = seat === null ? null : casterFor(seat, held, place, context);
  if (seat !== null && by !== null) {
    return afterClose(step, held, state, context, what) ?? { ok: true, step, held, seat, by };
  }
  if (command.seat === null && own.length > 1) {
    const sentence = `${context.actor.name} may vote for ${own.map((one) => `"${one.seat}"`).join(' and ')} in "${step.title}"; say for which.`;
    return refuseAt('no-seat', sentence, step, { field: 'seat' });
  }
  const { sentence, unblock } = withoutSeat({ step, held, place, seat, own: holding?.seat ?? null }, state, context);
  return refuseAt('no-seat', sentence, step, { field: 'seat', unblock });
}

/** That the ballot is closed; null while it is open. */
function afterClose(
  step: Step,
  held: HeldBallot,
  state: OpenProposal,
  context: ProposalContext,
  what: string,
): Refused | null {
  if (held.result === null && context.now < held.closes) return null;
  const again = unblockersOf(step, state, context).filter(() => held.result?.outcome === 'no-quorum');
  const then = again.length > 0 ? 'it has to be opened again, for want of a quorum' : `nobody can ${what} after that`;
  return refuseAt('too-late', `"${step.title}" closed ${closedWhen(held)}; ${then}.`, step, { unblock: again });
}

/** Why somebody cannot vote for a seat, and who can as long as the ballot is open. */
function withoutSeat(
  at: {
    readonly step: Step;
    readonly held: HeldBallot;
    readonly place: Place;
    readonly seat: string | null;
    readonly own: string | null;
  },
  state: OpenProposal,
  context: ProposalContext,
) {
  const { step, held, place, seat, own } = at;
  const { actor, now } = context;
  const asked = held.electorate.find((elector) => elector.seat === seat);
  const named = held.electorate.find(
    (one) => (asked === undefined || one === asked) && notOnTheseDays(one, context) !== null,
  );
  const days = named === undefined ? null : notOnTheseDays(named, context);
  const sentence =
    days !== null
      ? `${days}, and cannot vote for it in "${step.title}".`
      : own === null
        ? `${actor.name} ${noVoter(step)} on the list of voters of "${step.title}".`
        : `${actor.name} ${step.voting?.unit === 'party' ? 'acts for the Party' : 'holds the seat'} "${own}" and cannot vote for the ${nounOf(step)} "${seat}" in "${step.title}".`;
  if (held.result !== null || now >= held.closes) return { sentence, unblock: [] };
  const meant = asked ?? named;
  if (meant === undefined || (own === null && days === null)) {
    return { sentence, unblock: unblockersOf(step, state, context) };
  }
  const who = castersOf(meant, held, place, context);
  return { sentence, unblock: who === '' ? [] : [{ who, by: `vote in the ${step.title}`, until: held.closes }] };
}

/** What was said of objectives, in the order of the code; refuses one that the code has not. */
function objectivesOf(
  given: readonly ObjectivePosition[],
  step: Step,
  { objectives = [] }: ProposalContext,
): { readonly ok: true; readonly value: readonly ObjectivePosition[] } | Refused {
  const unknown = given.find((one) => objectives.every(({ id }) => id !== one.objective));
  if (unknown !== undefined) {
    const known = objectives.map(({ id }) => id).join(', ');
    const sentence = `The code has no objective "${unknown.objective}"; expected ${known === '' ? 'none' : `one of ${known}`}.`;
    return refuseAt('input-invalid', sentence, step, { field: 'objectives' });
  }
  return { ok: true, value: objectives.flatMap(({ id }) => given.findLast((one) => one.objective === id) ?? []) };
}

function isSameVote(before: CastVote, vote: Omit<CastVote, 'on'>): boolean {
  const { on: _, ...stands } = before;
  return JSON.stringify(keyed(stands)) === JSON.stringify(keyed(vote));
}

function keyed({ position, alternatives, reasons, objectives, by }: Omit<CastVote, 'on'>) {
  const beside = Object.entries(alternatives).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    position,
    beside,
    reasons,
    objectives.map((one) => [one.objective, one.effect, one.reasons]),
    by?.as,
    by?.account,
  ];
}

function closedWhen({ result, closes }: HeldBallot): string {
  return result === null ? `at ${writeInstant(closes)}` : `on ${writeDay(result.on)}`;
}
