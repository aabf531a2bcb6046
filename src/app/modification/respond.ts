import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { AttachmentRef } from '../../core/modification/consultation/consultation-event.ts';
import { consultationTo } from '../../core/modification/consultation/decide-response.ts';
import { stanceSchema } from '../../core/modification/consultation/questionnaire.schema.ts';
import { questionnaireOf, stanceOf } from '../../core/modification/consultation/questionnaire.ts';
import { writeReceipt } from '../../core/modification/consultation/receipt.ts';
import { divideResponse, type KeptAttachment } from '../../core/modification/consultation/response-content.ts';
import { answersField, confidentialField, partiesField, partyField } from '../consultation/response-fields.ts';
import { ownConsultation } from '../consultation/response-owner.ts';
import { mayReadWhole, readContent } from '../consultation/responses.ts';
import { type Context, done, operation, type Result, refuse } from '../operation.ts';
import type { ConfidentialContent } from '../ports.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField, streamOf } from './proposals.ts';

/** A party's response; what it says is kept beside the chain, which holds only salted digests. */
export const respond = operation({
  name: 'respond',
  room: 'modification',
  kind: 'write',
  summary:
    'Responds to a consultation for a party and others of its group, and gives receipts that can be checked; until the close a response can be replaced.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: partyField,
    parties: partiesField,
    stance: stanceSchema.nullable().default(null).meta({ description: 'The view, of a response in words alone.' }),
    body: z
      .string()
      .min(1)
      .max(100_000)
      .refine((words) => words.isWellFormed(), 'half of a character is given; expected whole characters')
      .nullable()
      .default(null)
      .meta({ description: 'The response in words alone, all of it confidential; else answers are given.' }),
    answers: answersField.nullable().default(null),
    confidential: confidentialField,
    attachments: z.array(z.string().min(1)).max(10).default([]).meta({
      description: 'Files by id: of your draft (attach-file), or of the response that is replaced.',
    }),
    version: z
      .int()
      .positive()
      .nullable()
      .default(null)
      .meta({ description: 'The version of the questions answered.' }),
    replaces: z.array(z.string().min(1)).default([]).meta({ description: 'Responses by id that it replaces.' }),
  }),
  output: z
    .strictObject({
      modification: z.string(),
      title: z.string(),
      response: z.string().meta({ description: 'Names the words that are kept.' }),
      digest: z.string().meta({ description: 'SHA-256 (hex) of the salt followed by the words.' }),
      salt: z.string(),
      sealed: z
        .strictObject({ response: z.string(), digest: z.string(), salt: z.string() })
        .nullable()
        .meta({ description: 'The same of what is kept confidential of answers; null where nothing is.' }),
      receivedOn: daySchema,
      closes: instantSchema.nullable(),
      late: z.boolean(),
      receipts: z
        .array(z.strictObject({ party: z.string(), code: z.string() }))
        .meta({ description: 'A code for each party that anybody who holds it can check.' }),
    })
    .meta({ id: 'Receipt' }),
  run: async (context, { modification, step, party, stance, body, answers, ...asked }) => {
    if ((body === null) === (answers === null)) {
      const sentence =
        'A response is given either in words alone (stance and body) or as answers; expected one of them.';
      return refuse(rejection('input-invalid', sentence, { place: { field: body === null ? 'body' : 'answers' } }));
    }
    if (body !== null && stance === null) {
      const sentence = 'stance: expected one of support, oppose, neutral.';
      return refuse(rejection('input-invalid', sentence, { place: { field: 'stance' } }));
    }
    const ownerParty = party ?? context.actor.party ?? null;
    const files = await filesOf(context, { modification, step, party }, asked.attachments);
    if (!files.ok) return files;
    const keep = keeping(context, ownerParty);
    const divided = answers === null ? null : divideResponse(answers, asked.confidential, files.value);
    const content = keep(divided === null ? (body ?? '') : JSON.stringify(divided.open));
    const sealed = divided?.sealed == null ? null : keep(JSON.stringify(divided.sealed));
    const fresh = files.value.flatMap(({ kept }) => (kept === null ? [] : [kept]));
    const sealedQuestions = Object.keys(divided?.sealed?.answers ?? {});
    const acted = await actOnProposal(
      context,
      modification,
      (state, rules) => {
        const at =
          state.status === 'open'
            ? consultationTo(step, state, { ...rules, actor: context.actor, now: context.now })
            : null;
        const told =
          answers === null || at?.ok !== true
            ? stance
            : stanceOf(questionnaireOf(at.step, state).questions, answers, sealedQuestions);
        return {
          type: 'respond',
          ...{ step, party, parties: asked.parties, version: asked.version, replaces: asked.replaces },
          stance: told,
          content: refOf(content),
          ...(answers !== null && { answers, confidential: asked.confidential }),
          ...(sealed !== null && { sealed: { questions: sealedQuestions, content: refOf(sealed) } }),
          attachments: files.value.map(({ ref }) => ref),
        };
      },
      [content, ...(sealed === null ? [] : [sealed]), ...fresh],
    );
    if (!acted.ok) return acted;
    const held = acted.value.consultations.find((one) =>
      one.responses.some((response) => response.content === content.id),
    );
    if (held !== undefined && answers !== null) {
      const own = await ownConsultation(context, { modification, step: held.step, party });
      // what was sent is in the record; the draft is of use no more
      if (own.ok) await context.ports.store.responseDrafts.discard(own.value.key);
    }
    return done({
      modification,
      title: acted.value.title,
      response: content.id,
      digest: content.digest,
      salt: content.salt,
      sealed: sealed && { response: sealed.id, digest: sealed.digest, salt: sealed.salt },
      receivedOn: context.today,
      closes: held?.closes ?? null,
      late: held?.responses.some((one) => one.content === content.id && one.late) ?? false,
      receipts: [...(await receiptsOf(context, modification, content.id))],
    });
  },
});

