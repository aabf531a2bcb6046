import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, formatDay, writeDay } from '../../core/kernel/day.ts';
import { refused } from '../../core/kernel/decider.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { factValueSchema } from '../../core/obligation/fact.schema.ts';
import { type Fact, type FactKind, isRecordable } from '../../core/obligation/fact.ts';
import { readFactValue } from '../../core/obligation/fact-value.ts';
import { knowledgeOf } from '../../core/obligation/knowledge.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { codeField, marketOf, type PartyState, readParties } from './estate.ts';
import { tellOpen } from './fact-told.ts';

/** Records that something happened in the market, to a party or to a group of systems, or what something comes to from a day on. */
export const recordFact = operation({
  name: 'record-fact',
  room: 'party',
  kind: 'write',
  summary:
    'Records that something happened, such as an enrolment, or a value from a day on, such as a licence held, with the day of its effect and its source.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: codeField,
    kind: z.string().min(1).meta({ description: 'Kind of fact that the rulebook declares: system-enrolled.' }),
    subject: z.string().min(1).nullable().default(null).meta({
      description: 'Party or group of systems by id; left out for the market as a whole.',
    }),
    effectiveOn: daySchema.meta({
      description: 'The day on which an event happened, no day to come; or the first day of a value, past or to come.',
    }),
    value: factValueSchema.nullable().default(null).meta({
      description: 'What it comes to from that day on, of the type that its kind declares; left out for an event.',
    }),
    replaces: z.string().min(1).nullable().default(null).meta({
      description: 'Fact by id that was recorded in error and that this one takes the place of.',
    }),
    citation: citationSchema,
  }),
  output: z.strictObject({ fact: z.string() }),
  run: async (context, { code, kind, subject, effectiveOn, value: given, replaces, citation }) => {
    const { factKinds, calendars } = await context.ports.rulebooks.current(code);
    const declared = factKinds.find((one) => one.id === kind && isRecordable(one));
    if (declared === undefined) return refused(undeclared(factKinds, kind));
    const value = readFactValue(declared, given);
    const fault = value.ok
      ? (tooEarlyFault(declared, effectiveOn, context.today) ??
        subjectFault(declared, await readParties(context, null), subject))
      : rejected('value', value.sentence);
    const id = context.ports.random.id();
    return act(context, 'record-fact', async (load) => {
      if (fault !== null || !value.ok) return refused(fault ?? undeclared(factKinds, kind));
      const stream = `facts/${code}`;
      const { facts } = marketOf((await load(stream)).events);
      const others = facts.filter((one) => one.id !== replaces);
      const fact: Fact = {
        id,
        kind,
        subject,
        effectiveOn,
        ...(value.value === undefined ? {} : { value: value.value }),
        ...(replaces === null ? {} : { replaces }),
        citation,
      };
      const standing = replacedFault(facts, kind, replaces) ?? sameFault(others, fact);
      if (standing !== null) return refused(standing);
      const told = await tellOpen(context, load, code, knowledgeOf(factKinds, [...others, fact], [], calendars));
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'fact-recorded', fact }] }, ...told.writes],
        value: { fact: id },
      };
    });
  },
});

/** An event of a day to come has not happened; a value can be known to hold from such a day on. */
function tooEarlyFault({ type, id }: FactKind, effectiveOn: Day, today: Day): Rejection | null {
  if (type !== 'event' || effectiveOn <= today) return null;
  const sentence = `"${id}" cannot have happened on ${writeDay(effectiveOn)}: today is ${writeDay(today)}; expected today or an earlier day, and what may come is supposed where an effect is read.`;
  return rejected('effectiveOn', sentence);
}

/** Why a fact cannot take the place of another; null when it can, or takes none. */
function replacedFault(facts: readonly Fact[], kind: string, replaces: string | null): Rejection | null {
  if (replaces === null) return null;
  const replaced = facts.find((one) => one.id === replaces);
  if (replaced === undefined)
    return rejected(
      'replaces',
      `No fact "${replaces}" stands; expected one that is recorded and was not replaced or withdrawn.`,
    );
  if (replaced.kind === kind) return null;
  return rejected('replaces', `The fact "${replaces}" is of the kind "${replaced.kind}"; expected one of "${kind}".`);
}

/** That the record says the same already; of values for one day the one that is recorded later stands. */
function sameFault(facts: readonly Fact[], { kind, subject, effectiveOn, value }: Fact): Rejection | null {
  const same = facts.findLast((one) => one.kind === kind && one.subject === subject && one.effectiveOn === effectiveOn);
  if (same === undefined || same.value !== value) return null;
  const about = subject === null ? '' : ` of ${subject}`;
  const that = value === undefined ? '' : ` as ${String(value)}`;
  return rejection('fact-exists', `The record already says ${kind}${about}${that} on ${formatDay(effectiveOn)}.`);
}

function undeclared(kinds: readonly FactKind[], kind: string): Rejection {
  const known = kinds.filter(isRecordable).map((one) => one.id);
  const derived = kinds.some((one) => one.id === kind);
  const what = derived
    ? `"${kind}" follows from the record and is not recorded`
    : `There is no kind of fact "${kind}" to record`;
  return rejected('kind', `${what}; expected one of ${known.join(', ')}.`);
}

/** Why a fact of a kind cannot be about a subject; null when it can. */
function subjectFault(
  { title, subject: about }: FactKind,
  parties: readonly PartyState[],
  subject: string | null,
): Rejection | null {
  if (about === 'market') {
    return subject === null
      ? null
      : rejected('subject', `“${title}” is about the market as a whole; expected no subject.`);
  }
  const groups = about === 'system-group';
  const known = groups
    ? parties.flatMap((one) => one.groups.map((group) => group.id))
    : parties.map((one) => one.party.id);
  if (subject !== null && known.includes(subject)) return null;
  const what = groups ? 'group of systems' : 'party';
  return rejected(
    'subject',
    subject === null
      ? `“${title}” is about a ${what}; expected which.`
      : `“${title}” is about a ${what}, and the record holds none "${subject}".`,
  );
}

function rejected(field: string, sentence: string): Rejection {
  return rejection('input-invalid', sentence, { place: { field } });
}
