import { accepted, type Decision } from '../../kernel/decider.ts';
import { type RejectionCode, rejection } from '../../kernel/rejection.ts';
import { type Role, rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { ProposalEvent } from '../proposal.ts';
import type { Refused } from '../refusal.ts';
import { type OpenProposal, RAISING } from '../state.ts';
import { differenceOf } from './plan-difference.ts';
import { ANSWER, agreersOf, type Replanning } from './replanning.ts';
import { liveTimetable, timetableIfSet } from './timetable.ts';
import { timetableFault } from './timetable-fault.ts';

/** Proposes another timetable for what is still to come; one that waits for its answer is replaced. */
export function proposeTimetable(
  { timetable, reasons }: CommandOf<'propose-timetable'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const allowed = allowedTo((rules) => rules.proposes, 'propose another timetable', context);
  if (!allowed.ok) return allowed;
  const { rules } = allowed;
  if (reasons.trim() === '')
    return refuse('reasons-required', 'To propose another timetable, reasons must be given.', rules, 'reasons');
  const fault = timetableFault(timetable, state, context);
  if (fault !== null) return refuse(fault.code, fault.sentence, rules, 'timetable');
  const held = liveTimetable(state, context.profile);
  const after = timetableIfSet(timetable, state, context.profile);
  if (differenceOf(held, after, context).every((one) => one.kind === 'same')) {
    return refuse(
      'input-invalid',
      'The timetable is the one that holds; expected another day for a step.',
      rules,
      'timetable',
    );
  }
  return accepted({ type: 'timetable-proposed', timetable, by: context.actor.name, reasons, on: context.today });
}

/** Agrees the timetable that is proposed, or refuses it; either way the ones before are kept. */
export function answerTimetable(
  { agreed, reasons }: CommandOf<'answer-timetable'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const allowed = allowedTo((rules) => agreersOf(rules, state, context), ANSWER, context);
  if (!allowed.ok) return allowed;
  const { rules } = allowed;
  if (state.proposedTimetable === null) {
    return refuse('step-not-open', 'No other timetable is proposed that waits for an answer.', rules);
  }
  if (reasons.trim() === '')
    return refuse('reasons-required', `To ${ANSWER}, reasons must be given.`, rules, 'reasons');
  // Time may have passed since it was proposed.
  const fault = agreed ? timetableFault(state.proposedTimetable.timetable, state, context) : null;
  if (fault !== null) return refuse(fault.code, fault.sentence, rules, 'agreed');
  const step = context.profile.steps.find((one) => one.answers === 'timetable')?.id ?? RAISING;
  const { actor, today: on } = context;
  return accepted({ type: 'timetable-answered', agreed, step, by: actor.name, reasons, on });
}

function allowedTo(
  roles: (rules: Replanning) => readonly Role[],
  act: string,
  { profile, actor, bodies }: ProposalContext,
): { readonly ok: true; readonly rules: Replanning } | Refused {
  const rules = profile.replanning;
  if (rules === undefined) {
    const sentence = `${profile.title} says nothing of another timetable once one is set.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  const by = roles(rules);
  if (by.includes(actor.role)) return { ok: true, rules };
  const who = rolesInSentence(by, bodies);
  const sentence = `To ${act} is for ${who}, not for ${rolesInSentence([actor.role], bodies)}.`;
  const unblock = [{ who, by: act, until: null }];
  return { ok: false, rejection: rejection('wrong-actor', sentence, { citation: rules.citation, unblock }) };
}

function refuse(code: RejectionCode, sentence: string, { citation }: Replanning, field?: string): Refused {
  const place = field === undefined ? {} : { place: { field } };
  return { ok: false, rejection: rejection(code, sentence, { citation, ...place }) };
}
