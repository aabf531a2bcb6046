import { z } from 'zod';
import { identitiesOf } from '../../core/code/identities.ts';
import { textOn, textsInForce } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { type Absence, absenceOf } from '../../core/obligation/bound-provision.ts';
import { coverageOf } from '../../core/obligation/coverage.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  versionSchema,
} from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { wordsAround } from '../text/excerpts.ts';
import { absenceSentence } from './absence-sentence.ts';
import {
  askedFields,
  inOrder,
  isOwed,
  type ObligationSources,
  obligationsIn,
  readObligationSources,
} from './obligation-sources.ts';
import { readBindings } from './read-bindings.ts';

const count = z.int().nonnegative();

const sectionSchema = z.strictObject({
  reference: z.string(),
  heading: z.string().nullable(),
  covered: count.meta({ description: 'Provisions to which an obligation is bound.' }),
  uncovered: count.meta({ description: 'Provisions that lay a duty to which none is bound, or not for every limb.' }),
  silent: count.meta({ description: 'Provisions without words of duty to which none is bound.' }),
  duties: count,
  dutiesCovered: count,
  unworded: z.array(z.string()).readonly().meta({
    description: 'Obligations bound here under which no words of duty were found.',
  }),
});

const dutySchema = z.strictObject({
  reference: z.string(),
  provision: z.string().meta({ description: 'Identity of the provision.' }),
  words: z.string(),
  start: count.meta({ description: 'Offset of the words in the text of the provision.' }),
  end: count,
  before: z.string(),
  after: z.string(),
  modality: z.enum(['must', 'must-not', 'must-procure']),
  state: z.enum(['covered', 'partly', 'uncovered']),
  obligations: z.array(z.string()).readonly(),
  missing: z.array(z.string()).readonly().meta({ description: 'Limbs to which no obligation is bound.' }),
});

/** How much of the texts of a code is bound by obligations on a day, and which obligations have no provision there. */
export const showCoverage = operation({
  name: 'show-coverage',
  room: 'obligation',
  kind: 'read',
  summary:
    'Shows which duties in the text of a code have an obligation on a day and which have none, and obligations without a provision.',
  roles: 'anyone',
  input: z.strictObject({
    ...askedFields,
    instrument: instrumentField.nullable().default(null).meta({ description: 'Only this instrument: sec.' }),
    state: z
      .enum(['all', 'open', 'covered'])
      .default('all')
      .meta({ description: 'Which duties are listed: open are those without an obligation, or not for every limb.' }),
  }),
  output: z.strictObject({
    on: daySchema,
    duties: count,
    covered: count,
    instruments: z.array(
      z.strictObject({
        instrument: instrumentSchema,
        version: versionSchema,
        sections: z.array(sectionSchema),
        duties: z.array(dutySchema).readonly(),
        obligations: z
          .array(z.strictObject({ id: z.string(), title: z.string() }))
          .readonly()
          .meta({
            description: 'Obligations that are owed under this instrument on the day.',
          }),
        meanings: count.meta({ description: 'How often such words only say what something means.' }),
      }),
    ),
    flagged: z
      .array(
        z.strictObject({
          obligation: z.string(),
          title: z.string(),
          provision: z.string(),
          flag: z.enum(['changed', 'will-change', 'may-change']),
        }),
      )
      .meta({
        description: 'Obligations whose words have changed since they were bound, will, or may by what is pending.',
      }),
    withoutProvision: z.array(
      z.strictObject({
        obligation: z.string(),
        title: z.string(),
        instrument: z.string(),
        provision: z.string(),
        why: z.enum(['never', 'not-yet', 'repealed']),
        day: daySchema.nullable(),
        sentence: z.string(),
      }),
    ),
  }),
  run: async (context, { instrument, state, ...asked }) => {
    const sources = await readObligationSources(context, asked);
    const { rulebook, histories, on } = sources;
    if (instrument !== null && !histories.has(instrument)) {
      const known = [...histories.keys()].join(', ');
      const sentence = `There is no instrument "${instrument}" of "${rulebook.code}" in the record; expected one of ${known}.`;
      return refuse(rejection('not-found', sentence, { place: { field: 'instrument' } }));
    }
    const asks = (id: string) => instrument === null || id === instrument;
    const instruments = inOrder(sources)
      .filter(asks)
      .flatMap((id) => coverageIn(sources, id, state) ?? []);
    const owed = obligationsIn(sources).filter((one) => asks(one.instrument));
    const bindings = await readBindings(context, sources, owed);
    const sections = instruments.flatMap((one) => one.sections);
    return done({
      on,
      duties: sections.reduce((sum, one) => sum + one.duties, 0),
      covered: sections.reduce((sum, one) => sum + one.dutiesCovered, 0),
      instruments,
      flagged: owed.flatMap(({ id: obligation, title, provision }) => {
        const flag = bindings.of.get(obligation)?.flag ?? null;
        return flag === null ? [] : [{ obligation, title, provision, flag }];
      }),
      withoutProvision: owed.flatMap((one) => {
        const absence = absenceIn(sources, one);
        if (absence === null) return [];
        const { id: obligation, title, provision } = one;
        const sentence = absenceSentence(provision, absence);
        return [
          { obligation, title, instrument: one.instrument, provision, why: absence.why, day: absence.day, sentence },
        ];
      }),
    });
  },
});

function coverageIn({ duties: owed, histories, on }: ObligationSources, id: string, asked: 'all' | 'open' | 'covered') {
  const history = histories.get(id);
  const version = history === undefined ? null : textOn(history, { on, knownAt: null });
  if (history === undefined || version === null) return null;
  const obligations = owed
    .filter((one) => isOwed(one, on))
    .map((one) => one.obligation)
    .filter((one) => one.instrument === id);
  const identities = identitiesOf(
    textsInForce(history, null),
    obligations.map((one) => one.provision),
  );
  const boundTo = new Map<string, string[]>();
  for (const { id: obligation, provision } of obligations) {
    const at = identities.get(provision);
    if (at !== undefined) boundTo.set(at, [...(boundTo.get(at) ?? []), obligation]);
  }
  const { sections, duties, meanings } = coverageOf(version.text, boundTo);
  const listed = duties.filter(({ state }) => asked === 'all' || (asked === 'covered') === (state === 'covered'));
  return {
    instrument: describeInstrument(history),
    version: describeVersion(version),
    sections: sections.map(({ id: _, ...section }) => section),
    duties: listed.map(({ section: _, words, text, ...duty }) => ({
      ...duty,
      ...words,
      ...wordsAround(text, words.start, words.end),
    })),
    obligations: obligations.map((one) => ({ id: one.id, title: one.title })),
    meanings,
  };
}

function absenceIn({ histories, on }: ObligationSources, { instrument, provision }: Obligation): Absence | null {
  const history = histories.get(instrument);
  return history === undefined ? { why: 'never', day: null, label: null } : absenceOf(history, provision, on);
}
