import { z } from 'zod';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField, marketOf } from './estate.ts';
import { tellOpen } from './fact-told.ts';

/** Says that a fact was recorded in error and that nothing takes its place: answers given until now stay as they were. */
export const withdrawFact = operation({
  name: 'withdraw-fact',
  room: 'party',
  kind: 'write',
  summary:
    'Withdraws a fact that was recorded in error, from now on; what was answered before stays as it was known then.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    fact: z.string().min(1).meta({ description: 'Fact by id.' }),
    reasons: z.string().trim().min(1).max(2000).meta({ description: 'How the error came about, or was found.' }),
  }),
  output: z.strictObject({ fact: z.string() }),
  run: async (context, { code, fact, reasons }) => {
    const { factKinds, calendars } = await context.ports.rulebooks.current(code);
    return act(context, 'withdraw-fact', async (load) => {
      const stream = `facts/${code}`;
      const { facts } = marketOf((await load(stream)).events);
      const others = facts.filter(({ id }) => id !== fact);
      if (others.length === facts.length) {
        const sentence = `No fact "${fact}" stands; expected one that is recorded and was not replaced or withdrawn.`;
        return refused(rejection('not-found', sentence, { place: { field: 'fact' } }));
      }
      const told = await tellOpen(context, load, code, knowledgeOf(factKinds, others, [], calendars));
      if (told.unlearning !== null) {
        const { modification, event } = told.unlearning;
        const sentence = `${modification} takes effect by "${event}", which would be unknown again; expected a fact with the right day in its place.`;
        return refused(rejection('not-eligible', sentence, { place: { field: 'fact' } }));
      }
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'fact-withdrawn', fact, reasons }] }, ...told.writes],
        value: { fact },
      };
    });
  },
});
