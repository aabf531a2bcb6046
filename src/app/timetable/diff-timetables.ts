import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { timetablesOf } from '../../core/modification/timetable/held-timetables.ts';
import { differenceOf } from '../../core/modification/timetable/plan-difference.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { differenceSchema } from './plan.schema.ts';

const which = z.number().int().min(0).nullable().default(null);
const namedSchema = z.strictObject({
  number: z.number().int().meta({ description: '0 is the timetable as proposed.' }),
  title: z.string(),
  on: daySchema,
});

/** Two timetables that a modification has had, step by step. */
export const diffTimetables = operation({
  name: 'diff-timetables',
  room: 'timetable',
  kind: 'read',
  summary: 'Compares two timetables that a modification has had, step by step: what moved, by how many Working Days.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    from: which.meta({ description: 'Number of the earlier one, from 0; left out, the one before the last.' }),
    to: which.meta({ description: 'Number of the later one; left out, the last.' }),
  }),
  output: z.strictObject({
    modification: z.string(),
    timetables: z.array(namedSchema).meta({ description: 'All that it has had, kept in their order.' }),
    from: z.number().int(),
    to: z.number().int(),
    difference: z.array(differenceSchema).readonly(),
  }),
  run: async (context, { modification, from, to }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const all = timetablesOf(state, rules);
    const last = all.length - 1;
    const [earlier, later] = [from ?? Math.max(0, (to ?? last) - 1), to ?? last];
    const [before, after] = [all[earlier], all[later]];
    if (before === undefined || after === undefined) {
      const [field, given] = before === undefined ? ['from', earlier] : ['to', later];
      const sentence = `${modification} has no timetable ${given}; expected 0 to ${last}.`;
      return refuse(rejection('not-found', sentence, { place: { field: String(field) } }));
    }
    return done({
      modification,
      timetables: all.map(({ number, title, on }) => ({ number, title, on })),
      from: earlier,
      to: later,
      difference: differenceOf(before.timetable, after.timetable, rules),
    });
  },
});
