import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { JUDGES, judgingFault, VERDICTS } from '../../core/obligation/judgement.ts';
import { categoryOn } from '../../core/party/party-over-time.ts';
import { act } from '../act.ts';
import { operation, refuse } from '../operation.ts';
import { codeField, noParty, partyField, partyOf } from '../party/estate.ts';
import { reasonsField } from './confirm-binding.ts';
import { obligationsIn, readObligationSources } from './obligation-sources.ts';
import { judgementStream } from './read-judgements.ts';
import { noObligation, obligationField } from './show-obligation.ts';

/** Records what a named person finds of words that no program computes. */
export const recordJudgement = operation({
  name: 'record-judgement',
  room: 'obligation',
  kind: 'write',
  summary:
    'Records what a person judges of the words of a duty, such as best endeavours, for a party or one of its groups of systems.',
  roles: JUDGES,
  input: z.strictObject({
    code: codeField,
    obligation: obligationField,
    party: partyField,
    group: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Group of systems by id; left out, the party as a whole.' }),
    words: z.string().min(1).meta({ description: 'The words that are judged: best endeavours.' }),
    verdict: z.enum(VERDICTS).meta({ description: 'Met, not met, or open: it cannot be said yet.' }),
    asOf: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'The day about which it is judged; left out, today.' }),
    evidence: z.array(z.string().trim().min(1).max(500)).min(1).max(20).meta({ description: 'What it rests on.' }),
    reasons: reasonsField,
  }),
  output: z.strictObject({ judgement: z.string() }),
  run: async (context, { code, obligation: id, asOf: given, ...judged }) => {
    const { actor, today } = context;
    const sources = await readObligationSources(context, { code, on: null, knownAt: null });
    const obligation = obligationsIn(sources).find((one) => one.id === id);
    if (obligation === undefined) return refuse(noObligation(id, code));
    const fault = judgingFault(actor, obligation, judged);
    if (fault !== null) {
      const rejected = fault.field === 'party' ? 'wrong-actor' : 'input-invalid';
      return refuse(rejection(rejected, fault.sentence, { place: { field: fault.field } }));
    }
    const asOf = given ?? today;
    if (asOf > today) {
      const sentence = `${writeDay(asOf)} is still to come; a day up to today, ${writeDay(today)}, can be judged.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'asOf' } }));
    }
    const judgement = context.ports.random.id();
    return act<{ judgement: string }>(context, 'record-judgement', async (load) => {
      const party = partyOf((await load(`party/${judged.party}`)).events);
      if (party === null) return refused(noParty(judged.party));
      if (!obligation.bearers.includes(categoryOn(party.party, asOf))) {
        const sentence = `"${obligation.title}" is not borne by ${party.party.name}, which is of another category.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'party' } }));
      }
      if (judged.group !== null && !party.groups.some((group) => group.id === judged.group)) {
        const known = party.groups.map((group) => group.id).join(', ');
        const sentence = `${party.party.name} has no group of systems "${judged.group}"; expected ${known === '' ? 'none' : `one of ${known}`}.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'group' } }));
      }
      const { stream } = await load(judgementStream(judged.party));
      const who = { by: actor.name, role: actor.role, on: today };
      const event = {
        type: 'judgement-recorded',
        id: judgement,
        code,
        obligation: id,
        ...judged,
        asOf,
        ...who,
      } as const;
      return { ok: true, writes: [{ stream, events: [event] }], value: { judgement } };
    });
  },
});
