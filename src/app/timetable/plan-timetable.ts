import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { timetableOf } from '../../core/modification/timetable/plan.ts';
import { differenceOf } from '../../core/modification/timetable/plan-difference.ts';
import { timetableSchema } from '../../core/modification/timetable/timetable.schema.ts';
import { liveTimetable, timetableIfSet } from '../../core/modification/timetable/timetable.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { differenceSchema, planSchema } from './plan.schema.ts';
import { planFields, planFor } from './planning.ts';

/** A timetable for what is still to come of a modification, and how it differs from the one that holds. */
export const planTimetable = operation({
  name: 'plan-timetable',
  room: 'timetable',
  kind: 'read',
  summary:
    'Plans a timetable, forward from a day or backward from a release, with the reason for each day, its slack, and how it differs from the timetable that holds.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, ...planFields }),
  output: z.strictObject({
    modification: z.string(),
    plan: planSchema,
    timetable: timetableSchema.meta({ description: 'The rows of the plan that a body agrees.' }),
    difference: z.array(differenceSchema).readonly(),
  }),
  run: async (context, { modification, ...asked }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    if (state.status !== 'open') {
      return refuse(
        rejection(
          'proposal-closed',
          `${modification} has come to its end: ${state.end.title}. Nothing is left to plan.`,
        ),
      );
    }
    const planned = planFor(state, rules, asked, context.today, true);
    if (!planned.ok) return planned;
    const timetable = timetableOf(planned.value, rules);
    const held = liveTimetable(state, rules.profile);
    return done({
      modification,
      plan: planned.value,
      timetable: { steps: [...timetable.steps] },
      difference: differenceOf(held, timetableIfSet(timetable, state, rules.profile), rules),
    });
  },
});
