import { z } from 'zod';
import type { ReceivedResponse } from '../../core/modification/consultation/consultation-event.ts';
import { COMMENT, STANDARD_QUESTIONS } from '../../core/modification/consultation/questionnaire.ts';
import type { ResponseContent } from '../../core/modification/consultation/response-content.ts';
import type { Step } from '../../core/modification/profile/profile.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import type { Actor } from '../../core/party/actor.ts';
import type { Ports } from '../ports.ts';

/** Whether somebody may read all of a response: its party's people, those of the party that answered for it, and the Code Administrator. */
export function mayReadWhole({ role, party }: Pick<Actor, 'role' | 'party'>, response: ReceivedResponse): boolean {
  if (role === 'code-administrator') return true;
  return party !== undefined && (party === response.party || party === response.filedBy);
}

/** Whether what is not confidential in the responses to a consultation is for everybody to read by now. */
export function isPublished(step: Step, state: RaisedProposal): boolean {
  const isOver = state.status === 'closed' || state.done.some((one) => one.step === step.id);
  return isOver && step.consulting?.publishes === 'after-close';
}

const contentSchema = z.object({
  answers: z.record(z.string(), z.string()),
  attachments: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() })),
});

/** What is kept of a response, as far as it is asked for and not lawfully erased. */
export async function readContent(
  { store }: Pick<Ports, 'store'>,
  response: ReceivedResponse,
  part: 'open' | 'sealed',
): Promise<ResponseContent | null> {
  const reference = part === 'open' ? response.content : response.sealed?.content;
  const kept = reference === undefined ? null : await store.confidential(reference.id);
  if (kept === null) return null;
  if (response.questionnaire === undefined) return { answers: { [COMMENT]: kept.body }, attachments: [] };
  return contentSchema.parse(JSON.parse(kept.body));
}

/** To which questions the answers of a response are confidential: of one in words alone, all that it says. */
export function sealedQuestions(response: ReceivedResponse): readonly string[] {
  if (response.questionnaire !== undefined) return response.sealed?.questions ?? [];
  return STANDARD_QUESTIONS.filter((question) => question.id === COMMENT).map((question) => question.id);
}
