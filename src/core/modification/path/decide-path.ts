import { namesIn } from '../../kernel/condition.ts';
import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { type Rejection, type RejectionCode, rejection } from '../../kernel/rejection.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext, ProposalRules } from '../context.ts';
import { isRuledOut } from '../profile/net.ts';
import { dayTrue, unfold } from '../profile/outcomes.ts';
import type { Profile, Step, StepOutcome } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import type { OpenProposal, ProposalLife } from '../state.ts';
import type { PathChangeRules } from './path-change.ts';

/** Changes the path of a proposal after it was determined; what the new path has stays done, and what follows is worked out anew. */
export function changePath(
  { outcome, reasons }: CommandOf<'change-path'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const { profile, actor, bodies, today: on } = context;
  const rules = profile.pathChange;
  if (rules === undefined) {
    const sentence = `${profile.title} has no change of a path that was determined.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  const { id } = state.content;
  if (!rules.by.includes(actor.role)) {
    const who = rolesInSentence(rules.by, bodies);
    const sentence = `To ${rules.act} is for ${who}, not for ${rolesInSentence([actor.role], bodies)}.`;
    const unblock = [{ who, by: rules.act, until: null }];
    return refuse('wrong-actor', sentence, rules, { unblock });
  }
  const over = dayTrue(rules.until, state, profile);
  if (over !== null) {
    return refuse('too-late', `The path of ${id} stands since ${writeDay(over)}, when it was decided.`, rules);
  }
  const found = changeable(state, context);
  if (found === null) return refuse('step-not-open', `The path of ${id} has not been determined yet.`, rules);
  const others = found.others.map((one) => one.id);
  if (!others.includes(outcome)) {
    const sentence = `The path of ${id} cannot be changed to "${outcome}"; expected ${others.join(' or ')}.`;
    return refuse('outcome-unknown', sentence, rules, { place: { field: 'outcome' } });
  }
  if (reasons.trim() === '') {
    const sentence = `To ${rules.act}, reasons must be given.`;
    return refuse('reasons-required', sentence, rules, { place: { field: 'reasons' } });
  }
  return accepted({ ...pathChanged(state, profile, found.step, outcome), by: actor.name, reasons, on });
}

/** What a change of the path comes to: what was done and is no step of the new path falls away, such as a referral. */
export function pathChanged(life: ProposalLife, profile: Profile, { id }: Step, outcome: string) {
  const after = { ...life, done: life.done.map((one) => (one.step === id ? { ...one, outcome } : one)) };
  const hangs = (step: Step) => namesIn(unfold(step.opens, profile)).includes(id);
  const fallen = life.done.flatMap(({ step }) => {
    const known = profile.steps.find((one) => one.id === step);
    return known !== undefined && hangs(known) && isRuledOut(known, after, profile) ? [step] : [];
  });
  return { type: 'path-changed', step: id, outcome, fallen } as const;
}

/** The step that determined the path and the outcomes to which it can be changed; null while it is not determined or once it stands. */
export function changeable(
  life: ProposalLife,
  { profile }: Pick<ProposalRules, 'profile'>,
): { readonly step: Step; readonly others: readonly StepOutcome[] } | null {
  const rules = profile.pathChange;
  const step = profile.steps.find((one) => one.id === rules?.step);
  const done = life.done.find((one) => one.step === step?.id);
  if (rules === undefined || step === undefined || done === undefined) return null;
  if (dayTrue(rules.until, life, profile) !== null) return null;
  return { step, others: step.outcomes.filter((one) => one.id !== done.outcome) };
}

function refuse(
  code: RejectionCode,
  sentence: string,
  { citation }: PathChangeRules,
  extra: Partial<Rejection> = {},
): Decision<ProposalEvent> {
  return { ok: false, rejection: rejection(code, sentence, { citation, ...extra }) };
}
