import { z } from 'zod';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { noParty, partyField, partyOf, partyStateSchema } from './estate.ts';

/** One party with its systems and booked assessments. */
export const showParty = operation({
  name: 'show-party',
  room: 'party',
  kind: 'read',
  summary: 'Shows a party with its groups of systems and its booked assessments.',
  roles: 'anyone',
  input: z.strictObject({ party: partyField, knownAt: knownAtField }),
  output: partyStateSchema,
  run: async (context, { party, knownAt }) => {
    const recorded = await context.ports.store.read(`party/${party}`, knownAt);
    const state = partyOf(recorded.map((one) => one.event));
    if (state === null) return refuse(noParty(party));
    return done({ ...state, groups: [...state.groups], assessments: [...state.assessments] });
  },
});
