import { z } from 'zod';
import { redlineBlockSchema } from '../code/redline.schema.ts';
import { certaintySchema } from '../kernel/citation.schema.ts';
import { daySchema } from '../kernel/day.schema.ts';
import type { Block, Document } from './block.ts';

const text = z.string();
const textOf = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), text });

const inlines = z.array(
  z.discriminatedUnion('kind', [
    textOf('text'),
    textOf('strong'),
    textOf('emphasis'),
    z.strictObject({ kind: z.literal('break') }),
    textOf('link').extend({ href: z.string() }),
    z.strictObject({ kind: z.literal('certainty'), certainty: certaintySchema }),
    textOf('footnote').extend({ id: z.string() }),
  ]),
);

const table = z.strictObject({
  caption: z.string(),
  columns: z.array(z.strictObject({ title: z.string(), numeric: z.boolean() })),
  rows: z.array(z.array(inlines)),
  rowHeaders: z.boolean(),
});

const stageMark = z.strictObject({
  number: z.string(),
  title: z.string(),
  status: z.enum(['done', 'current', 'ahead', 'skipped', 'not-reached']),
});

const number = z.string().nullable();

/** A block of a paper, with the blocks inside it. */
export const blockSchema: z.ZodType<Block> = z
  .discriminatedUnion('kind', [
    textOf('heading').extend({ level: z.literal([1, 2, 3]), number }),
    z.strictObject({ kind: z.literal('paragraph'), runs: inlines }),
    z.strictObject({ kind: z.literal('list'), items: z.array(inlines), ordered: z.boolean() }),
    z.strictObject({ kind: z.literal('table'), table }),
    z.strictObject({ kind: z.literal('note'), title: z.string(), runs: inlines }),
    z.strictObject({
      kind: z.literal('panel'),
      mark: z.string().nullable(),
      title: z.string(),
      get blocks() {
        return z.array(blockSchema);
      },
    }),
    z.strictObject({
      kind: z.literal('provision'),
      number,
      runs: inlines,
      depth: z.number().int(),
      small: z.boolean(),
    }),
    textOf('quote').extend({ number, depth: z.number().int() }),
    z.strictObject({ kind: z.literal('stages'), title: z.string(), stages: z.array(stageMark) }),
    z.strictObject({ kind: z.literal('redline'), blocks: z.array(redlineBlockSchema) }),
    z.strictObject({ kind: z.literal('page-break') }),
  ])
  .meta({ id: 'Block' });

/** What stands on the face of a paper. */
export const coverSchema = z.strictObject({
  kicker: z.string(),
  title: z.string(),
  blocks: z.array(blockSchema).readonly(),
});

/** A paper: its cover, its footer and its blocks in reading order. */
export const documentSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    language: z.literal('en-GB'),
    dated: daySchema,
    author: z.string(),
    notice: z.string(),
    cover: coverSchema,
    footer: z.array(z.string()).readonly(),
    contents: z.boolean(),
    blocks: z.array(blockSchema).readonly(),
  })
  .meta({ id: 'Paper' }) satisfies z.ZodType<Document>;
