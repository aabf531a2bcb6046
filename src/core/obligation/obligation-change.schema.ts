import { z } from 'zod';
import { obligationSchema } from './obligation.schema.ts';
import { AMENDABLE, type AmendedFields, type ObligationChange } from './obligation-change.ts';

const words = z.string().min(1);
const dutySchema = obligationSchema.omit({ id: true });

/** Without the defaults of a duty: what is absent stays as it was. Optional and not exactly so, since a codec is else asked to encode what is absent. */
const fieldsSchema = z
  .strictObject(
    Object.fromEntries(AMENDABLE.map((field) => [field, withoutDefault(dutySchema.shape[field]).optional()])),
  )
  .refine((fields) => Object.keys(fields).length > 0, 'expected at least one field that is set anew')
  .meta({ id: 'AmendedFields' }) as unknown as z.ZodType<AmendedFields>;

/** What a modification does to an obligation; one without a kind rewords, as every one did in the first version of the event. */
export const obligationChangeSchema = z
  .union([
    z.strictObject({ kind: z.literal('reword').exactOptional(), obligation: words, from: words, to: words }),
    z.strictObject({ kind: z.literal('add'), obligation: words, duty: dutySchema }),
    z.strictObject({ kind: z.literal('amend'), obligation: words, fields: fieldsSchema }),
    z.strictObject({ kind: z.literal('repeal'), obligation: words }),
    z.strictObject({ kind: z.literal('confirm'), obligation: words, reasons: words }),
  ])
  .meta({ id: 'ObligationChange' }) satisfies z.ZodType<ObligationChange>;

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema;
}
