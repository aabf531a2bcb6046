import { z } from 'zod';
import { instantOn } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { collate, everyQuestion } from '../../core/modification/consultation/collate.ts';
import { collationSchema } from '../../core/modification/consultation/collation.schema.ts';
import type { CollatedAnswer, CollatedResponse } from '../../core/modification/consultation/collation.ts';
import type { ReceivedResponse } from '../../core/modification/consultation/consultation-event.ts';
import { questionnairesOf, STANCES } from '../../core/modification/consultation/questionnaire.ts';
import type { ResponseContent } from '../../core/modification/consultation/response-content.ts';
import type { Actor } from '../../core/party/actor.ts';
import { knownAtField } from '../instruments.ts';
import { modificationField, partiesOn, readProposal, stepField } from '../modification/proposals.ts';
import { type Context, done, operation, refuse } from '../operation.ts';
import { isPublished, mayReadWhole, readContent, sealedQuestions } from './responses.ts';

/** Nobody in particular: who reads what is made for everybody. */
const PUBLIC: Pick<Actor, 'role' | 'party'> = { role: 'public' };

/** Responses side by side as far as the reader may read them, or as everybody may: by question, party category and stance. */
export const collateConsultation = operation({
  name: 'collate-consultation',
  room: 'consultation',
  kind: 'read',
  summary:
    'Lays the responses to a consultation side by side by question, party category and stance, as far as the reader may read them.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    audience: z.enum(['reader', 'public']).default('reader').meta({
      description: 'public: the redacted set, as everybody may read it.',
    }),
    knownAt: knownAtField,
  }),
  output: collationSchema,
  run: async (context, { modification, step, audience, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const opened = rules.profile.steps.filter((one) => state.consultations[one.id] !== undefined);
    const at = step === null ? opened.at(-1) : opened.find((one) => one.id === step);
    const held = at && state.consultations[at.id];
    if (at === undefined || held === undefined) {
      const which = step === null ? 'no consultation' : `no consultation "${step}"`;
      const sentence = `${modification} has ${which} that was opened.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'step' } }));
    }
    const published = isPublished(at, state);
    const parties = await partiesOn(context);
    const questionnaires = questionnairesOf(at, state);
    const stances = everyQuestion(questionnaires).flatMap(({ id, kind }) => (kind === 'stance' ? [id] : []));
    const reader = { actor: audience === 'public' ? PUBLIC : context.actor, published, stances };
    const responses = await Promise.all(
      held.responses.map(async (response): Promise<CollatedResponse> => {
        const party = parties.find((one) => one.id === response.party);
        const category = party?.category ?? '';
        return {
          ...(await asRead(context, response, reader)),
          ...{ name: party?.name ?? response.party, category },
          categoryTitle: rules.partyCategories.find((one) => one.id === category)?.title ?? category,
          replaced: held.replaced.filter((one) => one.party === response.party).length,
        };
      }),
    );
    const isDone = state.status === 'closed' || state.done.some((one) => one.step === at.id);
    return done(
      collate({
        ...{ modification, title: state.content.title, step: at.id, consultation: at.title, audience, published },
        status: isDone ? 'closed' : context.now < instantOn(held.from, '00:00') ? 'ahead' : 'open',
        ...{ from: held.from, closes: held.closes, extensions: held.extensions, responses },
        questionnaires,
      }),
    );
  },
});

interface Reader {
  readonly actor: Pick<Actor, 'role' | 'party'>;
  readonly published: boolean;
  /** Questions by id that ask for the view of the change. */
  readonly stances: readonly string[];
}

type Read = Omit<CollatedResponse, 'name' | 'category' | 'categoryTitle' | 'replaced'>;

/** A response as far as somebody may read it; what they may not is never loaded. */
async function asRead(
  { ports }: Context,
  response: ReceivedResponse,
  { actor, published, stances }: Reader,
): Promise<Read> {
  const whole = mayReadWhole(actor, response);
  const inWords = response.questionnaire === undefined;
  const mayOpen = whole || (published && !inWords);
  const open = mayOpen ? await readContent(ports, response, 'open') : null;
  const sealed = whole && !inWords ? await readContent(ports, response, 'sealed') : null;
  const closedQuestions = sealedQuestions(response);
  const openStanding = inWords ? 'confidential' : open === null ? 'erased' : 'open';
  const answersOf = (content: ResponseContent | null, standing: CollatedAnswer['standing']) =>
    Object.entries(content?.answers ?? {}).map(([question, text]) => ({ question, standing, text }));
  const hidden = (content: ResponseContent | null, questions: readonly string[]) =>
    content === null ? questions.map((question) => ({ question, standing: 'confidential' as const, text: null })) : [];
  const told = stances.map((id) => sealed?.answers[id]).find((answer) => answer !== undefined);
  const stance = response.stance ?? STANCES.find((one) => one === told) ?? null;
  return {
    ...{ party: response.party, stance, on: response.on, version: response.questionnaire ?? null },
    ...{ late: response.late ?? false, filedBy: response.filedBy ?? null },
    withheld: !mayOpen && !inWords,
    answers: [
      // the view is in the public log, before the close too, unless the party keeps it confidential
      ...(open === null || inWords
        ? stances.map((question) => ({ question, standing: 'open' as const, text: response.stance }))
        : []
      ).filter(({ text }) => text !== null),
      ...answersOf(open, openStanding),
      ...answersOf(sealed, 'confidential'),
      ...hidden(inWords ? open : sealed, closedQuestions),
    ],
    attachments: (response.attachments ?? []).map(({ id, sealed: isSealed }) => {
      const told = (isSealed ? sealed : open)?.attachments.find((one) => one.id === id);
      const standing = isSealed ? 'confidential' : mayOpen ? openStanding : 'withheld';
      if (told === undefined) return { id, standing, file: null };
      const { id: _, ...file } = told;
      return { id, standing, file };
    }),
  };
}
