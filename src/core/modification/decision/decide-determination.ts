import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { Step, StepOutcome } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { solutionsOf } from '../refinement/solutions.ts';
import { type Refused, ready, refuseAt, withoutReasons } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import { beforeItsDay } from '../timetable/schedule.ts';
import { timetableFault } from '../timetable/timetable-fault.ts';

/** A body decides a question of the profile, with reasons, and with a timetable where the step carries one. */
export function makeDetermination(
  command: CommandOf<'make-determination'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = ready(command.step, 'determination', state, context);
  if (!at.ok) return at;
  const { step } = at;
  const early = beforeItsDay(step, state, context);
  if (early !== null) return refused(early);
  const { outcome, reasons, timetable, directions = '' } = command;
  if (!step.outcomes.some((one) => one.id === outcome)) {
    const known = step.outcomes.map((one) => one.id).join(', ');
    const sentence = `"${step.title}" has no outcome "${outcome}"; expected one of ${known}.`;
    return refuseAt('outcome-unknown', sentence, step, { field: 'outcome' });
  }
  const unreasoned = withoutReasons(reasons, step);
  if (unreasoned !== null) return unreasoned;
  if ((timetable !== null) !== step.carriesTimetable) {
    const expected = step.carriesTimetable ? 'sets a timetable; expected one' : 'carries no timetable; expected none';
    return refuseAt('input-invalid', `"${step.title}" ${expected}.`, step, { field: 'timetable' });
  }
  const fault = timetable && timetableFault(timetable, state, context);
  if (fault !== null) return refuseAt(fault.code, fault.sentence, step, { field: 'timetable' });
  const { solution } = command;
  if (solution !== undefined && solutionsOf(state).every((one) => one.id !== solution)) {
    const known = solutionsOf(state)
      .map((one) => one.id)
      .join(', ');
    return refuseAt('not-found', `There is no solution "${solution}"; expected one of ${known}.`, step, {
      field: 'solution',
    });
  }
  const on = context.today;
  const named = solution === undefined ? {} : { solution };
  const made = { type: 'determination-made', step: step.id, outcome, reasons, on, timetable, ...named } as const;
  const chosen = step.outcomes.find((one) => one.id === outcome);
  const misdirected = directionsFault(directions, chosen, step);
  if (misdirected !== null) return misdirected;
  const steps = chosen?.reopens;
  if (steps === undefined) return accepted<ProposalEvent>(made);
  const given = directions.trim() === '' ? {} : { directions };
  return accepted<ProposalEvent>(made, { type: 'steps-reopened', step: step.id, steps, ...given, on });
}

/** Why directions do not go with an outcome; null when they do. */
function directionsFault(given: string, outcome: StepOutcome | undefined, step: Step): Refused | null {
  const isGiven = given.trim() !== '';
  if (outcome?.directs === true && !isGiven) {
    const sentence = `"${step.title}: ${outcome.title}" says what is to be done; expected directions.`;
    return refuseAt('reasons-required', sentence, step, { field: 'directions' });
  }
  if (!isGiven || outcome?.reopens !== undefined) return null;
  const sentence = `"${step.title}: ${outcome?.title}" sends nothing back; expected no directions.`;
  return refuseAt('input-invalid', sentence, step, { field: 'directions' });
}
