import { z } from 'zod';
import { type ContentsEntry, contentsOf } from '../../core/code/contents.ts';
import { provisionKindSchema } from '../../core/code/provision.schema.ts';
import { findByReference } from '../../core/code/tree.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { done, operation } from '../operation.ts';

/** A line of the contents. */
const contentsEntrySchema: z.ZodType<ContentsEntry> = z
  .strictObject({
    name: z.string().meta({ description: 'By which the provision is asked for.' }),
    kind: provisionKindSchema,
    number: z.string().nullable(),
    heading: z.string().nullable(),
    opening: z.string().nullable().meta({ description: 'Its first words, where it has no heading.' }),
    below: z.int().meta({ description: 'How many provisions there are below it.' }),
    stands: z.enum(['here', 'above', 'aside']),
    entries: z.lazy(() => z.array(contentsEntrySchema)),
    leftOut: z.strictObject({ before: z.int(), after: z.int() }),
  })
  .meta({ id: 'ContentsEntry' });

/** The contents of a text on a day, with the branch open in which one is. */
export const showContents = operation({
  name: 'show-contents',
  room: 'text',
  kind: 'read',
  summary: 'Shows the contents of the text in force on a day, open down to one provision, and what is beside it.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    reference: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Where one is: G3.26; left out, the documents alone.' }),
    on: daySchema,
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    on: daySchema,
    version: versionSchema.nullable().meta({ description: 'In force on the day; null before the first.' }),
    entries: z.array(contentsEntrySchema),
    trail: z.array(contentsEntrySchema).meta({ description: 'From the document down to the place.' }),
    previous: contentsEntrySchema.nullable(),
    next: contentsEntrySchema.nullable(),
  }),
  run: async (context, { instrument, reference, on, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const version = versionOn(timelineOf(read.value, null), on);
    const place = version === null || reference === null ? null : findByReference(version.text, reference);
    const contents = contentsOf(version?.text ?? { provisions: [] }, place?.id ?? null);
    return done({
      instrument: describeInstrument(read.value),
      on,
      version: version === null ? null : describeVersion(version),
      entries: [...contents.entries],
      trail: [...contents.trail],
      previous: contents.previous,
      next: contents.next,
    });
  },
});
