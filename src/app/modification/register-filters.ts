import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import { type Instant, instantOn } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { REGISTER_ORDERS, type RegisterQuery } from '../../core/modification/register.ts';
import { DECISIONS, standingOf, URGENCIES } from '../../core/modification/standing.ts';
import { knownAtField } from '../instruments.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { readOpenProposals } from './proposals.ts';

const chosen = (description: string) => z.string().min(1).max(200).nullable().default(null).meta({ description });

/** How an operation asks for a part of the register, as it stands or stood. */
export const registerFields = {
  words: z
    .string()
    .max(200)
    .default('')
    .meta({ description: 'Sought in titles, problems, solutions and reports: enrolment "Supplier Party" -gas.' }),
  status: chosen('"open", "ended", or how it ended: Implemented.'),
  stage: chosen('Stage by id: refinement.'),
  path: chosen('Path by title: Path 3: Self-Governance.'),
  urgency: z.enum(URGENCIES).nullable().default(null).meta({ description: 'Urgent, asked to be, or not.' }),
  decision: z
    .enum(['none', ...DECISIONS])
    .nullable()
    .default(null)
    .meta({ description: 'How it was decided; "none": it is to be decided.' }),
  proposer: chosen('Proposer by id, or a part of the name.'),
  category: chosen('Category of Parties affected, by id: large-supplier.'),
  document: chosen('A document that it touches, or a code by id: Section G.'),
  version: chosen('The version of the code that implemented it: 5.21.'),
  raisedFrom: daySchema.nullable().default(null).meta({ description: 'Raised on this day or later.' }),
  raisedTo: daySchema.nullable().default(null).meta({ description: 'Raised on this day or earlier.' }),
  sort: z
    .enum(REGISTER_ORDERS)
    .nullable()
    .default(null)
    .meta({ description: 'The order; left out, the last raised first, or the best found first.' }),
  on: daySchema.nullable().default(null).meta({ description: 'As it stood at the end of this day.' }),
  knownAt: knownAtField,
};

const filters = z.strictObject(registerFields);
type Filters = z.output<typeof filters>;

/** As of when the register is asked for: null for now. Refuses a day that is still to come. */
export function asOf(
  { today, now }: Context,
  { on, knownAt }: { on: Day | null; knownAt: Instant | null },
): Result<Instant | null> {
  if (on === null) return done(knownAt);
  if (on > today) {
    const sentence = `on: ${writeDay(on)} is still to come; expected ${writeDay(today)} or earlier`;
    return refuse(rejection('input-invalid', sentence, { place: { field: 'on' } }));
  }
  const end = instantOn(addDays(on, 1), '00:00');
  if (end > now) return done(knownAt);
  return done(knownAt !== null && knownAt < end ? knownAt : end);
}

/** What a store is asked for a part of the register. */
export function queryOf(
  { words: _, on: __, sort, knownAt: ___, ...plain }: Filters,
  knownAt: Instant | null,
  parts: RegisterQuery['parts'],
  settled: RegisterQuery['settled'],
): Omit<RegisterQuery, 'limit' | 'after'> {
  const isSought = parts.some(({ not }) => !not);
  const order = sort === null || (sort === 'relevance' && !isSought) ? (isSought ? 'relevance' : 'raised') : sort;
  return { ...plain, knownAt, parts, settled, order };
}

/**
 * What the passing of time has made of modifications since the record last heard of them: a vote or a window that
 * closes is recorded with the next act, and counts from the instant at which it closed.
 */
export async function settledSince(context: Context, knownAt: Instant | null): Promise<RegisterQuery['settled']> {
  const rows = await context.ports.store.openModifications(knownAt);
  const proposals = await readOpenProposals(context, knownAt, true);
  const now = new Map(proposals.map(({ state, rules }) => [state.content.id, standingOf(state, rules.profile)]));
  return rows.flatMap(({ id, stage, status }) => {
    const found = now.get(id);
    if (found === undefined || (found.stage === stage && found.status === status)) return [];
    return [{ id, stage: found.stage, status: found.status, decision: found.decision }];
  });
}
