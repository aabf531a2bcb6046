import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { done, operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN, stepField } from './proposals.ts';

/** A party's response; its words are kept beside the chain, which holds only their salted digest. */
export const respond = operation({
  name: 'respond',
  room: 'modification',
  kind: 'write',
  summary: 'Responds to a consultation for a party and gives a receipt; the words are kept confidential.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: z.string().min(1).nullable().default(null).meta({ description: 'Party by id; left out, your own.' }),
    stance: z.enum(['support', 'oppose', 'neutral']),
    body: z
      .string()
      .min(1)
      .max(100_000)
      // A lone surrogate is no character: it could not be kept as it was given, nor its digest be worked out again.
      .refine((words) => words.isWellFormed(), 'half of a character is given; expected whole characters')
      .meta({ description: 'The response in words.' }),
  }),
  output: z
    .strictObject({
      modification: z.string(),
      title: z.string(),
      response: z.string().meta({ description: 'Names the words that are kept.' }),
      digest: z.string().meta({ description: 'SHA-256 (hex) of the salt followed by the words.' }),
      salt: z.string(),
      receivedOn: daySchema,
      closes: instantSchema.nullable(),
    })
    .meta({ id: 'Receipt' }),
  run: async (context, { modification, step, party, stance, body }) => {
    const { random } = context.ports;
    const [id, salt] = [random.id(), random.id()];
    const digest = random.digest(salt + body);
    const ownerParty = party ?? context.actor.party ?? null;
    const acted = await actOnProposal(
      context,
      modification,
      { type: 'respond', step, party, stance, content: { id, digest } },
      [{ id, salt, digest, ownerParty, body }],
    );
    if (!acted.ok) return acted;
    const held = acted.value.consultations.find((one) => one.responses.some((response) => response.content === id));
    return done({
      modification,
      title: acted.value.title,
      response: id,
      digest,
      salt,
      receivedOn: context.today,
      closes: held?.closes ?? null,
    });
  },
});
