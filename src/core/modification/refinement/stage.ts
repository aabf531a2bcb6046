import { rejection } from '../../kernel/rejection.ts';
import type { Role } from '../../party/actor.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalContext } from '../context.ts';
import { statusOf } from '../profile/net.ts';
import type { Profile, Step } from '../profile/profile.ts';
import { notOpen, type Refused, refuseAt } from '../refusal.ts';
import type { OpenProposal, ProposalLife, RaisedProposal } from '../state.ts';
import type { RefinementRule } from './refinement-rule.ts';

/** The refinement of a profile, and the step that ends it. */
export interface RefinementStage {
  readonly rule: RefinementRule;
  readonly report: Step;
}

/** The refinement of a profile; null when it has none. */
export function refinementStage(profile: Profile): RefinementStage | null {
  const { refinement: rule } = profile;
  const report = profile.steps.find((step) => step.id === rule?.report);
  return rule === undefined || report === undefined ? null : { rule, report };
}

/** The refinement that a proposal is in; null before it begins and once its report is submitted. */
export function openRefinement(life: ProposalLife, profile: Profile): RefinementStage | null {
  const stage = refinementStage(profile);
  if (stage === null || life.done.some((one) => one.step === stage.report.id)) return null;
  return statusOf(beginning(stage), life, profile).kind === 'open' ? stage : null;
}

/** Where a proposal stands in refinement: `none` when its profile has none, `not-needed` when it was ruled out or never came to it. */
export function refinementStatus(
  life: RaisedProposal,
  profile: Profile,
): 'none' | 'ahead' | 'not-needed' | 'open' | 'done' {
  const stage = refinementStage(profile);
  if (stage === null) return 'none';
  if (life.done.some((one) => one.step === stage.report.id)) return 'done';
  const { kind } = statusOf(beginning(stage), life, profile);
  if (life.status === 'closed' || kind === 'excluded') return 'not-needed';
  return kind === 'open' ? 'open' : 'ahead';
}

/** The refinement that a proposal is in, for an act of one of the roles; or why it cannot be done. */
export function inRefinement(
  rolesOf: (rule: RefinementRule) => readonly Role[],
  act: string,
  state: OpenProposal,
  context: ProposalContext,
): ({ readonly ok: true } & RefinementStage) | Refused {
  const { profile, actor, bodies } = context;
  const stage = refinementStage(profile);
  if (stage === null) {
    const sentence = `${profile.title} has no Working Group, no assessments and no alternatives; expected another profile.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  const { rule, report } = stage;
  const roles = rolesOf(rule);
  if (!roles.includes(actor.role)) {
    const who = rolesInSentence(roles, bodies);
    const sentence = `To ${act} is for ${who}, not for ${rolesInSentence([actor.role], bodies)}.`;
    return refuseAt('wrong-actor', sentence, report, { unblock: [{ who, by: act, until: null }] });
  }
  const done = state.done.find((one) => one.step === report.id);
  if (done !== undefined) return notOpen(report, { kind: 'done', done }, state, context);
  const status = statusOf(beginning(stage), state, profile);
  return status.kind === 'open' ? { ok: true, ...stage } : notOpen(beginning(stage), status, state, context);
}

/** The beginning of refinement as a step, so that it waits and is ruled out as steps are. */
export function beginning({ rule, report }: RefinementStage): Step {
  return { ...report, id: '', title: 'Refinement Process', opens: rule.begins, citation: rule.group.citation };
}
