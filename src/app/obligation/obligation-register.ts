import { z } from 'zod';
import { answerOf } from '../../core/assurance/bound-runs.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { contains, type Interval, intersect } from '../../core/kernel/interval.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { type Steps, valueOn } from '../../core/kernel/steps.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import type { Bound, Verdict } from '../../core/obligation/bound-steps.ts';
import type { Pair } from '../../core/obligation/population/pairs.ts';
import { boundOf, type Member, type Population } from '../../core/obligation/population/population.ts';
import { partySubject } from '../../core/obligation/subject.ts';
import type { Party } from '../../core/party/party.ts';
import { categorySteps } from '../../core/party/party-over-time.ts';
import type { SortKey } from '../cursor.ts';
import { assumptionFault, assumptionsOf } from '../effect/assumptions.ts';
import { assumeField, effectOptionFields } from '../effect/effect-options.ts';
import { dutiesOf } from '../effect/effect-sources.ts';
import { readingFault } from '../effect/option-fault.ts';
import { readDutySources } from '../effect/read-effect-sources.ts';
import { knownAtField } from '../instruments.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import { codeField, noParty } from '../party/estate.ts';
import { wordingsOf } from './asked-party.ts';
import { readDecided, withDecided } from './decided.ts';
import { keptPairs } from './kept-register.ts';

const only = (description: string) => z.string().min(1).nullable().default(null).meta({ description });
const modalitySchema = z.enum(['must', 'must-not', 'may', 'must-procure']);

/** How the register is asked for, but for its days. */
export const registerFields = {
  code: codeField,
  knownAt: knownAtField,
  party: only('Only of this party, by id.'),
  category: only('Only of parties that are in this category on some of the days: large-supplier.'),
  obligation: only('Only this obligation, by id, or those of this provision: G3.26.'),
  modality: modalitySchema.nullable().default(null),
  bound: z
    .enum(['bound', 'unknown', 'not-bound', 'any'])
    .default('any')
    .meta({ description: 'Only what binds, what may bind or not, or what does not; any: what binds or may.' }),
  readings: effectOptionFields.readings,
  assume: assumeField,
};

/** One row at the edge. */
export const rowSchema = z.strictObject({
  party: z.string(),
  name: z.string(),
  category: z.string().meta({ description: 'Category of the party on the first of the days that are asked about.' }),
  subject: z.string().meta({ description: 'The group of systems by id, or the party itself.' }),
  systems: z.string().nullable().meta({ description: 'The systems by title; null for the party itself.' }),
  obligation: z.string(),
  title: z.string(),
  instrument: z.string(),
  provision: z.string(),
  version: z.string().nullable().meta({ description: 'Version whose words decide; null when none are in force.' }),
  modality: modalitySchema,
  from: daySchema
    .nullable()
    .meta({ description: 'First day on which the same holds for the same reason; null: since ever.' }),
  until: daySchema.nullable().meta({ description: 'First day on which it does so no more; null: without an end.' }),
  bound: z.union([z.boolean(), z.literal('unknown')]),
  reason: z.string(),
  awaiting: z.array(z.string()).readonly().meta({ description: 'Events that would settle it.' }),
});

/** How many are bound, and may be. */
export const COUNTED = z.strictObject({
  parties: z.int().meta({ description: 'Parties with something in the register as it is asked for.' }),
  obligations: z.int(),
  bound: z
    .int()
    .meta({ description: 'Pairs of an obligation and a party or system that it binds on some of the days.' }),
  unknown: z.int().meta({ description: 'Pairs of which it is not settled on some of the days.' }),
});

/** A row with its place in the register. */
export type Binding = z.output<typeof rowSchema> & { readonly key: SortKey };

interface Question {
  readonly code: string;
  readonly knownAt: Instant | null;
  readonly party: string | null;
  readonly category: string | null;
  readonly obligation: string | null;
  readonly modality: z.output<typeof modalitySchema> | null;
  readonly bound: 'bound' | 'unknown' | 'not-bound' | 'any';
  readonly readings: Readonly<Record<string, string>>;
  readonly assume: Readonly<Record<string, Day | 'never'>>;
}

/** Someone in the register, with what it is called. */
interface Listed extends Member {
  readonly party: Party;
  readonly systems: string | null;
  /** Place among what its party operates; the party itself is first. */
  readonly at: number;
}

/** What a register is read from. */
export interface BindingsOfAll {
  readonly population: Population;
  readonly members: readonly Listed[];
  readonly pairs: readonly Pair[];
  readonly window: Interval;
  readonly wanted: readonly Verdict[];
  readonly counts: z.output<typeof COUNTED>;
}

const WANTED: Readonly<Record<Question['bound'], readonly Verdict[]>> = {
  bound: [true],
  unknown: ['unknown'],
  'not-bound': [false],
  any: [true, 'unknown'],
};

