import { z } from 'zod';
import { isListed } from '../../core/code/contents.ts';
import { linksOf } from '../../core/code/links.ts';
import { namesOf } from '../../core/code/names.ts';
import { findById, findByReference, inOrder } from '../../core/code/tree.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { instrumentField, knownAtField, readInstrument } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';

const linkSchema = z.strictObject({
  from: z.string().meta({ description: 'The provision whose words these are, by id.' }),
  field: z.enum(['heading', 'text']),
  start: z.int().meta({ description: 'Offset in the field; `end` is that after the last letter.' }),
  end: z.int(),
  kind: z.enum(['reference', 'term']),
  names: z
    .array(z.string())
    .meta({ description: 'What is named, by the name by which it is asked for; empty when it names nothing.' }),
});

/** The references and defined terms in the words of a text or of one provision, where they stand, with the definitions. */
export const showLinks = operation({
  name: 'show-links',
  room: 'text',
  kind: 'read',
  summary: 'Shows where the words of a text name provisions and use defined terms, with the definitions used.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    reference: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Printed reference: G3.26; left out, the whole text.' }),
    on: daySchema,
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    links: z.array(linkSchema),
    names: z
      .array(z.strictObject({ id: z.string(), name: z.string() }))
      .meta({ description: 'By id, the name by which each provision is asked for that has a number or heading.' }),
    definitions: z.array(
      z.strictObject({
        name: z.string().meta({ description: 'By which the definition is asked for, and links name it.' }),
        term: z.string(),
        text: z.string(),
        more: z.boolean().meta({ description: 'Whether the definition goes on below its own words.' }),
      }),
    ),
  }),
  run: async (context, { instrument, reference, on, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const text = versionOn(timelineOf(read.value, null), on)?.text;
    const provision = text === undefined || reference === null ? null : findByReference(text, reference);
    if (text === undefined || (reference !== null && provision === null)) {
      const what = reference === null ? 'text' : `provision "${reference}"`;
      const sentence = `The ${read.value.shortTitle} has no ${what} in force on ${writeDay(on)}.`;
      return refuse(rejection('not-found', sentence));
    }
    const names = namesOf(text);
    const all = linksOf(text);
    const within = inOrder(provision === null ? text : { provisions: [provision] });
    const own = within.flatMap((met) => all.of.get(met.provision.id) ?? []);
    const terms = [...new Set(own.flatMap(({ kind, targets }) => (kind === 'term' ? targets : [])))];
    return done({
      links: own.map(({ from, field, start, end, kind, targets }) => ({
        ...{ from, field, start, end, kind },
        names: targets.map((id) => names.get(id) ?? id),
      })),
      names: within.flatMap(({ provision: one }) =>
        isListed(one) ? [{ id: one.id, name: names.get(one.id) ?? one.id }] : [],
      ),
      definitions: terms.map((id) => {
        const definition = findById(text, id);
        return {
          name: names.get(id) ?? id,
          term: definition?.heading ?? '',
          text: definition?.text ?? '',
          more: (definition?.children.length ?? 0) > 0,
        };
      }),
    });
  },
});
