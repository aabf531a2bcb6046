import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { printCondition } from '../../core/kernel/print-condition.ts';
import type { Binding } from '../../core/obligation/binding.ts';
import { absenceOf, type BoundPlace, placesOf } from '../../core/obligation/bound-provision.ts';
import { conditionInWords } from '../../core/obligation/condition-words.ts';
import { dueInWords } from '../../core/obligation/due-words.ts';
import type { KeptJudgement } from '../../core/obligation/judgement.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { PlaceOf } from '../../core/obligation/relations.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { absenceSentence } from './absence-sentence.ts';
import { type ObligationSources, obligationsIn } from './obligation-sources.ts';

const named = z.strictObject({ id: z.string(), title: z.string() });

/** An obligation as lists show it. */
export const obligationRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  instrument: z.strictObject({ id: z.string(), shortTitle: z.string() }),
  provision: z
    .string()
    .meta({ description: 'Printed reference on the day; as the rulebook names it, where it is not in force.' }),
  section: z.string().nullable().meta({ description: 'The document in which it stands: G Security.' }),
  absent: z.string().nullable().meta({ description: 'Why the provision is not in force on the day; null when it is.' }),
  bearers: z.array(named),
  each: z.enum(['smets1-system', 'smets2-system', 'system', 'party']),
  fuel: z.enum(['electricity', 'gas']).nullable(),
  modality: z.enum(['must', 'must-not', 'may', 'must-procure']),
  object: z.string().meta({ description: 'What must be done, in our words.' }),
  standard: z.string().nullable(),
  judgementWords: z
    .array(z.string())
    .readonly()
    .meta({ description: 'Words that a person judges and no program computes.' }),
  judgements: z.int().meta({ description: 'Judgements that stand, of those that the reader may know of.' }),
  condition: z
    .strictObject({ text: z.string(), words: z.string() })
    .nullable()
    .meta({ description: 'As it is written, and in words.' }),
  due: z.string().nullable().meta({ description: 'By when, in words.' }),
  recurring: z.boolean(),
  assuredBy: named.nullable(),
  flag: z
    .enum(['changed', 'will-change', 'may-change'])
    .nullable()
    .meta({ description: 'Whether the words have changed since it was bound, will, or may by what is pending.' }),
  citation: citationSchema,
});

/** {@link obligationRowSchema} as a value. */
export type ObligationRow = z.output<typeof obligationRowSchema>;

/** Where every provision that obligations are bound or related to stands on the day. */
export function placesIn(sources: ObligationSources): PlaceOf {
  const { histories, on } = sources;
  const named = obligationsIn(sources).flatMap((one) => [one, ...one.relations]);
  const places = new Map(
    [...histories].map(([id, history]) => {
      const references = named.filter(({ instrument }) => instrument === id).map(({ provision }) => provision);
      return [id, placesOf(id, history, references, on)] as const;
    }),
  );
  return (instrument, provision) => places.get(instrument)?.get(provision) ?? null;
}

/** An obligation as a list shows it. */
export function obligationRow(
  sources: ObligationSources,
  obligation: Obligation,
  {
    place,
    flag,
    judgements,
  }: {
    readonly place: BoundPlace | null;
    readonly flag: Binding['flag'];
    readonly judgements: readonly KeptJudgement[];
  },
): ObligationRow {
  const { rulebook } = sources;
  const { id, title, each, fuel, modality, object, standard, condition, due, assuredBy, citation } = obligation;
  const instrument = rulebook.instruments.find((one) => one.id === obligation.instrument);
  const body = rulebook.bodies.find((one) => one.id === assuredBy);
  const { section } = place ?? { section: null };
  return {
    ...{ id, title, each, fuel, modality, object, standard, citation },
    instrument: { id: obligation.instrument, shortTitle: instrument?.shortTitle ?? obligation.instrument },
    provision: place?.reference ?? obligation.provision,
    section: section === null ? null : `${section.reference} ${section.heading ?? ''}`.trim(),
    absent: absentOf(sources, obligation, place),
    bearers: obligation.bearers.map((bearer) => bearerOf(rulebook, bearer)),
    judgementWords: obligation.judgementWords,
    judgements: judgements.filter((one) => one.obligation === id && one.withdrawn === null && !one.superseded).length,
    condition:
      condition === null
        ? null
        : { text: printCondition(condition), words: conditionInWords(condition, rulebook.factKinds) },
    due: due === null ? null : dueInWords(due, (event) => kindTitle(rulebook, event)),
    recurring: due?.kind === 'every',
    assuredBy: body === undefined ? null : { id: body.id, title: body.title },
    flag,
  };
}

function absentOf(
  { histories, on }: ObligationSources,
  { instrument, provision }: Obligation,
  place: BoundPlace | null,
) {
  if (place?.inForce === true) return null;
  const history = histories.get(instrument);
  if (history === undefined) return 'The record does not hold the instrument.';
  const absence = absenceOf(history, provision, on);
  return absence === null ? null : absenceSentence(provision, absence);
}

function bearerOf({ partyCategories }: Rulebook, id: string) {
  return { id, title: partyCategories.find((one) => one.id === id)?.title ?? id };
}

/** A kind of fact in words. */
export function kindTitle({ factKinds }: Rulebook, kind: string): string {
  return factKinds.find((one) => one.id === kind)?.title ?? kind;
}
