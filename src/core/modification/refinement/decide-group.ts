import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { ProposalEvent } from '../proposal.ts';
import { type Refused, refuseAt } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import { groupOf } from './refinement.ts';
import { inRefinement, type RefinementStage } from './stage.ts';
import { memberIdOf, memberOf, numbered } from './working-group.ts';

/** Appoints the Working Group with its chair and terms of reference, or changes the one that stands, with reasons. */
export function appointWorkingGroup(
  command: CommandOf<'appoint-working-group'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const at = inRefinement((rule) => rule.group.appointedBy, 'appoint the Working Group', state, context);
  if (!at.ok) return at;
  const members = command.members.map(({ name, party }) => ({ id: memberIdOf(name), name: name.trim(), party }));
  const questions = command.questions.map((one) => one.trim()).filter((one) => one !== '');
  const fault = groupFault(command, members, questions, at, { state, context });
  if (fault !== null) return fault;
  const before = groupOf(state.refinement);
  return accepted({
    type: 'working-group-appointed',
    members,
    chair: memberIdOf(command.chair),
    questions: numbered(questions, before?.questions ?? []),
    due: command.due,
    reasons: command.reasons.trim(),
    on: context.today,
  });
}

function groupFault(
  command: CommandOf<'appoint-working-group'>,
  members: readonly { readonly id: string; readonly name: string; readonly party: string | null }[],
  questions: readonly string[],
  { rule, report }: RefinementStage,
  { state, context }: { readonly state: OpenProposal; readonly context: ProposalContext },
): Refused | null {
  const at = { ...report, citation: rule.group.citation };
  const invalid = (field: string, sentence: string) => refuseAt('input-invalid', sentence, at, { field });
  const nameless = members.findIndex((one) => one.id === '');
  if (nameless >= 0) return invalid(`members.${nameless}.name`, 'A member has a name; expected letters or digits.');
  const twice = members.findIndex((one, index) => members.findIndex((other) => other.id === one.id) < index);
  if (twice >= 0) {
    const sentence = `"${members[twice]?.name}" is in the Working Group twice; expected each person once, told apart by name.`;
    return invalid(`members.${twice}.name`, sentence);
  }
  const unknown = members.findIndex(
    ({ party }) => party !== null && context.parties.every((known) => known.id !== party),
  );
  if (unknown >= 0) {
    const sentence = `"${members[unknown]?.party}" is not a Party to the code.`;
    return refuseAt('not-eligible', sentence, at, { field: `members.${unknown}.party` });
  }
  const least = Number(parameterOf(rule.group.members, state, context)?.value ?? 1);
  if (members.length < least) {
    return invalid('members', `A Working Group has at least ${least} members, and ${members.length} are named.`);
  }
  if (members.every((one) => one.id !== memberIdOf(command.chair))) {
    return invalid('chair', `The chair "${command.chair}" is not among the members; expected one of them.`);
  }
  if (questions.length === 0) {
    return invalid('questions', 'Terms of reference ask something; expected at least one question.');
  }
  if (new Set(questions).size < questions.length) {
    return invalid('questions', 'The terms of reference ask the same question twice; expected each once.');
  }
  if (command.due < context.today) {
    const sentence = `The questions cannot be due on ${writeDay(command.due)}; expected ${writeDay(context.today)} or later.`;
    return refuseAt('too-late', sentence, at, { field: 'due' });
  }
  if (groupOf(state.refinement) === null || command.reasons.trim() !== '') return null;
  const sentence = 'To change the Working Group or its terms of reference, reasons must be given.';
  return refuseAt('reasons-required', sentence, at, { field: 'reasons' });
}

/** A member, or the Code Administrator for the group, answers a question of the terms of reference; a later answer stands. */
export function answerGroupQuestion(
  command: CommandOf<'answer-group-question'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const act = 'answer a question of the terms of reference';
  const at = inRefinement((rule) => rule.group.answeredBy, act, state, context);
  if (!at.ok) return at;
  const step = { ...at.report, citation: at.rule.group.citation };
  const standing = standingGroup(act, at, state, context);
  if (!standing.ok) return standing;
  const { group } = standing;
  const { question, answer } = command;
  if (group.questions.every((one) => one.id !== question)) {
    const known = group.questions.map((one) => one.id).join(', ');
    const sentence = `The terms of reference have no question ${question}; expected one of ${known}.`;
    return refuseAt('not-found', sentence, step, { field: 'question' });
  }
  if (answer.trim() === '') {
    return refuseAt('input-invalid', 'An answer says something; expected words.', step, { field: 'answer' });
  }
  const { today: on, actor } = context;
  return accepted({ type: 'group-question-answered', question, answer: answer.trim(), by: actor.name, on });
}

/** The Working Group that stands, for one of its members or whoever acts for it; or why there is none, or none of theirs. */
export function standingGroup(act: string, at: RefinementStage, state: OpenProposal, context: ProposalContext) {
  const group = groupOf(state.refinement);
  const step = { ...at.report, citation: at.rule.group.citation };
  const { actor } = context;
  if (group === null) {
    const who = rolesInSentence(at.rule.group.appointedBy, context.bodies);
    const sentence = `To ${act}, there has to be a Working Group; it waits for ${who} to appoint it.`;
    const unblock = [{ who, by: 'appoint the Working Group', until: null }];
    return refuseAt('step-not-open', sentence, step, { unblock });
  }
  const member = memberOf(group, actor);
  if (actor.role === 'working-group' && member === null) {
    const names = group.members.map((one) => one.name).join(', ');
    const sentence = `${actor.name} is not a member of the Working Group of ${state.content.id}; its members are ${names}.`;
    return refuseAt('wrong-actor', sentence, step);
  }
  return { ok: true as const, group, member };
}
