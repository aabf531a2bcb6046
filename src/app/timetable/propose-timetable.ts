import { z } from 'zod';
import { timetableOf } from '../../core/modification/timetable/plan.ts';
import { differenceOf } from '../../core/modification/timetable/plan-difference.ts';
import { agreersOf } from '../../core/modification/timetable/replanning.ts';
import { timetableSchema } from '../../core/modification/timetable/timetable.schema.ts';
import { heldTimetable, type Timetable, timetableIfSet } from '../../core/modification/timetable/timetable.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import { actOnProposal, modificationField, readProposal, SIGNED_IN } from '../modification/proposals.ts';
import { done, operation, type Result } from '../operation.ts';
import { differenceSchema } from './plan.schema.ts';
import { planFields, planFor } from './planning.ts';

/** Puts another timetable to the body that agrees it: as given, or as it is planned anew. */
export const proposeTimetable = operation({
  name: 'propose-timetable',
  room: 'timetable',
  kind: 'write',
  summary:
    'Proposes another timetable for what is still to come, as given or as planned anew, and says how it differs; the ones before are kept.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    timetable: timetableSchema.nullable().default(null).meta({ description: 'Left out: as the other fields plan it.' }),
    reasons: z.string().default(''),
    ...planFields,
  }),
  output: z.strictObject({
    modification: z.string(),
    timetable: timetableSchema,
    difference: z.array(differenceSchema).readonly(),
    agreedBy: z.string().meta({ description: 'Who decides whether it takes the place of the one before.' }),
  }),
  run: async (context, { modification, timetable: given, reasons, ...asked }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const { state, rules } = read.value;
    const planned = given === null ? planFor(state, rules, asked, context.today, true) : null;
    if (planned !== null && !planned.ok) return planned;
    const timetable: Timetable = given ?? timetableOf(planned?.value ?? nothing(), rules);
    const acted: Result<unknown> = await actOnProposal(context, modification, {
      type: 'propose-timetable',
      timetable,
      reasons,
    });
    if (!acted.ok) return acted;
    const { replanning } = rules.profile;
    return done({
      modification,
      timetable: { steps: [...timetable.steps] },
      difference: differenceOf(
        heldTimetable(state, rules.profile).timetable,
        timetableIfSet(timetable, state, rules.profile),
        rules,
      ),
      agreedBy: replanning === undefined ? '' : rolesInSentence(agreersOf(replanning, state, rules), rules.bodies),
    });
  },
});

function nothing(): never {
  throw new Error('a timetable is given or planned');
}
