import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type BoundPlace, placesOf } from '../../core/obligation/bound-provision.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { done, operation } from '../operation.ts';
import {
  askedFields,
  inOrder,
  type ObligationSources,
  obligationsIn,
  readObligationSources,
} from './obligation-sources.ts';
import { type ObligationRow, obligationRow, obligationRowSchema, placesIn } from './obligation-view.ts';
import { readBindings } from './read-bindings.ts';
import { readJudgements } from './read-judgements.ts';

/** The obligations of a code by the provisions that they are bound to. */
export const listObligations = operation({
  name: 'list-obligations',
  room: 'obligation',
  kind: 'read',
  summary:
    'Lists the obligations of a code by provision: who bears them, what they ask, by when, and how they are bound.',
  roles: 'anyone',
  input: z.strictObject({
    ...askedFields,
    words: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .meta({ description: 'Only those that say all of these words.' }),
    instrument: z.string().min(1).nullable().default(null).meta({ description: 'Only of this instrument: sec.' }),
    provision: z.string().min(1).nullable().default(null).meta({
      description:
        'Only those bound to this provision of the instrument, to what is below it or what it stands in: G3.26.',
    }),
    bearer: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Only those that this category bears: large-supplier.' }),
    modality: z.enum(['must', 'must-not', 'may', 'must-procure']).nullable().default(null),
    due: z
      .enum(['recurring', 'once', 'always'])
      .nullable()
      .default(null)
      .meta({ description: 'Only those that recur, are due once after an event, or are there all the time.' }),
    judged: z.boolean().nullable().default(null).meta({ description: 'Only those with words that a person judges.' }),
    flagged: z
      .boolean()
      .nullable()
      .default(null)
      .meta({ description: 'Only those whose words have changed, will or may.' }),
    sort: z.enum(['provision', 'title', 'bearer', 'due']).default('provision'),
  }),
  output: z.strictObject({
    on: daySchema,
    total: z.int().meta({ description: 'How many the code has.' }),
    obligations: z.array(obligationRowSchema),
    bearers: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .meta({ description: 'Categories that bear any.' }),
    instruments: z.array(z.strictObject({ id: z.string(), shortTitle: z.string() })),
  }),
  run: async (context, { code, on, knownAt, sort, ...asked }) => {
    const sources = await readObligationSources(context, { code, on, knownAt });
    const { rulebook } = sources;
    const judgements = await readJudgements(context, code, knownAt);
    const placeOf = placesIn(sources);
    const order = inOrder(sources);
    const named = provisionNamed(sources, asked);
    const all = obligationsIn(sources).map((obligation) => {
      const place = placeOf(obligation.instrument, obligation.provision);
      const row = obligationRow(sources, obligation, { place, flag: null, judgements });
      const instrument = order.indexOf(obligation.instrument);
      return { obligation, row, place, at: [instrument, place?.at ?? Infinity] as const };
    });
    const fitting = all.filter(
      ({ obligation, row, place }) => fits(obligation, row, asked) && (named === null || isNear(named, place)),
    );
    const bindings = await readBindings(
      context,
      sources,
      fitting.map(({ obligation }) => obligation),
    );
    const found = fitting
      .map((one) => ({ ...one, row: { ...one.row, flag: bindings.of.get(one.row.id)?.flag ?? null } }))
      .filter(({ row }) => asked.flagged === null || asked.flagged === (row.flag !== null));
    const ordered = found.toSorted((a, b) => {
      const byPlace = a.at[0] - b.at[0] || (a.at[1] === b.at[1] ? 0 : a.at[1] - b.at[1]);
      return (sort === 'provision' ? 0 : keyOf(a.row, sort).localeCompare(keyOf(b.row, sort), 'en')) || byPlace;
    });
    const bearers = new Map(all.flatMap(({ row }) => row.bearers.map((one) => [one.id, one])));
    return done({
      on: sources.on,
      total: all.length,
      obligations: ordered.map(({ row }) => row),
      bearers: [...bearers.values()],
      instruments: rulebook.instruments
        .filter(({ id }) => all.some((one) => one.obligation.instrument === id))
        .map(({ id, shortTitle }) => ({ id, shortTitle })),
    });
  },
});

interface Filter {
  readonly words: string | null;
  readonly instrument: string | null;
  readonly bearer: string | null;
  readonly modality: Obligation['modality'] | null;
  readonly due: 'recurring' | 'once' | 'always' | null;
  readonly judged: boolean | null;
  readonly flagged: boolean | null;
  readonly provision: string | null;
}

/** Where the provision that is asked about stands; null when none is, nowhere when no text has it. */
function provisionNamed(
  { rulebook, histories, on }: ObligationSources,
  { instrument, provision }: Pick<Filter, 'instrument' | 'provision'>,
): BoundPlace | 'nowhere' | null {
  if (provision === null) return null;
  const id = instrument ?? rulebook.code;
  const history = histories.get(id);
  const place = history === undefined ? undefined : placesOf(id, history, [provision], on).get(provision);
  return place ?? 'nowhere';
}

/** Whether something is bound to a provision, to what is below it, or to what it stands in. */
function isNear(named: BoundPlace | 'nowhere', place: BoundPlace | null): boolean {
  if (named === 'nowhere' || place === null || named.instrument !== place.instrument) return false;
  return named.path.includes(place.id) || place.path.includes(named.id);
}

function fits(obligation: Obligation, row: ObligationRow, asked: Filter): boolean {
  const { words, instrument, bearer, modality, due, judged } = asked;
  const says = [row.id, row.title, row.provision, row.object, row.standard ?? '', ...row.judgementWords]
    .join(' ')
    .toLowerCase();
  const dueKind = obligation.due === null ? 'always' : obligation.due.kind === 'every' ? 'recurring' : 'once';
  return (
    (words === null ||
      words
        .toLowerCase()
        .split(/\s+/)
        .every((word) => says.includes(word))) &&
    (instrument === null || obligation.instrument === instrument) &&
    (bearer === null || obligation.bearers.includes(bearer)) &&
    (modality === null || obligation.modality === modality) &&
    (due === null || due === dueKind) &&
    (judged === null || judged === obligation.judgementWords.length > 0)
  );
}

function keyOf(row: ObligationRow, sort: 'title' | 'bearer' | 'due'): string {
  switch (sort) {
    case 'title':
      return row.title;
    case 'bearer':
      return row.bearers.map(({ title }) => title).join(', ');
    case 'due':
      // what is there all the time stands behind what has a day
      return row.due ?? '\uffff';
  }
}
