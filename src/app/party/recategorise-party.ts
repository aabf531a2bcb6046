import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { sameValue, valueOn } from '../../core/kernel/steps.ts';
import { slugSchema } from '../../core/party/party.schema.ts';
import { categoryOn, type PartyChange, roleSteps } from '../../core/party/party-over-time.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField, noParty, type PartyState, partyField, partyOf } from './estate.ts';

/** Moves a party into another category of the code, or into other user roles, from a day on. */
export const recategoriseParty = operation({
  name: 'recategorise-party',
  room: 'party',
  kind: 'write',
  summary:
    'Moves a party into another category or other user roles from a day on, so that it is bound by what it is on each day.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    party: partyField,
    from: daySchema,
    category: slugSchema.nullable().default(null).meta({
      description: 'Party category by id; left out: that of the day before.',
    }),
    roles: z.array(slugSchema).nullable().default(null).meta({
      description: 'User roles by id, all that it holds from then on; left out: those that it held.',
    }),
    citation: citationSchema,
  }),
  output: z.strictObject({ party: z.string(), category: z.string() }),
  run: async (context, { code, party, from, category: asked, roles, citation }) => {
    const rulebook = await context.ports.rulebooks.current(code);
    return act(context, 'recategorise-party', async (load) => {
      const stream = `party/${party}`;
      const state = partyOf((await load(stream)).events);
      if (state === null) return refused(noParty(party));
      const category = asked ?? categoryOn(state.party, from);
      const change: PartyChange = { from, category, ...(roles === null ? {} : { roles }), citation };
      const fault = changeFault(change, state, rulebook);
      if (fault !== null) return refused(fault);
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'party-recategorised', party, change }] }],
        value: { party, category },
      };
    });
  },
});

function changeFault(
  { from, category, roles }: PartyChange,
  { party, groups }: PartyState,
  { partyCategories, userRoles }: Rulebook,
): Rejection | null {
  const declared = partyCategories.find((one) => one.id === category);
  if (declared === undefined) {
    const known = partyCategories.map(({ id }) => id).join(', ');
    return at('category', `There is no party category "${category}"; expected one of ${known}.`);
  }
  const unknown = roles?.find((role) => userRoles.every(({ id }) => id !== role));
  if (unknown !== undefined) {
    const known = userRoles.map(({ id }) => id).join(', ') || 'none, for the code has none';
    return at('roles', `There is no user role "${unknown}"; expected some of ${known}.`);
  }
  if (from < party.admittedOn) {
    return at('from', `${party.name} is a Party from ${writeDay(party.admittedOn)}; expected that day or a later one.`);
  }
  const held = valueOn(roleSteps(party), from);
  if (
    categoryOn(party, from) === category &&
    (roles === undefined || sameValue(held, [...new Set(roles)].toSorted()))
  ) {
    return at(
      'category',
      `${party.name} is that already on ${writeDay(from)}; expected another category or other roles.`,
    );
  }
  const operated = groups.find((group) => isOperatedAfter(group, from));
  if (declared.supplier || operated === undefined) return null;
  const sentence = `${party.name} operates "${operated.id}" after ${writeDay(from)}, and a Party of that category cannot; expected its systems to go over to another supplier first.`;
  return rejection('not-eligible', sentence, { citation: declared.citation, place: { field: 'category' } });
}

function isOperatedAfter({ operatedUntil }: { readonly operatedUntil?: Day }, from: Day): boolean {
  return operatedUntil === undefined || operatedUntil > from;
}

function at(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
