import { z } from 'zod';
import { provisionSchema } from '../../core/code/provision.schema.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Worded } from '../../core/obligation/asked.ts';
import { confirmationsOf } from '../../core/obligation/binding-event.ts';
import { boundWordsIn } from '../../core/obligation/bound-words.ts';
import { relationsOf } from '../../core/obligation/relations.ts';
import { instrumentSchema } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';
import { bindingSchema, bindingView, confirmationSchema, confirmationView } from './binding-view.ts';
import { keptJudgementSchema } from './list-judgements.ts';
import { askedFields, type ObligationSources, obligationsIn, readObligationSources } from './obligation-sources.ts';
import { kindTitle, obligationRow, obligationRowSchema, placesIn } from './obligation-view.ts';
import { readBindings } from './read-bindings.ts';
import { readJudgements } from './read-judgements.ts';

const named = z.strictObject({ id: z.string(), title: z.string() });

/** How an operation asks which obligation it is about. */
export const obligationField = z.string().min(1).meta({ description: 'Obligation by id: secure-smets1-systems.' });

/** Everything that is known of one obligation on a day. */
export const showObligation = operation({
  name: 'show-obligation',
  room: 'obligation',
  kind: 'read',
  summary:
    'Shows one obligation on a day: the words it is bound to, what it asks and when, its relations, bindings and judgements.',
  roles: 'anyone',
  input: z.strictObject({ obligation: obligationField, ...askedFields }),
  output: z.strictObject({
    on: daySchema,
    obligation: obligationRowSchema,
    instrument: instrumentSchema.nullable(),
    words: z
      .strictObject({ introduced: z.array(z.string()).readonly(), provision: provisionSchema, label: z.string() })
      .nullable()
      .meta({ description: 'As they stand on the day; null when the provision is not in force.' }),
    versions: z.array(
      z.strictObject({
        from: daySchema,
        until: daySchema.nullable(),
        label: z.string(),
        wording: z.string(),
        title: z.string(),
      }),
    ),
    wordings: z
      .array(
        z.strictObject({
          ...named.shape,
          readings: z.array(z.strictObject({ ...named.shape, default: z.boolean(), citation: citationSchema })),
        }),
      )
      .meta({ description: 'What its words have meant, with the readings that they bear.' }),
    evidence: z.array(z.string()).readonly(),
    assessableAfter: z.array(named),
    breach: z.string().nullable(),
    covers: z.array(named).meta({ description: 'Obligations whose place this one takes where they do not bind.' }),
    coveredBy: z.array(named),
    relations: z.array(
      z.strictObject({
        kind: z.enum(['subject-to', 'notwithstanding', 'without-prejudice-to', 'in-accordance-with']),
        own: z.boolean().meta({ description: 'Whether it is its own, or that of another to what it is bound to.' }),
        effect: z.string(),
        sentence: z.string(),
        instrument: z.string(),
        provision: z.string(),
        inForce: z.boolean(),
        obligations: z.array(named),
      }),
    ),
    binding: bindingSchema.nullable(),
    confirmations: z.array(confirmationSchema),
    judgements: z.array(keptJudgementSchema),
  }),
  run: async (context, { obligation: id, code, on, knownAt }) => {
    const sources = await readObligationSources(context, { code, on, knownAt });
    const { rulebook, histories } = sources;
    const duty = sources.duties.find((one) => one.obligation.id === id);
    if (duty === undefined) return refuse(noObligation(id, code));
    const { obligation } = duty;
    const obligations = obligationsIn(sources);
    const [bindings, judgements] = await Promise.all([
      readBindings(context, sources, [obligation]),
      readJudgements(context, code, knownAt),
    ]);
    const placeOf = placesIn(sources);
    const place = placeOf(obligation.instrument, obligation.provision);
    const binding = bindings.of.get(id);
    const titled = (ids: readonly string[]) =>
      ids.map((one) => ({ id: one, title: obligations.find((other) => other.id === one)?.title ?? one }));
    const kinds = (ids: readonly string[]) => ids.map((one) => ({ id: one, title: kindTitle(rulebook, one) }));
    const instrument = rulebook.instruments.find((one) => one.id === obligation.instrument);
    const history = histories.get(obligation.instrument);
    const version = history === undefined ? null : versionOn(timelineOf(history, null), sources.on);
    const bound = version === null || place === null ? null : boundWordsIn(version.text, place.id);
    return done({
      on: sources.on,
      obligation: obligationRow(sources, obligation, { place, flag: binding?.flag ?? null, judgements }),
      instrument: instrument === undefined ? null : pick(instrument),
      words: bound === null || version === null ? null : { ...bound, label: version.label },
      ...meanings(sources, duty),
      evidence: obligation.evidence,
      assessableAfter: kinds(obligation.assessableAfter),
      breach: obligation.breach,
      covers: titled(obligation.covers),
      coveredBy: titled(obligations.filter(({ covers }) => covers.includes(id)).map((one) => one.id)),
      relations: relationsOf(obligation, obligations, placeOf).map(({ place: at, provision, obligations, ...one }) => ({
        ...one,
        provision: at?.reference ?? provision,
        inForce: at?.inForce ?? false,
        obligations: titled(obligations),
      })),
      binding: binding === undefined ? null : bindingView(binding),
      confirmations: confirmationsOf(id, bindings.events).map(confirmationView),
      judgements: judgements.filter((one) => one.obligation === id),
    });
  },
});

/** That a code has no obligation of that id. */
export function noObligation(id: string, code: string) {
  return rejection('not-found', `The rulebook of "${code}" has no obligation "${id}".`, {
    place: { field: 'obligation' },
  });
}

function pick({ id, title, shortTitle, notice }: z.output<typeof instrumentSchema>) {
  return { id, title, shortTitle, notice };
}

/** The words of an obligation over time, and what they mean. */
function meanings({ rulebook, adopted }: ObligationSources, { obligation, words }: Worded) {
  const known = [...rulebook.wordings, ...adopted.flatMap(({ wordings }) => wordings)];
  const titleOf = (wording: string) => known.find(({ id }) => id === wording)?.title ?? wording;
  const used = new Set([obligation.wording, ...words.map(({ wording }) => wording)]);
  return {
    versions: words.map(({ interval, version: label, wording }) => ({
      ...interval,
      label,
      wording,
      title: titleOf(wording),
    })),
    wordings: [...used].flatMap((id) => wordingView(known.find((one) => one.id === id))),
  };
}

function wordingView(wording: Wordings | undefined) {
  if (wording === undefined) return [];
  const { id, title, readings } = wording;
  const shown = readings.map(({ id: reading, title: says, default: isDefault, citation }) => ({
    ...{ id: reading, title: says, citation },
    default: isDefault,
  }));
  return [{ id, title, readings: shown }];
}
