import type { Day } from '../../kernel/day.ts';
import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { solutionsOf } from '../refinement/solutions.ts';
import { notOpen, type Refused, ready, refuseAt } from '../refusal.ts';
import { openBallot } from '../running.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import { closingOn } from '../timetable/period.ts';
import { beforeItsDay, closingIfOpened, timetableWords, whoVaries } from '../timetable/schedule.ts';
import { plannedFor } from '../timetable/timetable.ts';
import { unblockersOf } from '../unblock.ts';
import { countingRules } from './counting.ts';
import { awaitedIn, electorateOf, nounOf } from './electorate.ts';
import type { HeldBallot } from './held-ballot.ts';
import { combined, resultsOf, severalPassOf } from './solutions.ts';

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
  const list = electorateOf(step, command.weights ?? {}, context, `modification/${state.content.id}`);
  if (!list.ok) return refuseAt('input-invalid', list.sentence, step, { field: list.field });
  const { text = null } = command;
  const { voters: electorate, vacant } = list;
  const left = vacant.length === 0 ? {} : { vacant };
  const others = solutionsOf(state).slice(1);
  const beside = others.length === 0 ? {} : { alternatives: others.map(({ id, title }) => ({ id, title })) };
  return accepted({
    type: 'ballot-opened',
    step: step.id,
    electorate,
    ...left,
    ...beside,
    closes,
    on: context.today,
    text,
  });
}

/** The ballot that is open at a step. */
function ballotAt(
  named: string | null,
  state: OpenProposal,
  context: ProposalContext,
): Refused | { readonly ok: true; readonly step: Step; readonly held: HeldBallot } {
  const at = ready(named, 'ballot', state, context);
  if (!at.ok) return at;
  const held = openBallot(at.step.id, state);
  if (held === null) return notOpen(at.step, { kind: 'waiting', missing: [] }, state, context);
  return { ok: true, step: at.step, held };
}

/** Closes a ballot once every seat has voted, or its time has run out. */
export function closeBallotAt(
  command: CommandOf<'close-ballot'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const running = ballotAt(command.step, state, context);
  if (!running.ok) return running;
  const { step, held } = running;
  if (context.now < held.closes && awaitedIn(held, countingRules(step, state, context)).length > 0) {
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
  const solutions = resultsOf(held, counting);
  const { rule } = severalPassOf(step, life, rules);
  const { tally, outcome, approved } = combined(solutions, rule);
  const closed = { type: 'ballot-closed', step: step.id, tally, outcome, on } as const;
  if (held.alternatives.length === 0) return closed;
  return { ...closed, solutions, ...(approved !== null && { approved }) };
}

/** Records who attends and who sent apologies, each on the list of voters. */
export function recordAttendance(
  command: CommandOf<'record-attendance'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const running = ballotAt(command.step, state, context);
  if (!running.ok) return running;
  const { step, held } = running;
  const [present, apologies] = [[...new Set(command.present)], [...new Set(command.apologies)]];
  const stranger = [...present, ...apologies].find((seat) => held.electorate.every((one) => one.seat !== seat));
  const both = present.find((seat) => apologies.includes(seat));
  if (stranger !== undefined || both !== undefined) {
    const sentence =
      stranger === undefined
        ? `"${both}" cannot both attend and send apologies.`
        : `"${stranger}" is not on the list of voters of "${step.title}".`;
    return refuseAt('input-invalid', sentence, step, { field: stranger === undefined ? 'apologies' : 'present' });
  }
  return accepted({ type: 'attendance-recorded', step: step.id, present, apologies, on: context.today });
}
