import { writeDay } from '../../kernel/day.ts';
import { accepted, type Decision } from '../../kernel/decider.ts';
import { type Rejection, type RejectionCode, rejection } from '../../kernel/rejection.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import { dayTrue } from '../profile/outcomes.ts';
import type { ProposalEvent } from '../proposal.ts';
import { maySay } from '../proposer.ts';
import type { OpenProposal } from '../state.ts';
import type { CriticalFriendRules } from './comment.ts';

/** The critical friend says what would make the proposal better, for its proposer to answer. */
export function commentOn(
  { text }: CommandOf<'comment-on-proposal'>,
  state: OpenProposal,
  { profile, actor, bodies, today: on }: ProposalContext,
): Decision<ProposalEvent> {
  const rules = profile.criticalFriend;
  if (rules === undefined) {
    const sentence = `${profile.title} has no critical friend who comments on a proposal.`;
    return { ok: false, rejection: rejection('step-unknown', sentence, { citation: profile.citation }) };
  }
  if (!rules.by.includes(actor.role)) {
    const who = rolesInSentence(rules.by, bodies);
    const sentence = `To ${rules.act} is for ${who}, not for ${rolesInSentence([actor.role], bodies)}.`;
    return refuse('wrong-actor', sentence, rules, { unblock: [{ who, by: rules.act, until: null }] });
  }
  const over = dayTrue(rules.until, state, profile);
  if (over !== null) {
    return refuse('too-late', `${state.content.id} could be commented on only until ${writeDay(over)}.`, rules);
  }
  if (text.trim() === '') {
    return wordless('A comment says something; expected its text.');
  }
  const comment = String(state.comments.length + 1);
  return accepted({ type: 'comment-made', comment, by: actor.name, text, on });
}

/** Whoever proposes it answers a comment, or answers it anew. */
export function answerComment(
  { comment, text }: CommandOf<'answer-comment'>,
  state: OpenProposal,
  { profile, actor, today: on }: ProposalContext,
): Decision<ProposalEvent> {
  const { citation } = profile.criticalFriend ?? profile;
  const { name } = state.content.proposer;
  if (!maySay(['proposer', 'party'], actor, state)) {
    const sentence = `To answer a comment on ${state.content.id} is for ${name}, not for ${actor.name}.`;
    const unblock = [{ who: name, by: 'answer the comment', until: null }];
    return refuse('wrong-actor', sentence, { citation }, { unblock });
  }
  if (state.comments.every((one) => one.id !== comment)) {
    const sentence = `${state.content.id} has no comment "${comment}"; expected one of 1 to ${state.comments.length}.`;
    return refuse('not-found', sentence, { citation }, { place: { field: 'comment' } });
  }
  if (text.trim() === '') {
    return wordless('An answer says something; expected its text.');
  }
  return accepted({ type: 'comment-answered', comment, by: actor.name, text, on });
}

/** No clause asks for words: who sends none has forgotten them. */
function wordless(sentence: string): Decision<ProposalEvent> {
  return { ok: false, rejection: rejection('input-invalid', sentence, { place: { field: 'text' } }) };
}

function refuse(
  code: RejectionCode,
  sentence: string,
  { citation }: Pick<CriticalFriendRules, 'citation'>,
  extra: Partial<Rejection> = {},
): Decision<ProposalEvent> {
  return { ok: false, rejection: rejection(code, sentence, { citation, ...extra }) };
}
