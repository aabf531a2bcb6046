import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { type Rejection, type RejectionCode, rejection } from '../../kernel/rejection.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, TimedRules } from '../context.ts';
import { windowOf } from '../decision/window.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { ProposalEvent } from '../proposal.ts';
import { maySay, sayWho } from '../proposer.ts';
import { openBallot, openConsultation } from '../running.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import { currentHold, type HoldRules } from './hold.ts';
import { clocksGoingOn } from './paused-clocks.ts';

/** Puts a proposal on hold; or gives a proposal that is on hold the day on which it goes on. */
export function hold(
  { reasons, until }: CommandOf<'hold-modification'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const allowed = allowedTo('by', state, context);
  if (!allowed.ok) return allowed;
  const { rules } = allowed;
  const { today, actor } = context;
  if (until !== null && until <= today) {
    return refuse(
      'too-early',
      `${state.content.id} cannot go on on ${writeDay(until)}; expected a day after today.`,
      rules,
      'until',
    );
  }
  if (reasons.trim() === '') {
    return refuse('reasons-required', `To ${rules.act}, reasons must be given.`, rules, 'reasons');
  }
  const held = currentHold(state);
  if (held !== null) {
    if (until !== null) return accepted({ type: 'hold-planned', by: actor.name, reasons, until, on: today });
    const sentence = `${state.content.id} has been on hold since ${writeDay(held.from)}; expected the day on which it goes on.`;
    return refuse('step-already-done', sentence, rules, 'until');
  }
  const fault = holdFault(state, rules, context);
  if (fault !== null) return { ok: false, rejection: fault };
  return accepted({ type: 'modification-held', by: actor.name, reasons, until, on: today });
}

/** Takes a proposal off hold; the clocks that stood still go on with the Working Days that they had left. */
export function resume(
  { reasons }: CommandOf<'resume-modification'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const allowed = allowedTo('resumedBy', state, context);
  if (!allowed.ok) return allowed;
  const held = currentHold(state);
  if (held === null) return refuse('step-not-open', `${state.content.id} is not on hold.`, allowed.rules);
  if (reasons.trim() === '') {
    return refuse('reasons-required', `To ${allowed.rules.resume}, reasons must be given.`, allowed.rules, 'reasons');
  }
  const { today: on, actor } = context;
  const clocks = clocksGoingOn(held.from, on, state, context);
  return accepted({ type: 'modification-resumed', by: actor.name, reasons, on, clocks });
}

/** Why an open proposal cannot be put on hold as it stands, whoever asks; null when it can. */
export function holdFault(life: ProposalLife, rules: HoldRules, context: TimedRules): Rejection | null {
  const { id } = life.content;
  const over = dayTrue(rules.until, life, context.profile);
  if (over !== null) {
    const sentence = `${id} could be put on hold only until ${writeDay(over)}, when it was decided.`;
    return rejection('too-late', sentence, { citation: rules.citation });
  }
  const busy = context.profile.steps.find(
    (step) =>
      openBallot(step.id, life) !== null ||
      (openConsultation(step.id, life) !== null && !rules.pauses.includes('consultation')) ||
      (windowOf(step, life, context) !== null && !rules.pauses.includes('window')),
  );
  if (busy === undefined) return null;
  return rejection(
    'too-early',
    `"${busy.title}" is running and does not pause; ${id} can be put on hold once it is over.`,
    {
      citation: rules.citation,
    },
  );
}

function allowedTo(
  which: 'by' | 'resumedBy',
  state: OpenProposal,
  { profile, actor, bodies }: ProposalContext,
): { readonly ok: true; readonly rules: HoldRules } | { readonly ok: false; readonly rejection: Rejection } {
  const { hold: rules, title, citation } = profile;
  if (rules === undefined) {
    return { ok: false, rejection: rejection('step-unknown', `${title} has no hold of a proposal.`, { citation }) };
  }
  if (maySay(rules[which], actor, state)) return { ok: true, rules };
  const act = which === 'by' ? rules.act : rules.resume;
  const who = sayWho(rules[which], state, { bodies });
  const sentence = `To ${act} is for ${who}, not for ${actor.name}.`;
  const unblock = [{ who, by: act, until: null }];
  return { ok: false, rejection: rejection('wrong-actor', sentence, { citation: rules.citation, unblock }) };
}

function refuse(
  code: RejectionCode,
  sentence: string,
  { citation }: HoldRules,
  field?: string,
): Decision<ProposalEvent> {
  return { ok: false, rejection: rejection(code, sentence, { citation, ...(field && { place: { field } }) }) };
}
