import { accepted, type Decision, refused } from '../../kernel/decider.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { ProposalEvent } from '../proposal.ts';
import { ready, refuseAt, withoutReasons } from '../refusal.ts';
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
  const { outcome, reasons, timetable } = command;
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
  const on = context.today;
  const made = { type: 'determination-made', step: step.id, outcome, reasons, on, timetable } as const;
  const steps = step.outcomes.find((one) => one.id === outcome)?.reopens;
  return accepted<ProposalEvent>(
    made,
    ...(steps === undefined ? [] : [{ type: 'steps-reopened', step: step.id, steps, on } as const]),
  );
}
