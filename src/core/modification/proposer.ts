import type { Actor, Role } from '../party/actor.ts';
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
