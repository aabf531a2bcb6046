import { z } from 'zod';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { done, operation } from '../operation.ts';
import { findProcesses, processField } from './processes.ts';
import { comparedSchema, compareUnder } from './rehearsals.ts';

/** How a modification of the register would fare under other processes. */
export const rehearseModification = operation({
  name: 'rehearse-modification',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Takes a modification through several processes, as if each were in force on its day, and prints the differences.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    profiles: z
      .array(processField)
      .default([])
      .meta({ description: 'Processes by id; left out, all that come with the program.' }),
  }),
  output: comparedSchema,
  run: async (context, { modification, profiles }) => {
    const read = await readProposal(context, modification, null);
    if (!read.ok) return read;
    const found = await findProcesses(context.ports, profiles, 'profiles');
    if (!found.ok) return found;
    const { state, rules } = read.value;
    const acted = {
      outcomes: Object.fromEntries(state.done.map((one) => [one.step, one.outcome])),
      positions: Object.values(state.ballots).flatMap((held) =>
        held.flatMap(({ votes }) => votes.map((vote) => vote.position)),
      ),
    };
    return done(compareUnder(found.value, state.content, state.raisedOn, rules, acted));
  },
});
