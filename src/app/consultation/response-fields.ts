import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import type { ResponseDraft } from '../../core/modification/consultation/response-draft.ts';

/** Which party a response is of. */
export const partyField = z
  .string()
  .min(1)
  .nullable()
  .default(null)
  .meta({ description: 'Party by id; left out, your own.' });

/** Answers by question. */
export const answersField = z
  .record(
    z.string().min(1).max(60),
    z
      .string()
      .max(100_000)
      // A lone surrogate is no character: it could not be kept as it was given, nor its digest be worked out again.
      .refine((words) => words.isWellFormed(), 'half of a character is given; expected whole characters'),
  )
  .meta({ description: 'The answers by question.' });

/** Questions whose answers are kept confidential. */
export const confidentialField = z
  .array(z.string().min(1))
  .max(60)
  .default([])
  .meta({ description: 'Questions by id whose answers only the party and the Code Administrator read.' });

/** Others of the group for whom a party answers too. */
export const partiesField = z
  .array(z.string().min(1))
  .max(50)
  .default([])
  .meta({ description: 'Other parties of the same group by id for whom it is answered too.' });

/** A file that goes with a response. */
export const attachmentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sealed: z.boolean().meta({ description: 'Whether it is confidential.' }),
});

/** The refusal of whoever saves a draft that others of the party have saved meanwhile. */
export function responseDraftChanged(found: ResponseDraft | null, expected: number) {
  const sentence =
    found === null
      ? `There is no draft at revision ${expected}: it was sent or discarded meanwhile.`
      : `${found.by.name} has saved the draft meanwhile: it is at revision ${found.revision}, not at ${expected}.`;
  return rejection('draft-changed', sentence, { place: { field: 'revision' } });
}
