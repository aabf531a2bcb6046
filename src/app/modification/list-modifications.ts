import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import type { RegisterOrder } from '../../core/modification/register.ts';
import { DECISIONS, URGENCIES } from '../../core/modification/standing.ts';
import { nextField, pageFields, readCursor, type SortKey, writeCursor } from '../cursor.ts';
import { done, operation, refuse } from '../operation.ts';
import { MOST_PARTS, soughtIn, tooManyParts } from '../text/sought.ts';
import { asOf, queryOf, registerFields, settledSince } from './register-filters.ts';

const rowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  code: z.string(),
  raisedOn: daySchema,
  proposer: z.string(),
  proposerId: z.string(),
  stage: z.string().meta({ description: 'Stage by id; the last once it has ended.' }),
  status: z.string().meta({ description: '"open", or the end to which it came.' }),
  path: z.string().meta({ description: 'Which way it is decided; as it was asked for until that is settled.' }),
  urgency: z.enum(URGENCIES),
  decision: z.enum(DECISIONS).nullable(),
  published: z.string().nullable().meta({ description: 'Label of the version that implemented it.' }),
  categories: z.array(z.string()).readonly(),
  documents: z.array(z.string()).readonly(),
  version: z.number().int(),
});

/** The register of modifications, or the part of it that fits, as it stands or stood. */
export const listModifications = operation({
  name: 'list-modifications',
  room: 'modification',
  kind: 'read',
  summary:
    'Lists the register, or what of it fits: every modification with its stage, or how it ended, now or on a day.',
  roles: 'anyone',
  input: z.strictObject({ ...registerFields, ...pageFields }),
  output: z.strictObject({
    asOf: instantSchema.nullable().meta({ description: 'The instant as of which it stands; null: now.' }),
    total: z.number().int().meta({ description: 'How many fit, on this page and others.' }),
    counts: z
      .array(z.strictObject({ status: z.string(), count: z.number().int() }))
      .readonly()
      .meta({ description: 'How many of them have each status.' }),
    modifications: z.array(rowSchema).readonly(),
    ignored: z.array(z.string()).meta({ description: 'Words that are in every text and were not looked for.' }),
    next: nextField,
  }),
  run: async (context, { limit, after, ...filters }) => {
    const at = asOf(context, filters);
    if (!at.ok) return at;
    const { store } = context.ports;
    const [sought, settled] = await Promise.all([soughtIn(context, filters.words), settledSince(context, at.value)]);
    if (sought.parts.length > MOST_PARTS) return refuse(tooManyParts());
    const query = queryOf(filters, at.value, sought.parts, settled);
    const from = readCursor(query.order, after, LIKE[query.order]);
    if (!from.ok) return from;
    const found = await store.searchRegister({ ...query, limit, after: from.value });
    const modifications = limit === null ? found.rows : found.rows.slice(0, limit);
    const last = found.keys[modifications.length - 1];
    return done({
      asOf: at.value,
      total: found.counts.reduce((sum, { count }) => sum + count, 0),
      counts: found.counts,
      modifications,
      ignored: sought.ignored,
      next: last !== undefined && modifications.length < found.rows.length ? writeCursor(query.order, last) : null,
    });
  },
});

/** What the keys of each order are made of. */
const LIKE: Record<RegisterOrder, SortKey> = {
  raised: [0, ''],
  id: ['', ''],
  title: ['', ''],
  status: ['', ''],
  relevance: [0, ''],
};
