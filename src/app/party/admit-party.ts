import { z } from 'zod';
import { cycleYearSchema } from '../../core/assurance/assessment.schema.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { partySchema } from '../../core/party/party.schema.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField } from './estate.ts';

/** Takes a company into the record as a party of a code. */
export const admitParty = operation({
  name: 'admit-party',
  room: 'party',
  kind: 'write',
  summary: 'Takes a company into the record as a party, in a category of the code.',
  roles: ['code-administrator'],
  input: partySchema.omit({ changes: true }).extend({
    cycleYear: cycleYearSchema.nullable().default(null).meta({
      description: 'Year of its assessment cycle; left out for a party that is not assessed.',
    }),
    code: codeField,
  }),
  output: z.strictObject({ party: z.string() }),
  run: async (context, { code, ...party }) => {
    const { partyCategories, userRoles } = await context.ports.rulebooks.current(code);
    return act(context, 'admit-party', async (load) => {
      const stream = `party/${party.id}`;
      if ((await load(stream)).version > 0) {
        return refused(rejection('party-exists', `The record already holds the party "${party.id}".`));
      }
      if (!partyCategories.some((category) => category.id === party.category)) {
        const known = partyCategories.map((category) => category.id).join(', ');
        const sentence = `There is no party category "${party.category}"; expected one of ${known}.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'category' } }));
      }
      const role = party.roles?.find((one) => userRoles.every(({ id }) => id !== one));
      if (role !== undefined) {
        const known = userRoles.map(({ id }) => id).join(', ') || 'none, for the code has none';
        const sentence = `There is no user role "${role}"; expected some of ${known}.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'roles' } }));
      }
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'party-admitted', ...party }] }],
        value: { party: party.id },
      };
    });
  },
});
