import { type Day, writeDay } from '../../kernel/day.ts';
import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { findStep, notOpen, type Refused, ready, refuseAt, withoutReasons } from '../refusal.ts';
import { allVoted, lastBallot, openBallot } from '../running.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import { closingOn, parameterOf } from '../timetable/period.ts';
import { beforeItsDay, closingIfOpened, timetableWords, whoVaries } from '../timetable/schedule.ts';
import { plannedFor } from '../timetable/timetable.ts';
import { unblockersOf } from '../unblock.ts';
import { electorateOf, nounOf, noVoter, tallyHeld, voterOf } from './electorate.ts';
import type { HeldBallot } from './held-ballot.ts';
import { ballotOutcome, type CountingRules } from './tally.ts';
import { MAJORITY, parseShare } from './voting.ts';

/** Opens a ballot and freezes the list of voters. It closes when told, as planned, or at the next closing time. */
export function openBallotAt(
  command: CommandOf<'open-ballot'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'ballot', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const running = openBallot(step.id, state);
  if (running !== null) {
    return refuseAt('step-already-done', `"${step.title}" is open until ${writeInstant(running.closes)}.`, step);
  }
  const early = beforeItsDay(step, state, context);
  if (early !== null) return refused(early);
  const closes = command.closes ?? closingIfOpened(step, state, context);
  if (closes === null || closes <= context.now) {
    const sentence = `"${step.title}" must close later than now, ${writeInstant(context.now)}.`;
    return refuseAt('period-too-short', sentence, step, { field: 'closes' });
  }
  const planned = plannedFor(step.id, state, context.profile);
  const latest = planned && closingOn(step.clock, planned.to);
  if (latest !== null && latest > context.now && closes > latest) {
    const sentence = `${timetableWords(state, context)} lets "${step.title}" run until ${writeInstant(latest)}, not ${writeInstant(closes)}; ${whoVaries(state, context)}.`;
    return refuseAt('too-late', sentence, step, { field: 'closes' });
  }
  const electorate = electorateOf(step, command.weights ?? {}, context);
  const { text = null } = command;
  if (!electorate.ok) return refuseAt('input-invalid', electorate.sentence, step, { field: 'weights' });
  const { voters } = electorate;
  return accepted({ type: 'ballot-opened', step: step.id, electorate: voters, closes, on: context.today, text });
}

/** A seat on the frozen list votes, once, with reasons, before the ballot closes. */
export function castVote(
  command: CommandOf<'cast-vote'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context);
  if (!voter.ok) return voter;
  const { step, held, seat } = voter;
  if (held.result !== null || context.now >= held.closes) {
    const again = unblockersOf(step, state, context).filter(() => held.result?.outcome === 'no-quorum');
    const then =
      again.length > 0 ? 'it has to be opened again, for want of a quorum' : 'nobody can take a vote after that';
    return refuseAt('too-late', `"${step.title}" closed ${closedWhen(held)}; ${then}.`, step, { unblock: again });
  }
  if (held.votes.some((vote) => vote.seat === seat)) {
    const sentence = `The ${nounOf(step)} "${seat}" has already voted in "${step.title}"; a ${nounOf(step)} votes once, and nobody can change its vote.`;
    return refuseAt('already-voted', sentence, step);
  }
  if (held.recused.some((one) => one.seat === seat)) {
    const sentence = `The ${nounOf(step)} "${seat}" declared an interest in "${step.title}" and does not vote.`;
    return refuseAt('interest-declared', sentence, step);
  }
  const unreasoned = withoutReasons(command.reasons, step, `vote in the ${step.title}`);
  if (unreasoned !== null) return unreasoned;
  const { position, reasons } = command;
  return accepted({ type: 'vote-cast', step: step.id, seat, position, reasons, on: context.today });
}

/** A voter on the frozen list declares an interest before voting, and is out of the vote. */
export function declareInterest(
  command: CommandOf<'declare-interest'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const voter = voterIn(command, state, context);
  if (!voter.ok) return voter;
  const { step, held, seat } = voter;
  if (held.result !== null || context.now >= held.closes) {
    return refuseAt('too-late', `"${step.title}" closed ${closedWhen(held)}; nobody can be recused after that.`, step);
  }
  if (held.votes.some((vote) => vote.seat === seat) || held.recused.some((one) => one.seat === seat)) {
    const how = held.recused.some((one) => one.seat === seat) ? 'declared an interest' : 'voted';
    const code = how === 'voted' ? 'already-voted' : 'interest-declared';
    return refuseAt(code, `The ${nounOf(step)} "${seat}" has already ${how} in "${step.title}".`, step);
  }
  if (command.reasons.trim() === '') {
    return refuseAt('reasons-required', 'To declare an interest, say which it is.', step, { field: 'reasons' });
  }
  return accepted({ type: 'interest-declared', step: step.id, seat, reasons: command.reasons, on: context.today });
}

