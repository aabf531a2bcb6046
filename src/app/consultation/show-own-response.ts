import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { lateFault } from '../../core/modification/consultation/decide-response.ts';
import { questionSchema, stanceSchema } from '../../core/modification/consultation/questionnaire.schema.ts';
import { questionnaireOf } from '../../core/modification/consultation/questionnaire.ts';
import { writeReceipt } from '../../core/modification/consultation/receipt.ts';
import { modificationField, partiesOn, SIGNED_IN, stepField, streamOf } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { attachmentSchema, partyField } from './response-fields.ts';
import { ownConsultation } from './response-owner.ts';
import { mayReadWhole, readContent, sealedQuestions } from './responses.ts';

const many = <T extends z.ZodType>(schema: T) => z.array(schema).readonly();
const answersSchema = z.record(z.string(), z.string());

/** What a party is asked, what it has drafted and what it has sent, for its own people. */
export const showOwnResponse = operation({
  name: 'show-own-response',
  room: 'consultation',
  kind: 'read',
  summary: 'Shows a party the questions, its draft with its files, and what it has sent, with the receipt.',
  roles: SIGNED_IN,
  input: z.strictObject({ modification: modificationField, step: stepField, party: partyField }),
  output: z.strictObject({
    step: z.string(),
    title: z.string(),
    party: z.string(),
    closed: z.string().nullable().meta({
      description:
        'That it closed, when, and who can still record a late response; null while the reader can send one.',
    }),
    version: z.number().int(),
    questions: many(questionSchema),
    group: many(z.strictObject({ id: z.string(), name: z.string() })).meta({
      description: 'Other parties of its group, for which it can answer too.',
    }),
    draft: z
      .strictObject({
        revision: z.number().int(),
        version: z.number().int().meta({ description: 'The version of the questions when it was saved.' }),
        answers: answersSchema,
        confidential: many(z.string()),
        parties: many(z.string()),
        by: z.string(),
        at: instantSchema,
      })
      .nullable(),
    files: many(attachmentSchema).meta({ description: 'Files of the draft.' }),
    sent: z
      .strictObject({
        response: z.string(),
        version: z.number().int().nullable(),
        stance: stanceSchema.nullable(),
        on: daySchema,
        late: z.boolean(),
        filedBy: z.string().nullable(),
        answers: answersSchema,
        confidential: many(z.string()),
        attachments: many(attachmentSchema),
        replaced: z.number().int(),
        code: z.string().meta({ description: 'The code of its receipt.' }),
      })
      .nullable(),
  }),
  run: async (context, asked) => {
    const own = await ownConsultation(context, asked);
    if (!own.ok) return own;
    const { proposal, step, party, key } = own.value;
    const { state } = proposal;
    const { store } = context.ports;
    const [draft, files, parties] = await Promise.all([
      store.responseDrafts.read(key),
      store.responseDrafts.files(key),
      partiesOn(context),
    ]);
    const held = state.consultations[step.id];
    const sent = held?.responses.find((one) => one.party === party && mayReadWhole(context.actor, one));
    const group = parties.find((one) => one.id === party)?.group;
    const over =
      state.status !== 'open' || held === undefined || context.now < held.closes
        ? null
        : lateFault(step, held, state, { ...proposal.rules, actor: context.actor });
    const { version, questions } = questionnaireOf(step, state);
    return done({
      ...{ step: step.id, title: step.title, party, version, questions: [...questions] },
      closed: over?.rejection.sentence ?? null,
      group: parties
        .filter((one) => group !== undefined && one.group === group && one.id !== party)
        .map(({ id, name }) => ({ id, name })),
      draft: draft && { revision: draft.revision, ...draft.content, by: draft.by.name, at: draft.at },
      files: [...files],
      sent:
        sent === undefined
          ? null
          : { ...(await sentOf()), replaced: held?.replaced.filter((one) => one.party === party).length ?? 0 },
    });

    async function sentOf() {
      const response = sent as NonNullable<typeof sent>;
      const [open, sealed, recorded] = await Promise.all([
        readContent(context.ports, response, 'open'),
        readContent(context.ports, response, 'sealed'),
        store.read(streamOf(asked.modification), null),
      ]);
      const kept = recorded.findLast(
        ({ event }) =>
          event.type === 'response-received' && event.party === party && event.content.id === response.content.id,
      );
      const told = [
        ...(open?.attachments ?? []).map((one) => ({ ...one, sealed: false })),
        ...(sealed?.attachments ?? []).map((one) => ({ ...one, sealed: true })),
      ];
      return {
        ...{
          response: response.content.id,
          version: response.questionnaire ?? null,
          stance: response.stance,
          on: response.on,
        },
        ...{ late: response.late ?? false, filedBy: response.filedBy ?? null },
        answers: {
          ...open?.answers,
          ...sealed?.answers,
          ...(response.questionnaire === undefined && response.stance !== null && { stance: response.stance }),
        },
        confidential: sealedQuestions(response),
        attachments: told,
        code:
          kept === undefined
            ? ''
            : writeReceipt({ modification: asked.modification, version: kept.version, hash: kept.hash }),
      };
    }
  },
});