/** Reads the register, or refuses what names nothing. */
export async function readBindingsOfAll(
  context: Context,
  question: Question,
  window: Interval,
): Promise<Result<BindingsOfAll>> {
  const { code, knownAt, readings: chosen, assume } = question;
  const rulebook = await context.ports.rulebooks.current(code);
  const sources = await readDutySources(context, rulebook, knownAt);
  const decided = await readDecided(context, code, knownAt);
  const wordings = wordingsOf(rulebook, sources.adopted, decided);
  const all = withDecided(dutiesOf(sources, []), decided);
  const fault =
    readingFault(chosen, wordings) ??
    assumptionFault(assume, sources) ??
    filterFault(question, { parties: sources.estate.parties, duties: all, categories: rulebook.partyCategories });
  if (fault !== null) return refuse(fault);

  const { groups } = sources.estate;
  const bySupplier = Map.groupBy(groups, ({ supplier }) => supplier);
  const parties = sources.estate.parties
    .filter((one) => question.party === null || one.id === question.party)
    .filter((one) => question.category === null || isIn(categorySteps(one), question.category, window))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  const members = parties.flatMap((party): Listed[] => {
    const category = categorySteps(party);
    const itself = { subject: partySubject(party), systems: null };
    const operated = (bySupplier.get(party.id) ?? []).map((group) => ({ subject: group, systems: group.title }));
    return [itself, ...operated].map((one, at) => ({ ...one, party, category, at }));
  });
  const kept = keptPairs(rulebook.digest, {
    duties: all.filter((one) => fits(one, question)),
    members: members.map(({ subject, category }) => ({ subject, category })),
    ...{ wordings, chosen, window },
    ...{ factKinds: sources.rulebook.factKinds, facts: sources.facts, assumed: assumptionsOf(assume) },
    calendars: rulebook.calendars,
  });
  const { population } = kept;
  const wanted = WANTED[question.bound];
  const pairs = kept.pairs.filter(({ verdicts }) => verdicts.some((one) => wanted.includes(one)));
  return done({ population, members, pairs, window, wanted, counts: countsOf(pairs, population, members) });
}

/** The rows behind a place (null: all), computed one after the other as they are asked for. */
export function* bindingsFrom(all: BindingsOfAll, after: SortKey | null): Generator<Binding> {
  for (const { member, duty } of all.pairs) {
    const listed = all.members[member] as Listed;
    const at = [listed.party.name, listed.party.id, listed.at, duty] as const;
    if (after !== null && comparePlaces(at, after.slice(0, at.length)) < 0) continue;
    for (const row of rowsOf(all, listed, duty)) {
      const key = [...at, row.from ?? -1e9];
      if (after !== null && comparePlaces(key, after) <= 0) continue;
      yield { ...row, key };
    }
  }
}

function rowsOf(
  { population, window, wanted }: BindingsOfAll,
  { party, subject, systems, category }: Listed,
  duty: number,
): Omit<Binding, 'key'>[] {
  const worded = population.duties[duty] as Worded;
  const { obligation } = worded;
  const { initial, changes } = boundOf(worded, { subject, category }, population);
  const all = [{ from: null, value: initial }, ...changes];
  return all.flatMap(({ from, value }, index) => {
    const until = all[index + 1]?.from ?? null;
    const inside = intersect({ from: from ?? window.from, until }, window);
    if (inside === null || !wanted.includes(value.bound) || (from === null && until !== null && until <= window.from))
      return [];
    const { version, reason } = answerOf([worded], phased(value), population);
    return [
      {
        party: party.id,
        name: party.name,
        category: valueOn(category, window.from),
        subject: subject.id,
        systems,
        obligation: obligation.id,
        title: obligation.title,
        instrument: obligation.instrument,
        provision: obligation.provision,
        version,
        modality: obligation.modality,
        from,
        until,
        bound: value.bound,
        reason,
        awaiting: value.awaiting,
      },
    ];
  });
}

function phased(bound: Bound): Bound & { readonly phase: number | null } {
  return { ...bound, phase: bound.words === null ? null : 0 };
}

function countsOf(pairs: readonly Pair[], { duties }: Population, members: readonly Listed[]): BindingsOfAll['counts'] {
  const having = (verdict: Verdict) => pairs.filter(({ verdicts }) => verdicts.includes(verdict)).length;
  return {
    parties: new Set(pairs.map(({ member }) => members[member]?.party.id)).size,
    obligations: new Set(pairs.map(({ duty }) => duties[duty]?.obligation.id)).size,
    bound: having(true),
    unknown: having('unknown'),
  };
}

function fits({ obligation }: Worded, { obligation: asked, modality }: Question): boolean {
  const named = asked === null || obligation.id === asked || obligation.provision === asked;
  return named && (modality === null || obligation.modality === modality);
}

function isIn({ initial, changes }: Steps<string>, category: string, window: Interval): boolean {
  const all = [{ from: -Infinity as Day, value: initial }, ...changes];
  return all.some(({ from, value }, index) => {
    const until = all[index + 1]?.from ?? null;
    return value === category && (contains({ from, until }, window.from) || contains(window, from));
  });
}

/** Which of two places comes first: by the name of the party, as people read names, then as they are. */
function comparePlaces([name, ...one]: SortKey, [other, ...beside]: SortKey): number {
  const byName = String(name).localeCompare(String(other), 'en');
  if (byName !== 0) return byName;
  const at = one.findIndex((value, index) => value !== (beside[index] ?? value));
  if (at === -1) return 0;
  return (one[at] as string | number) < (beside[at] as string | number) ? -1 : 1;
}

function filterFault(
  { party, obligation, category }: Question,
  known: {
    readonly parties: readonly Party[];
    readonly duties: readonly Worded[];
    readonly categories: readonly { readonly id: string }[];
  },
): Rejection | null {
  if (party !== null && !known.parties.some((one) => one.id === party)) return noParty(party);
  if (category !== null && !known.categories.some((one) => one.id === category)) {
    const sentence = `category: there is no category "${category}"; expected one of ${known.categories.map(({ id }) => id).join(', ')}`;
    return rejection('input-invalid', sentence, { place: { field: 'category' } });
  }
  const named = ({ obligation: { id, provision } }: Worded) => id === obligation || provision === obligation;
  if (obligation === null || known.duties.some(named)) return null;
  const ids = [...new Set(known.duties.map((one) => one.obligation.id))].join(', ');
  const sentence = `obligation: there is no obligation or provision "${obligation}"; expected one of ${ids || 'none, for the code has none'}`;
  return rejection('not-found', sentence, { place: { field: 'obligation' } });
}
