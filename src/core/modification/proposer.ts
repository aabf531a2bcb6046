import { type Actor, type Role, rolesInSentence } from '../party/actor.ts';
import type { ProposalRules } from './context.ts';
import type { ProposalLife } from './state.ts';

/**
 * Whether someone may do what the rules give to roles, where `party` and `proposer` stand for whoever proposes it now: a
 * Party by itself, and the body that raised it until another has adopted it.
 */
export function maySay(by: readonly Role[], { role, party }: Actor, { content, adoptions }: ProposalLife): boolean {
  if (!by.includes(role)) return false;
  if (role === 'party') return party === content.proposer.id;
  return role !== 'proposer' || adoptions.length === 0;
}

/** The same as it is named in a sentence: `Security Sub-Committee or the Code Administrator`. */
export function sayWho(
  by: readonly Role[],
  { content }: Pick<ProposalLife, 'content'>,
  { bodies }: Pick<ProposalRules, 'bodies'>,
): string {
  const others = by.filter((role) => role !== 'party' && role !== 'proposer');
  if (others.length === by.length) return rolesInSentence(by, bodies);
  const { name } = content.proposer;
  return others.length === 0 ? name : `${name} or ${rolesInSentence(others, bodies)}`;
}
