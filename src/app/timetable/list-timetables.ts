import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import { aimedRelease } from '../../core/modification/timetable/aimed-release.ts';
import { clashesOf } from '../../core/modification/timetable/clashes.ts';
import { heldTimetable } from '../../core/modification/timetable/timetable.ts';
import type { ReadProposal } from '../modification/proposals.ts';
import { readOpenProposals } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { clashSchema } from './list-clashes.ts';

const timetableRowSchema = z.strictObject({
  modification: z.string(),
  title: z.string(),
  raisedOn: daySchema,
  rows: z
    .array(
      z.strictObject({
        step: z.string(),
        title: z.string(),
        kind: z.enum(['submission', 'determination', 'consultation', 'ballot', 'window', 'dating', 'implementation']),
        from: daySchema,
        to: daySchema,
        done: z.boolean(),
      }),
    )
    .readonly(),
  next: daySchema.nullable().meta({ description: 'The first day of its timetable that is still to come.' }),
  release: daySchema.nullable().meta({ description: 'The day of the release at which it aims.' }),
});

/** The timetables of all open modifications beside each other. */
export const listTimetables = operation({
  name: 'list-timetables',
  room: 'timetable',
  kind: 'read',
  summary:
    'Lists the timetables of all open modifications, the next to come first, and what between them does not go together.',
  roles: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({
    timetables: z.array(timetableRowSchema).readonly(),
    clashes: z.array(clashSchema).readonly(),
  }),
  run: async (context) => {
    const open = await readOpenProposals(context, null);
    const timetables = open.map((one) => rowOf(one, context.today));
    const clashes = clashesOf(
      open.map(({ state, rules }) => ({ life: state, rules })),
      context.today,
    );
    return done({ timetables: timetables.toSorted((a, b) => (a.next ?? Infinity) - (b.next ?? Infinity)), clashes });
  },
});

function rowOf({ state, rules }: ReadProposal, today: Day): z.output<typeof timetableRowSchema> {
  const { timetable } = heldTimetable(state, rules.profile);
  const rows = timetable.steps.flatMap(({ step: id, from, to }) => {
    const step = rules.profile.steps.find((one) => one.id === id);
    if (step === undefined) return [];
    const isDone = state.done.some((one) => one.step === id);
    return [{ step: id, title: step.title, kind: step.kind, from, to, done: isDone }];
  });
  const ahead = rows.filter((row) => !row.done && row.to >= today).map((row) => row.from);
  return {
    modification: state.content.id,
    title: state.content.title,
    raisedOn: state.raisedOn,
    rows,
    next: ahead.length === 0 ? null : (Math.max(today, Math.min(...ahead)) as Day),
    release: aimedRelease(state, rules)?.day ?? null,
  };
}
