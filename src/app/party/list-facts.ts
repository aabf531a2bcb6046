import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { writeDerivation } from '../../core/obligation/derivation-words.ts';
import { kindsKnownOn } from '../../core/obligation/derived-facts.ts';
import { factKindSchema, factSchema } from '../../core/obligation/fact.schema.ts';
import type { Fact } from '../../core/obligation/fact.ts';
import type { CorrectionEvent } from '../../core/rulebook/record-event.ts';
import { factEntries } from '../../core/rulebook/standing-facts.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { correctionsOf } from '../record/corrections.ts';
import { readDerivedFacts } from './derived.ts';
import { codeField, type PartyState, readParties } from './estate.ts';

const name = z.string().min(1).nullable().default(null);

const listedFactSchema = factSchema
  .extend({
    title: z.string(),
    subjectTitle: z.string().meta({ description: 'Who or what it is about, by name.' }),
    recordedAt: instantSchema.nullable().meta({ description: 'Null for a fact that follows from the record.' }),
    version: z.int().nullable().meta({ description: 'Its place in the stream of facts, counted from 1.' }),
    state: z.enum(['stands', 'replaced', 'withdrawn', 'derived']),
    instead: z.string().nullable().meta({ description: 'The fact that took its place, or why it was withdrawn.' }),
    corrections: z.array(z.strictObject({ instead: z.string(), reasons: z.string(), by: z.string(), on: daySchema })),
  })
  .meta({ id: 'ListedFact' });

const listedKindSchema = factKindSchema
  .pick({
    id: true,
    title: true,
    subject: true,
    type: true,
    values: true,
    completeFrom: true,
    completeUntil: true,
    citation: true,
  })
  .extend({
    derived: z.string().nullable().meta({ description: 'What it follows from; null for a kind that is recorded.' }),
    facts: z.int().meta({ description: 'How many facts of it there are among those asked for.' }),
  })
  .meta({ id: 'ListedFactKind' });

type Listed = z.output<typeof listedFactSchema>;

/** The facts of the market and of its parties: recorded and derived, with their days, sources and what became of them. */
export const listFacts = operation({
  name: 'list-facts',
  room: 'party',
  kind: 'read',
  summary:
    'Lists the facts of a code, recorded and derived, with their day of effect, their recording, their source, and for which days each kind is complete.',
  roles: 'anyone',
  input: z.strictObject({
    code: codeField,
    kind: name.meta({ description: 'One kind of fact by id; left out: all of them.' }),
    subject: name.meta({
      description: 'A party (with its systems) or a group of systems by id; left out: all of them.',
    }),
    state: z.enum(['standing', 'all']).default('standing').meta({
      description: 'Only what stands, or also what was replaced or withdrawn.',
    }),
    knownAt: knownAtField,
    ...pageFields,
  }),
  output: z.strictObject({
    facts: z.array(listedFactSchema),
    kinds: z.array(listedKindSchema),
    next: nextField,
  }),
  run: async (context, { code, kind, subject, state, knownAt, ...asked }) => {
    const rulebook = await context.ports.rulebooks.current(code);
    const kinds = kindsKnownOn(rulebook.factKinds, dayOfInstant(knownAt ?? context.now));
    if (kind !== null && kinds.every(({ id }) => id !== kind)) {
      const sentence = `There is no kind of fact "${kind}"; expected one of ${kinds.map(({ id }) => id).join(', ')}.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'kind' } }));
    }
    const { store } = context.ports;
    const stream = `facts/${code}`;
    const [parties, recorded, noted] = await Promise.all([
      readParties(context, knownAt),
      store.read(stream, knownAt),
      store.read(correctionsOf(stream), knownAt),
    ]);
    const titles = titlesOf(parties);
    if (subject !== null && !titles.has(subject)) {
      const sentence = `The record holds no party and no group of systems "${subject}".`;
      return refuse(rejection('not-found', sentence, { place: { field: 'subject' } }));
    }
    const titled = (fact: Fact) => ({
      ...fact,
      title: kinds.find(({ id }) => id === fact.kind)?.title ?? fact.kind,
      subjectTitle: fact.subject === null ? 'the market' : (titles.get(fact.subject)?.title ?? fact.subject),
    });
    const own = factEntries(recorded).map(
      ({ fact, ...entry }): Listed => ({
        ...titled(fact),
        ...entry,
        corrections: noted.flatMap(({ event }) => correctionOf(event as CorrectionEvent, entry.version)),
      }),
    );
    const estate = { parties: parties.map((one) => one.party), groups: parties.flatMap((one) => one.groups) };
    const derived = (await readDerivedFacts(context, rulebook, estate, knownAt)).map(
      (fact): Listed => ({
        ...titled(fact),
        recordedAt: null,
        version: null,
        state: 'derived',
        instead: null,
        corrections: [],
      }),
    );
    const about = (one: Listed) =>
      subject === null || one.subject === subject || titles.get(one.subject ?? '')?.supplier.includes(subject) === true;
    const found = [...own, ...derived].filter(
      (one) => (state === 'all' || one.state === 'stands' || one.state === 'derived') && about(one),
    );
    const keyOf = (one: Listed) => [-one.effectiveOn, one.id] as const;
    const rows = found
      .filter((one) => kind === null || one.kind === kind)
      .toSorted((a, b) => b.effectiveOn - a.effectiveOn || (a.id < b.id ? -1 : 1));
    const page = pageOf(rows, asked, 'effectiveOn', keyOf);
    if (!page.ok) return page;
    return done({
      facts: [...page.value.rows],
      kinds: kinds
        .filter((one) => one.subject !== 'words')
        .map(({ id, title, subject: of, type, values, completeFrom, completeUntil, derived: follows, citation }) => ({
          id,
          title,
          subject: of,
          type,
          values: values === null ? null : [...values],
          completeFrom,
          completeUntil,
          derived: follows === null ? null : writeDerivation(follows),
          citation,
          facts: found.filter((fact) => fact.kind === id).length,
        })),
      next: page.value.next,
    });
  },
});

function correctionOf({ version, instead, reasons, by, on }: CorrectionEvent, of: number): Listed['corrections'] {
  return version === of ? [{ instead, reasons, by, on }] : [];
}

/** Parties and groups by id, by name, each group with everybody who ever operated it. */
function titlesOf(parties: readonly PartyState[]): ReadonlyMap<string, { title: string; supplier: readonly string[] }> {
  const titles = new Map<string, { title: string; supplier: readonly string[] }>();
  for (const { party, groups } of parties) {
    titles.set(party.id, { title: party.name, supplier: [] });
    for (const group of groups) {
      const before = titles.get(group.id)?.supplier ?? [];
      titles.set(group.id, { title: group.title, supplier: [...before, group.supplier] });
    }
  }
  return titles;
}
