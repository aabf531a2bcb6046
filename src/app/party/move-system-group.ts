import { z } from 'zod';
import type { SystemGroup } from '../../core/estate/estate.ts';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField, noParty, type PartyState, partyOf, readParties } from './estate.ts';

/** Moves a group of systems to another Responsible Supplier from a day on; what it went through before goes with it. */
export const moveSystemGroup = operation({
  name: 'move-system-group',
  room: 'party',
  kind: 'write',
  summary: 'Moves a group of systems to another Responsible Supplier from a day on; duties and volumes of both follow.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    group: z.string().min(1).meta({ description: 'Group of systems by id: pebblewick-x.' }),
    to: z.string().min(1).meta({ description: 'Party by id that operates it from then on.' }),
    effectiveOn: daySchema,
    citation: citationSchema,
  }),
  output: z.strictObject({ group: z.string(), supplier: z.string() }),
  run: async (context, { code, group: id, to, effectiveOn, citation }) => {
    const { partyCategories } = await context.ports.rulebooks.current(code);
    const holder = (await readParties(context, null)).find((one) => heldIn(one, id) !== undefined);
    return act(context, 'move-system-group', async (load) => {
      if (holder === undefined) {
        const sentence = `The record holds no group of systems "${id}" that is still operated.`;
        return refused(rejection('not-found', sentence, { place: { field: 'group' } }));
      }
      const [losing, gaining] = [`party/${holder.party.id}`, `party/${to}`];
      const before = partyOf((await load(losing)).events);
      const after = partyOf((await load(gaining)).events);
      if (after === null) return refused(noParty(to));
      const group = before === null ? undefined : heldIn(before, id);
      const fault = moveFault(group, after, effectiveOn, partyCategories);
      if (fault !== null || group === undefined) return refused(fault ?? noParty(to));
      const moved = {
        type: 'system-group-moved',
        group: id,
        supplier: group.supplier,
        to,
        effectiveOn,
        citation,
      } as const;
      const taken: SystemGroup = { ...group, supplier: to, operatedFrom: effectiveOn };
      return {
        ok: true,
        writes: [
          { stream: losing, events: [moved] },
          { stream: gaining, events: [{ type: 'system-group-recorded', group: taken }] },
        ],
        value: { group: id, supplier: to },
      };
    });
  },
});

/** The group of that id that a party still operates, so far as is known. */
function heldIn({ groups }: PartyState, id: string): SystemGroup | undefined {
  return groups.find((group) => group.id === id && group.operatedUntil === undefined);
}

function moveFault(
  group: SystemGroup | undefined,
  { party }: PartyState,
  on: Day,
  categories: Rulebook['partyCategories'],
): Rejection | null {
  if (group === undefined || group.supplier === party.id) {
    return at('to', `${party.name} operates that group of systems already; expected another supplier.`);
  }
  if (on <= group.operatedFrom) {
    const since = writeDay(group.operatedFrom);
    return at('effectiveOn', `Its supplier operates "${group.id}" from ${since}; expected a later day.`);
  }
  if (on < party.admittedOn) {
    const since = writeDay(party.admittedOn);
    return at('effectiveOn', `${party.name} is a Party from ${since}; expected that day or a later one.`);
  }
  const category = categoryOn(party, on);
  if (categories.some((one) => one.id === category && one.supplier)) return null;
  const sentence = `${party.name} is on ${writeDay(on)} not in a category whose parties can be Responsible Suppliers.`;
  return rejection('not-eligible', sentence, { place: { field: 'to' } });
}

function at(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
