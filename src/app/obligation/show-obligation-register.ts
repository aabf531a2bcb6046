import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import { type Interval, interval } from '../../core/kernel/interval.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { nextField, pageFields, readCursor, writeCursor } from '../cursor.ts';
import { done, operation, type Result, refuse } from '../operation.ts';
import {
  type Binding,
  bindingsFrom,
  COUNTED,
  readBindingsOfAll,
  registerFields,
  rowSchema,
} from './obligation-register.ts';

const ORDER = 'obligation-register';
const LIKE = ['', '', 0, 0, 0] as const;

/** Who is bound by what over days, and why: a row for each obligation, party and system, and each run of days with one reason. */
export const showObligationRegister = operation({
  name: 'show-obligation-register',
  room: 'obligation',
  kind: 'read',
  summary:
    'Shows who is bound by which obligation on which days, with the reason: all parties at once, on a day or over days.',
  roles: 'anyone',
  input: z.strictObject({
    ...registerFields,
    on: daySchema.nullable().default(null).meta({ description: 'One day; left out with the span, today.' }),
    from: daySchema.nullable().default(null).meta({ description: 'The first day of a span.' }),
    to: daySchema.nullable().default(null).meta({ description: 'The last day of a span; left out, it has no end.' }),
    ...pageFields,
  }),
  output: z.strictObject({
    from: daySchema,
    to: daySchema.nullable(),
    counts: COUNTED,
    rows: z.array(rowSchema).readonly(),
    next: nextField,
  }),
  run: async (context, { on, from, to, limit, after, ...question }) => {
    const window = windowOf(context.today, on, from, to);
    if (!window.ok) return window;
    const place = readCursor(ORDER, after, LIKE);
    if (!place.ok) return place;
    const read = await readBindingsOfAll(context, question, window.value);
    if (!read.ok) return read;
    const rows: Binding[] = [];
    let next: string | null = null;
    for (const row of bindingsFrom(read.value, place.value)) {
      if (limit !== null && rows.length === limit) {
        next = writeCursor(ORDER, rows.at(-1)?.key ?? LIKE);
        break;
      }
      rows.push(row);
    }
    const { until } = window.value;
    return done({
      from: window.value.from,
      to: until === null ? null : addDays(until, -1),
      counts: read.value.counts,
      rows: rows.map(({ key: _, ...row }) => row),
      next,
    });
  },
});

function windowOf(today: Day, on: Day | null, from: Day | null, to: Day | null): Result<Interval> {
  if (on !== null && (from !== null || to !== null)) {
    const sentence = 'on: expected either one day (on) or a span (from, to), not both';
    return refuse(rejection('input-invalid', sentence, { place: { field: 'on' } }));
  }
  if (from === null && to === null) return done({ from: on ?? today, until: addDays(on ?? today, 1) });
  const first = from ?? today;
  const window = interval(first, to === null ? null : addDays(to, 1));
  if (window !== null) return done(window);
  const sentence = `to: expected ${writeDay(first)}, the first day, or a later one`;
  return refuse(rejection('input-invalid', sentence, { place: { field: 'to' } }));
}
