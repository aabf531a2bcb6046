import { z } from 'zod';
import { systemGroupSchema } from '../../core/estate/estate.schema.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField, noParty, partyOf, readParties } from './estate.ts';

/** Records a group of like systems of a Responsible Supplier. */
export const recordSystemGroup = operation({
  name: 'record-system-group',
  room: 'party',
  kind: 'write',
  summary: 'Records a group of like systems of a supplier, counted in devices, premises and systems.',
  roles: ['code-administrator'],
  input: systemGroupSchema.omit({ operatedUntil: true }).extend({ code: codeField }),
  output: z.strictObject({ group: z.string() }),
  run: async (context, { code, ...group }) => {
    const { partyCategories } = await context.ports.rulebooks.current(code);
    const taken = (await readParties(context, null)).some((one) => one.groups.some((other) => other.id === group.id));
    return act(context, 'record-system-group', async (load) => {
      const stream = `party/${group.supplier}`;
      const state = partyOf((await load(stream)).events);
      if (state === null) return refused(noParty(group.supplier));
      if (taken || state.groups.some((other) => other.id === group.id)) {
        return refused(rejection('group-exists', `The record already holds a group of systems "${group.id}".`));
      }
      if (
        !partyCategories.some(
          (category) => category.id === categoryOn(state.party, group.operatedFrom) && category.supplier,
        )
      ) {
        const sentence = `${state.party.name} is not in a category whose parties can be Responsible Suppliers.`;
        return refused(rejection('not-eligible', sentence));
      }
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'system-group-recorded', group }] }],
        value: { group: group.id },
      };
    });
  },
});
