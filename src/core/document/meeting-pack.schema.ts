import { z } from 'zod';
import { daySchema } from '../kernel/day.schema.ts';
import { blockSchema, coverSchema, documentSchema } from './block.schema.ts';
import type { Pack } from './meeting-pack.ts';

const words = z.string();
const blocks = z.array(blockSchema).readonly();

/** The papers of a meeting as one document. */
export const packSchema: z.ZodType<Pack> = z.strictObject({
  id: words,
  title: words,
  running: words,
  dated: daySchema,
  author: words,
  notice: words,
  cover: coverSchema,
  footer: z.array(words).readonly(),
  agenda: blocks,
  parts: z
    .array(
      z.strictObject({
        bookmark: words,
        running: words,
        sheet: blocks,
        body: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('paper'), document: documentSchema }),
          z.strictObject({ kind: z.literal('file'), file: words, pages: z.number().int(), alt: words }),
        ]),
      }),
    )
    .readonly(),
});
