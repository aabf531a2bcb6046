import { accepted, type Decision } from '../../kernel/decider.ts';
import { rejection } from '../../kernel/rejection.ts';
import type { CommandOf } from '../command.ts';
import type { ProposalContext } from '../context.ts';
import type { ProposalEvent } from '../proposal.ts';
import type { OpenProposal } from '../state.ts';
import { draftingRefusal } from '../text/decide-legal-text.ts';

/** The proposer says what the modification does to obligations, for as long as its legal text can be drafted. */
export function draftObligations(
  { obligations, wordings }: CommandOf<'draft-obligations'>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const refused = draftingRefusal(state, context);
  if (refused !== null) return refused;
  const ids = obligations.map((one) => one.obligation);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) {
    const sentence = `Two changes are given of the obligation "${twice}"; expected one.`;
    return { ok: false, rejection: rejection('input-invalid', sentence, { place: { field: 'obligation' } }) };
  }
  return accepted({ type: 'obligations-drafted', obligations, wordings, on: context.today });
}