function keeping({ ports: { random } }: Context, ownerParty: string | null) {
  return (body: string, id = random.id()): ConfidentialContent => {
    const salt = random.id();
    return { id, salt, digest: random.digest(salt + body), ownerParty, body };
  };
}

function refOf({ id, digest }: ConfidentialContent) {
  return { id, digest };
}

type SentFile = KeptAttachment & {
  readonly sealed: boolean;
  readonly ref: AttachmentRef;
  /** What is to be kept; null where the record keeps it already. */
  readonly kept: ConfidentialContent | null;
};

/** The files that go with a response: of its party's draft, or of the response that its party gave before. */
async function filesOf(
  context: Context,
  of: Parameters<typeof ownConsultation>[1],
  ids: readonly string[],
): Promise<Result<SentFile[]>> {
  if (ids.length === 0) return done([]);
  const own = await ownConsultation(context, of);
  if (!own.ok) return own;
  const { proposal, step, party, key } = own.value;
  const keep = keeping(context, party);
  const sent: SentFile[] = [];
  const before = proposal.state.consultations[step.id]?.responses.find((one) => one.party === party);
  for (const id of new Set(ids)) {
    const file = await context.ports.store.responseDrafts.file(key, id);
    if (file !== null) {
      const { name, mediaType, bytes, sealed, body } = file;
      const kept = keep(body);
      sent.push({ id: kept.id, name, mediaType, bytes, sealed, ref: { ...refOf(kept), sealed }, kept });
      continue;
    }
    const ref = before?.attachments?.find((one) => one.id === id);
    const told =
      before !== undefined && ref !== undefined && mayReadWhole(context.actor, before)
        ? (await readContent(context.ports, before, ref.sealed ? 'sealed' : 'open'))?.attachments.find(
            (one) => one.id === id,
          )
        : undefined;
    if (ref === undefined || told === undefined) {
      const sentence = `Neither the draft nor the response before has a file "${id}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'attachments' } }));
    }
    sent.push({ ...told, sealed: ref.sealed, ref, kept: null });
  }
  return done(sent);
}

/** The codes of the receipts for a response, one for each party for which it was given. */
async function receiptsOf({ ports }: Context, modification: string, content: string) {
  const recorded = await ports.store.read(streamOf(modification), null);
  return recorded.flatMap(({ event, version, hash }) =>
    event.type === 'response-received' && event.content.id === content
      ? [{ party: event.party, code: writeReceipt({ modification, version, hash }) }]
      : [],
  );
}
