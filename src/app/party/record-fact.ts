import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type FactKind, isRecordable } from '../../core/obligation/fact.ts';
import { type Knowledge, knowledgeOf } from '../../core/obligation/knowledge.ts';
import { act, type Load, type Write } from '../act.ts';
import { occurredEvents } from '../modification/occurred.ts';
import { loadOpenProposals, streamOf } from '../modification/proposals.ts';
import { type Context, operation } from '../operation.ts';
import { codeField, marketOf, type PartyState, readParties } from './estate.ts';

/** Records that something happened in the market, to a party or to a group of systems. */
export const recordFact = operation({
  name: 'record-fact',
  room: 'party',
  kind: 'write',
  summary:
    'Records that something happened, such as an enrolment, with the day on which it took effect and its source.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    kind: z.string().min(1).meta({ description: 'Kind of fact that the rulebook declares: system-enrolled.' }),
    subject: z.string().min(1).nullable().default(null).meta({
      description: 'Party or group of systems by id; left out for the market as a whole.',
    }),
    effectiveOn: daySchema,
    citation: citationSchema,
  }),
  output: z.strictObject({ fact: z.string() }),
  run: async (context, { code, kind, subject, effectiveOn, citation }) => {
    const { factKinds } = await context.ports.rulebooks.current(code);
    const fault = factFault(factKinds, await readParties(context, null), kind, subject);
    const id = context.ports.random.id();
    return act(context, 'record-fact', async (load) => {
      if (fault !== null) return refused(fault);
      const stream = `facts/${code}`;
      const { facts } = marketOf((await load(stream)).events);
      const same = facts.find((one) => one.kind === kind && one.subject === subject && one.effectiveOn === effectiveOn);
      if (same !== undefined) {
        const about = subject === null ? '' : ` of ${subject}`;
        const sentence = `The record already says ${kind}${about} on ${formatDay(effectiveOn)}.`;
        return refused(rejection('fact-exists', sentence));
      }
      const fact = { id, kind, subject, effectiveOn, citation };
      const known = marketOf((await load(stream)).events).facts;
      const dated = await datedBy(context, load, code, knowledgeOf(factKinds, [...known, fact], []));
      const recorded = { stream, events: [{ type: 'fact-recorded', fact } as const] };
      return { ok: true, writes: [recorded, ...dated], value: { fact: id } };
    });
  },
});

/** Tells every open modification of the code that an event which its implementation waits for took place. */
async function datedBy(context: Context, load: Load, code: string, knowledge: Knowledge): Promise<readonly Write[]> {
  const open = await loadOpenProposals(context, load);
  return open.flatMap(({ state }): Write[] => {
    if (state.content.code !== code) return [];
    const { content, legalText } = state;
    const told = {
      implementation: content.implementation,
      parts: [...(content.parts ?? []), ...(legalText.parts ?? [])],
    };
    const events = occurredEvents(told, state.occurred, knowledge, context.today);
    return events.length === 0 ? [] : [{ stream: streamOf(state.content.id), events }];
  });
}

/** Why a fact cannot be recorded: its kind is not declared, is never recorded, or is about something else. */
function factFault(
  kinds: readonly FactKind[],
  parties: readonly PartyState[],
  kind: string,
  subject: string | null,
): Rejection | null {
  const recordable = kinds.filter(isRecordable);
  const declared = recordable.find((one) => one.id === kind);
  if (declared === undefined) {
    const known = recordable.map((one) => one.id).join(', ');
    return fault('kind', `There is no kind of fact "${kind}" to record; expected one of ${known}.`);
  }
  if (declared.subject === 'market') {
    return subject === null ? null : fault('subject', `"${kind}" is about the market as a whole; expected no subject.`);
  }
  const groups = declared.subject === 'system-group';
  const known = groups ? parties.flatMap((one) => one.groups.map(({ id }) => id)) : parties.map((one) => one.party.id);
  if (subject !== null && known.includes(subject)) return null;
  const what = groups ? 'group of systems' : 'party';
  return fault('subject', `"${kind}" is about a ${what}, and the record holds none "${subject ?? ''}".`);
}

function fault(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