/** The latest ballot of a step and the seat on its frozen list that the actor acts for; refuses whoever has none there. */
function voterIn(
  command: CommandOf<'cast-vote' | 'declare-interest'>,
  state: OpenProposal,
  context: ProposalContext,
): Refused | { readonly ok: true; readonly step: Step; readonly held: HeldBallot; readonly seat: string } {
  const found = findStep(command.step, 'ballot', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const held = lastBallot(step.id, state);
  if (held === null) return notOpen(step, statusOf(step, state, context.profile), state, context);
  const own = voterOf(step, context);
  const seat = command.seat ?? own;
  if (seat === null || seat !== own || !isOnList(held, seat)) {
    const { sentence, unblock } = withoutSeat(step, held, seat, state, context);
    return refuseAt('no-seat', sentence, step, { field: 'seat', unblock });
  }
  return { ok: true, step, held, seat };
}

/** Closes a ballot once every seat has voted, or its time has run out. */
export function closeBallotAt(
  command: CommandOf<'close-ballot'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'ballot', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const held = openBallot(step.id, state);
  if (held === null) return notOpen(step, { kind: 'waiting', missing: [] }, state, context);
  if (context.now < held.closes && !allVoted(held)) {
    const unblock = unblockersOf(step, state, context);
    const sentence = `"${step.title}" stays open until every ${nounOf(step)} has voted or ${writeInstant(held.closes)}.`;
    return refuseAt('too-early', sentence, step, { unblock });
  }
  return accepted(ballotClosed(step, held, context.today, state, context));
}

/** That a ballot closed, with its tally and what that comes to. */
export function ballotClosed(
  step: Step,
  held: HeldBallot,
  on: Day,
  life: ProposalLife,
  rules: ProposalRules,
): ProposalEvent {
  const counting = countingRules(step, life, rules);
  const tally = tallyHeld(held, counting);
  return { type: 'ballot-closed', step: step.id, tally, outcome: ballotOutcome(tally, counting), on };
}

/** The parameters of a ballot's step, as they stood when the proposal was raised. */
export function countingRules(step: Step, life: ProposalLife, rules: ProposalRules): CountingRules {
  const { voting } = step;
  const value = (id: string | null | undefined) => (id == null ? null : (parameterOf(id, life, rules)?.value ?? null));
  const share = (id: string | null | undefined) => parseShare(String(value(id))) ?? MAJORITY;
  const quorum = value(voting?.quorum);
  return {
    unit: voting?.unit ?? 'seat',
    aggregation: voting?.aggregation ?? 'by-category',
    of: voting?.of ?? 'cast',
    castingVote: voting?.castingVote ?? null,
    recusal: voting?.recusal ?? 'shrinks',
    quorum: (typeof quorum === 'string' ? parseShare(quorum) : null) ?? (Number(quorum) || 0),
    quorumOf: (voting?.quorumOf ?? []).map((one) => ({ category: one.category, seats: Number(value(one.seats)) || 0 })),
    threshold: share(voting?.threshold),
    categoryThreshold: share(voting?.categoryThreshold),
    tie: value(voting?.tie) === 'approve' ? 'approve' : 'reject',
  };
}

/** Why somebody cannot vote for a seat, and who can as long as the ballot is open. */
function withoutSeat(step: Step, held: HeldBallot, seat: string | null, state: OpenProposal, context: ProposalContext) {
  const { actor, now } = context;
  const own = held.electorate.find((elector) => elector.seat === voterOf(step, context));
  const asked = held.electorate.find((elector) => elector.seat === seat);
  const by = `vote in the ${step.title}`;
  const isOpen = held.result === null && now < held.closes;
  const sentence =
    own === undefined
      ? `${actor.name} ${noVoter(step)} on the list of voters of "${step.title}".`
      : `${actor.name} ${step.voting?.unit === 'party' ? 'acts for the Party' : 'holds the seat'} "${own.seat}" and cannot vote for the ${nounOf(step)} "${seat}" in "${step.title}".`;
  if (!isOpen) return { sentence, unblock: [] };
  if (own !== undefined && asked !== undefined) {
    const who = step.voting?.unit === 'party' ? `the Party "${asked.seat}"` : `the holder of the seat "${asked.seat}"`;
    return { sentence, unblock: [{ who, by, until: held.closes }] };
  }
  return { sentence, unblock: unblockersOf(step, state, context) };
}

function isOnList(held: HeldBallot, seat: string): boolean {
  return held.electorate.some((elector) => elector.seat === seat);
}

function closedWhen({ result, closes }: HeldBallot): string {
  return result === null ? `at ${writeInstant(closes)}` : `on ${writeDay(result.on)}`;
}
