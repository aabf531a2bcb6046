import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalEvent } from '../proposal.ts';
import { type Refused, refuseAt } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import type { Assessment } from './assessment.ts';
import { groupOf } from './refinement.ts';
import type { AssessmentRule } from './refinement-rule.ts';
import { inRefinement } from './stage.ts';

/** Asks whoever runs the systems to assess the proposal, with questions; its clock begins. */
export function requestAssessment(
  { kind, ...command }: CommandOf<'request-assessment'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const known = context.profile.refinement?.assessments ?? [];
  const rule = known.find((one) => one.id === kind);
  const title = rule?.title ?? 'an assessment';
  const askers = rule?.requestedBy ?? known.flatMap((one) => one.requestedBy);
  const at = inRefinement(() => askers, `request the ${title}`, state, context);
  if (!at.ok) return at;
  if (rule === undefined) {
    const sentence = `There is no assessment "${kind}"; expected one of ${known.map((one) => one.id).join(', ')}.`;
    return refuseAt('not-found', sentence, at.report, { field: 'kind' });
  }
  const step = cited(at.report, rule);
  const running = state.refinement.assessments.find((one) => one.kind === kind && one.delivered === null);
  if (running !== undefined) {
    return refuseAt('step-already-done', `The ${title} has been requested and is not delivered yet.`, step);
  }
  if (groupOf(state.refinement) === null) {
    return refuseAt('step-not-open', `The ${title} waits for a Working Group, which has not been appointed.`, step);
  }
  const questions = command.questions.map((one) => one.trim()).filter((one) => one !== '');
  if (questions.length === 0) {
    const sentence = `The ${title} is asked something; expected at least one question.`;
    return refuseAt('input-invalid', sentence, step, { field: 'questions' });
  }
  const id = `${kind}-${state.refinement.assessments.filter((one) => one.kind === kind).length + 1}`;
  return accepted({ type: 'system-assessment-requested', id, kind, questions, on: context.today });
}

/** Whoever makes an assessment asks for information that it needs. */
export function askForInformation(
  { assessment: id, question }: CommandOf<'ask-for-information'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = running(id, (rule) => rule.by, 'ask for information', state, context);
  if (!at.ok) return at;
  if (question.trim() === '') {
    return refuseAt('input-invalid', 'A request for information asks something; expected words.', at.step, {
      field: 'question',
    });
  }
  const next = String(at.assessment.information.length + 1);
  const asked = { assessment: id, id: next, question: question.trim(), on: context.today };
  return accepted({ type: 'assessment-information-requested', ...asked });
}

/** Whoever asked for an assessment gives the information that it needs. */
export function giveInformation(
  { assessment: id, request, answer }: CommandOf<'give-information'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = running(id, (rule) => rule.requestedBy, 'give the information that an assessment needs', state, context);
  if (!at.ok) return at;
  const asked = at.assessment.information.find((one) => one.id === request);
  if (asked === undefined) {
    const sentence = `The ${at.rule.title} has no request for information ${request}.`;
    return refuseAt('not-found', sentence, at.step, { field: 'request' });
  }
  if (asked.given !== null) {
    return refuseAt('step-already-done', `The information ${request} was given by ${asked.given.by}.`, at.step);
  }
  if (answer.trim() === '') {
    return refuseAt('input-invalid', 'An answer says something; expected words.', at.step, { field: 'answer' });
  }
  const given = { assessment: id, request, answer: answer.trim(), by: context.actor.name, on: context.today };
  return accepted({ type: 'assessment-information-given', ...given });
}

/** Whoever makes an assessment delivers it: what it found, what the change costs and how long it takes. */
export function deliverAssessment(
  { type: _, assessment: id, ...result }: CommandOf<'deliver-assessment'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = running(id, (rule) => rule.by, 'deliver an assessment', state, context);
  if (!at.ok) return at;
  const fault = resultFault(result, at.step);
  if (fault !== null) return fault;
  const waits = at.assessment.information.find(({ given }) => given === null);
  if (waits !== undefined) {
    const who = rolesInSentence(at.rule.requestedBy, context.bodies);
    const sentence = `The ${at.rule.title} waits for the information ${waits.id} that was asked for on ${writeDay(waits.on)}: ${waits.question}`;
    const unblock = [{ who, by: `give the information ${waits.id}`, until: null }];
    return refuseAt('step-not-open', sentence, at.step, { unblock });
  }
  const findings = result.findings.map((one) => one.trim()).filter((one) => one !== '');
  const summary = result.summary.trim();
  return accepted({
    type: 'system-assessment-delivered',
    assessment: id,
    ...result,
    summary,
    findings,
    on: context.today,
  });
}

function resultFault(
  { summary, costFromGbp, costToGbp, leadTimeMonths }: Omit<CommandOf<'deliver-assessment'>, 'type' | 'assessment'>,
  step: Step,
): Refused | null {
  const invalid = (field: string, sentence: string) => refuseAt('input-invalid', sentence, step, { field });
  if (summary.trim() === '') return invalid('summary', 'An assessment has a summary; expected words.');
  const isCost = (pounds: number) => Number.isSafeInteger(pounds) && pounds >= 0;
  if (!isCost(costFromGbp))
    return invalid('costFromGbp', `£${costFromGbp} is no cost; expected whole pounds, 0 or more.`);
  if (!isCost(costToGbp)) return invalid('costToGbp', `£${costToGbp} is no cost; expected whole pounds, 0 or more.`);
  if (costToGbp < costFromGbp) {
    const sentence = `The most, £${costToGbp}, is less than the least, £${costFromGbp}; expected as much or more.`;
    return invalid('costToGbp', sentence);
  }
  if (Number.isFinite(leadTimeMonths) && leadTimeMonths >= 0) return null;
  return invalid('leadTimeMonths', `${leadTimeMonths} is no lead time; expected months, 0 or more.`);
}

/** An assessment that was requested and is not delivered, for an act of one of its roles; or why it cannot be done. */
function running(
  id: string,
  rolesOf: (rule: AssessmentRule) => AssessmentRule['by'],
  act: string,
  state: OpenProposal,
  context: ProposalContext,
):
  | { readonly ok: true; readonly assessment: Assessment; readonly rule: AssessmentRule; readonly step: Step }
  | Refused {
  const known = context.profile.refinement?.assessments ?? [];
  const assessment = state.refinement.assessments.find((one) => one.id === id);
  const rule = known.find((one) => one.id === assessment?.kind);
  const roles = rule === undefined ? known.flatMap(rolesOf) : rolesOf(rule);
  const at = inRefinement(() => [...new Set(roles)], act, state, context);
  if (!at.ok) return at;
  if (assessment === undefined || rule === undefined) {
    const requested = state.refinement.assessments.map((one) => one.id).join(', ') || 'one that is requested first';
    const sentence = `No assessment "${id}" was requested; expected ${requested}.`;
    return refuseAt('not-found', sentence, at.report, { field: 'assessment' });
  }
  const step = cited(at.report, rule);
  if (assessment.delivered === null) return { ok: true, assessment, rule, step };
  return refuseAt('step-already-done', `The ${rule.title} "${id}" has been delivered.`, step);
}

function cited(step: Step, { citation }: AssessmentRule): Step {
  return { ...step, citation };
}
