import { canonicalJson } from '../../kernel/canonical-json.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { MAJORITY, parseShare, reaches } from '../ballot/voting.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { ProposalEvent } from '../proposal.ts';
import { refuseAt } from '../refusal.ts';
import type { OpenProposal } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import { standingGroup } from './decide-group.ts';
import { inRefinement } from './stage.ts';

/** A member of the Working Group, or whoever acts for it, raises another solution with a legal text of its own. */
export function raiseAlternative(
  { title, description, amendments, against }: CommandOf<'raise-alternative'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const act = 'raise an alternative';
  const at = inRefinement((rule) => rule.alternatives?.raisedBy ?? [], act, state, context);
  if (!at.ok) return at;
  const standing = standingGroup(act, at, state, context);
  if (!standing.ok) return standing;
  const step = { ...at.report, citation: at.rule.alternatives?.citation ?? at.report.citation };
  if (title.trim() === '') {
    return refuseAt('input-invalid', 'An alternative has a title; expected words.', step, { field: 'title' });
  }
  if (amendments.length === 0) {
    const sentence = 'An alternative has a legal text of its own; expected at least one amendment.';
    return refuseAt('input-invalid', sentence, step, { field: 'amendments' });
  }
  const twice = sameAs({ title, amendments, against }, state);
  if (twice !== null) return refuseAt('step-already-done', twice.sentence, step, { field: twice.field });
  const id = `alternative-${state.refinement.alternatives.length + 1}`;
  const words = { title: title.trim(), description: description.trim() };
  const { actor, today: on } = context;
  return accepted({ type: 'alternative-raised', id, ...words, amendments, against, by: actor.name, on });
}

/** Which alternative, or the proposal itself, has that title or that legal text already; null for a new one. */
function sameAs(
  { title, amendments, against }: Pick<CommandOf<'raise-alternative'>, 'title' | 'amendments' | 'against'>,
  { content, legalText, refinement }: OpenProposal,
): { readonly sentence: string; readonly field: 'title' | 'amendments' } | null {
  const folded = (words: string): string => words.trim().toLowerCase();
  const named = refinement.alternatives.find((one) => folded(one.title) === folded(title));
  if (named !== undefined) {
    const sentence = `The alternative "${named.id}" has the title "${named.title}" already; expected another.`;
    return { sentence, field: 'title' };
  }
  const text = canonicalJson([against, amendments]);
  const others = [
    { name: `The proposal ${content.id}`, amendments: legalText.amendments, against: legalText.against },
    ...refinement.alternatives.map((one) => ({ ...one, name: `The alternative "${one.id}"` })),
  ];
  const alike = others.find((one) => canonicalJson([one.against, one.amendments]) === text);
  if (alike === undefined) return null;
  return { sentence: `${alike.name} has that legal text already; expected another.`, field: 'amendments' };
}

/** A member votes on an alternative, or whoever minutes it for them; with enough in favour it becomes a solution. */
export function voteOnAlternative(
  { alternative: id, member: named, position }: CommandOf<'vote-on-alternative'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const act = 'vote on an alternative';
  const at = inRefinement((rule) => rule.alternatives?.votedBy ?? [], act, state, context);
  if (!at.ok) return at;
  const standing = standingGroup(act, at, state, context);
  if (!standing.ok) return standing;
  const { group, member: own } = standing;
  const step = { ...at.report, citation: at.rule.alternatives?.citation ?? at.report.citation };
  const alternative = state.refinement.alternatives.find((one) => one.id === id);
  if (alternative === undefined) {
    return refuseAt('not-found', `There is no alternative "${id}".`, step, { field: 'alternative' });
  }
  if (alternative.agreed !== null) {
    return refuseAt('step-already-done', `The Working Group has agreed to "${alternative.title}".`, step);
  }
  const member = named ?? own?.id ?? '';
  if (group.members.every((one) => one.id !== member)) {
    const known = group.members.map((one) => one.id).join(', ');
    const sentence = `"${member}" is no member of the Working Group; expected one of ${known}.`;
    return refuseAt('not-eligible', sentence, step, { field: 'member' });
  }
  if (own !== null && own.id !== member) {
    const sentence = `${own.name} cannot vote for the member "${member}".`;
    return refuseAt('wrong-actor', sentence, step, { field: 'member' });
  }
  const { actor, today: on } = context;
  const isMember = (seat: string) => group.members.some((one) => one.id === seat);
  const inFavour = [...alternative.votes.filter((one) => one.member !== member), { member, position }].filter(
    (one) => one.position === 'for' && isMember(one.member),
  ).length;
  const share = String(parameterOf(at.rule.alternatives?.agreedBy ?? '', state, context)?.value);
  const isEnough = reaches(inFavour, group.members.length, parseShare(share) ?? MAJORITY);
  const members = group.members.length;
  return accepted<ProposalEvent>(
    { type: 'alternative-voted', alternative: id, member, position, by: actor.name, on },
    ...(isEnough ? [{ type: 'alternative-agreed', alternative: id, inFavour, members, on } as const] : []),
  );
}
