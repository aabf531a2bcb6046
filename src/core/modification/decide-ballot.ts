import { addDays, type Day, writeDay } from '../kernel/day.ts';
import { accepted, type Decision, refused } from '../kernel/decider.ts';
import { type Instant, writeInstant } from '../kernel/instant.ts';
import type { CommandOf } from './command.ts';
import type { ProposalContext, ProposalRules } from './context.ts';
import { statusOf } from './net.ts';
import { closingOn, nextWorkingDay, parameterOf } from './period.ts';
import type { Step } from './profile.ts';
import type { ProposalEvent } from './proposal.ts';
import { findStep, notOpen, ready, refuseAt, withoutReasons } from './refusal.ts';
import { allVoted, lastBallot, openBallot } from './running.ts';
import { beforeItsDay, timetableWords, whoVaries } from './schedule.ts';
import type { HeldBallot, OpenProposal, ProposalLife } from './state.ts';
import { ballotOutcome, type CountingRules, tallyOf } from './tally.ts';
import { plannedFor } from './timetable.ts';
import { unblockersOf } from './unblock.ts';

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
  const closes = command.closes ?? plannedClose(step, state, context);
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
  const seats = context.bodies.find((body) => body.id === step.voting?.body)?.seats ?? [];
  const electorate = seats.map(({ id, title, votingCategory }) => ({ seat: id, title, votingCategory }));
  const { text = null } = command;
  return accepted({ type: 'ballot-opened', step: step.id, electorate, closes, on: context.today, text });
}

/** A seat on the frozen list votes, once, with reasons, before the ballot closes. */
export function castVote(
  command: CommandOf<'cast-vote'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const found = findStep(command.step, 'ballot', state, context);
  if (!found.ok) return found;
  const { step } = found;
  const held = lastBallot(step.id, state);
  if (held === null) return notOpen(step, statusOf(step, state, context.profile), state, context);
  const own = context.actor.seat ?? null;
  const seat = command.seat ?? own;
  if (seat === null || seat !== own || !isOnList(held, seat)) {
    const { sentence, unblock } = withoutSeat(step, held, seat, state, context);
    return refuseAt('no-seat', sentence, step, { field: 'seat', unblock });
  }
  if (held.result !== null || context.now >= held.closes) {
    const again = unblockersOf(step, state, context).filter(() => held.result?.outcome === 'no-quorum');
    const then =
      again.length > 0 ? 'it has to be opened again, for want of a quorum' : 'nobody can take a vote after that';
    return refuseAt('too-late', `"${step.title}" closed ${closedWhen(held)}; ${then}.`, step, { unblock: again });
  }
  if (held.votes.some((vote) => vote.seat === seat)) {
    const sentence = `The seat "${seat}" has already voted in "${step.title}"; a seat votes once, and nobody can change its vote.`;
    return refuseAt('already-voted', sentence, step);
  }
  const unreasoned = withoutReasons(command.reasons, step, `vote in the ${step.title}`);
  if (unreasoned !== null) return unreasoned;
  const { position, reasons } = command;
  return accepted({ type: 'vote-cast', step: step.id, seat, position, reasons, on: context.today });
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
    const sentence = `"${step.title}" stays open until every seat has voted or ${writeInstant(held.closes)}.`;
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
  const tally = tallyOf(held.electorate, held.votes, counting);
  return { type: 'ballot-closed', step: step.id, tally, outcome: ballotOutcome(tally, counting), on };
}

/** The parameters of a ballot's step, as they stood when the proposal was raised. */
export function countingRules(step: Step, life: ProposalLife, rules: ProposalRules): CountingRules {
  const value = (id: string | undefined) => (id === undefined ? null : parameterOf(id, life, rules)?.value);
  const tie = value(step.voting?.tie) === 'approve' ? 'approve' : 'reject';
  return { quorum: Number(value(step.voting?.quorum) ?? 0), tie };
}

/** Why somebody cannot vote for a seat, and who can as long as the ballot is open. */
function withoutSeat(step: Step, held: HeldBallot, seat: string | null, state: OpenProposal, context: ProposalContext) {
  const { actor, now } = context;
  const own = held.electorate.find((elector) => elector.seat === actor.seat);
  const asked = held.electorate.find((elector) => elector.seat === seat);
  const by = `vote in the ${step.title}`;
  const isOpen = held.result === null && now < held.closes;
  const sentence =
    own === undefined
      ? `${actor.name} holds no seat on the list of voters of "${step.title}".`
      : `${actor.name} holds the seat "${own.seat}" and cannot vote for the seat "${seat}" in "${step.title}".`;
  if (!isOpen) return { sentence, unblock: [] };
  if (own !== undefined && asked !== undefined) {
    const who = `the holder of the seat "${asked.seat}"`;
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

function plannedClose(step: Step, state: OpenProposal, context: ProposalContext): Instant | null {
  const planned = plannedFor(step.id, state, context.profile);
  if (planned !== null && closingOn(step.clock, planned.to) > context.now) return closingOn(step.clock, planned.to);
  if (step.clock === null) return null;
  for (const after of [context.today, addDays(context.today, 1)]) {
    const on = nextWorkingDay(step.clock, after, context);
    if (on !== null && closingOn(step.clock, on) > context.now) return closingOn(step.clock, on);
  }
  return null;
}
