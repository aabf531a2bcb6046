import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { currentHold, writeHold } from '../../core/modification/hold/hold.ts';
import { clashesOf } from '../../core/modification/timetable/clashes.ts';
import { timetablesOf } from '../../core/modification/timetable/held-timetables.ts';
import { differenceOf } from '../../core/modification/timetable/plan-difference.ts';
import { agreersOf } from '../../core/modification/timetable/replanning.ts';
import { standingPlan } from '../../core/modification/timetable/standing-plan.ts';
import { heldTimetable, timetableIfSet } from '../../core/modification/timetable/timetable.ts';
import { roleSchema } from '../../core/party/actor.schema.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import { modificationField, readOpenProposals, readProposal } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { clashSchema } from './list-clashes.ts';
import { differenceSchema, planSchema, standingRowSchema } from './plan.schema.ts';

/** A modification's timetable as it stands. */
export const showTimetable = operation({
  name: 'show-timetable',
  room: 'timetable',
  kind: 'read',
  summary:
    'Shows the timetable of a modification as it stands: what is done, what is to come, the slack of each step, the critical step, what clashes, the timetables before it, and one that is proposed.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField }),
  output: z.strictObject({
    modification: z.string(),
    title: z.string(),
    open: z.boolean(),
    rests: z.string().nullable().meta({ description: 'Since when and until when it is on hold; null when it is not.' }),
    rows: z.array(standingRowSchema).readonly(),
    plan: planSchema.nullable().meta({ description: 'Null where nothing is left to plan.' }),
    timetables: z.array(z.strictObject({ number: z.number().int(), title: z.string(), on: daySchema })),
    changed: z.array(differenceSchema).readonly().meta({ description: 'From the timetable before to the last.' }),
    proposed: z
      .strictObject({
        by: z.string(),
        on: daySchema,
        reasons: z.string(),
        agreedBy: z.string(),
        difference: z.array(differenceSchema).readonly(),
      })
      .nullable(),
    proposers: z.array(roleSchema).readonly().meta({ description: 'Roles that may propose another timetable.' }),
    clashes: z.array(clashSchema).readonly(),
  }),
  run: async (context, { modification }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const all = timetablesOf(state, rules);
    const [last, before] = [all.at(-1), all.at(-2)];
    const open = await readOpenProposals(context, null);
    const lives = open.map((one) => ({ life: one.state, rules: one.rules }));
    const { replanning } = rules.profile;
    const { proposedTimetable: proposed } = state;
    const hold = currentHold(state);
    const { timetable: held } = heldTimetable(state, rules.profile);
    return done({
      modification,
      title: state.content.title,
      open: state.status === 'open',
      rests: state.status === 'open' && hold !== null ? writeHold(hold) : null,
      ...standingPlan(state, rules, context.today),
      timetables: all.map(({ number, title, on }) => ({ number, title, on })),
      changed: last && before ? differenceOf(before.timetable, last.timetable, rules) : [],
      proposed: proposed && {
        by: proposed.by,
        on: proposed.on,
        reasons: proposed.reasons,
        agreedBy: replanning === undefined ? '' : rolesInSentence(agreersOf(replanning, state, rules), rules.bodies),
        difference: differenceOf(held, timetableIfSet(proposed.timetable, state, rules.profile), rules),
      },
      proposers: state.status === 'open' ? (replanning?.proposes ?? []) : [],
      clashes: clashesOf(lives, context.today).filter((one) => one.modifications.includes(modification)),
    });
  },
});
