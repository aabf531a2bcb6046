import { rejection } from '../../core/kernel/rejection.ts';
import { consultationTo } from '../../core/modification/consultation/decide-response.ts';
import type { ResponseDraftKey } from '../../core/modification/consultation/response-draft.ts';
import type { Step } from '../../core/modification/profile/profile.ts';
import type { Actor } from '../../core/party/actor.ts';
import { type ReadProposal, readProposal } from '../modification/proposals.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';

/** A consultation as somebody who writes a response opens it. */
export interface OwnConsultation {
  readonly proposal: ReadProposal;
  readonly step: Step;
  readonly party: string;
  /** Whose draft it is: no key is shared by a party and by who records for it. */
  readonly key: ResponseDraftKey;
}

/** The consultation for the people of a party, or for the Code Administrator who records for one; refuses everybody else. */
export async function ownConsultation(
  context: Context,
  asked: { readonly modification: string; readonly step: string | null; readonly party: string | null },
): Promise<Result<OwnConsultation>> {
  const read = await readProposal(context, asked.modification, null);
  if (!read.ok) return read;
  const { state, rules } = read.value;
  if (state.status !== 'open') {
    return refuse(rejection('proposal-closed', `${asked.modification} has come to its end.`));
  }
  const found = consultationTo(asked.step, state, { ...rules, actor: context.actor, now: context.now });
  if (!found.ok) return found;
  const { actor } = context;
  const party = asked.party ?? actor.party ?? null;
  const owner = party === null ? null : ownerOf(actor, party);
  if (party === null || owner === null) {
    const sentence =
      party === null
        ? "A draft of a response is a Party's; the Code Administrator says for which Party it records."
        : `The draft of "${party}" is for its own people.`;
    return refuse(rejection('wrong-actor', sentence, { citation: found.step.citation, place: { field: 'party' } }));
  }
  const key = { modification: asked.modification, step: found.step.id, owner };
  return done({ proposal: read.value, step: found.step, party, key });
}

/** Under which name the draft of a party is kept for someone; null for who has none of it. */
function ownerOf(actor: Actor, party: string): string | null {
  if (actor.party === party) return party;
  return actor.role === 'code-administrator' ? `recorded-for/${party}` : null;
}
