import { z } from 'zod';
import { daysOf, lifeEventOf, lifeOf } from '../../core/code/life.ts';
import type { CodeText, Provision } from '../../core/code/provision.ts';
import { findByReference } from '../../core/code/tree.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { describeInstrument, instrumentField, knownAtField, readInstrument } from '../instruments.ts';
import { operation, refuse } from '../operation.ts';
import type { DocumentFile } from '../ports.ts';
import { bytesSchema } from './document-fields.ts';

/** A file that an operation gives. */
export const fileSchema = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  bytes: bytesSchema,
  losses: z
    .array(z.string())
    .default([])
    .meta({ description: 'What the record has and the form has no place for, counted.' }),
});

/** A file as an operation gives it. */
export function givenFile(file: DocumentFile): z.output<typeof fileSchema> {
  return { ...file, losses: [...(file.losses ?? [])] };
}

/** How an operation asks for the form of a file. */
export const formatField = z
  .string()
  .min(1)
  .default('akn')
  .meta({ description: 'akn, docx, pdf, html, json or oscal (default akn).' });

/** The text in force on a day as a file, whole or one document of it. */
export const exportDocument = operation({
  name: 'export-document',
  room: 'text',
  kind: 'read',
  summary: 'Gives the text in force on a day as a file, whole or one document of it, with its life when asked.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    document: z.string().min(1).nullable().default(null).meta({
      description:
        'Document of the instrument by id or number, or a provision by its reference: g, G, G3.26; left out, the whole text.',
    }),
    on: daySchema,
    knownAt: knownAtField,
    format: formatField,
    life: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether the file tells every version, and the days on which each provision reads so.' }),
  }),
  output: fileSchema,
  run: async (context, { instrument, document, on, knownAt, format, life }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const history = read.value;
    const timeline = timelineOf(history, null);
    const version = versionOn(timeline, on);
    if (version === null) {
      return refuse(rejection('not-found', `No text of the ${history.shortTitle} is in force on ${writeDay(on)}.`));
    }
    const { text } = version;
    const one = document === null ? undefined : named(text, document);
    if (document !== null && one === undefined) {
      const known = text.provisions.map(({ id }) => id).join(', ');
      const sentence = `The ${history.shortTitle} on ${writeDay(on)} has no document or provision "${document}"; its documents are ${known}.`;
      return refuse(rejection('not-found', sentence));
    }
    const file = await context.ports.documents.write(
      {
        instrument: { ...describeInstrument(history), since: history.baseFrom },
        text,
        document: one === undefined ? null : one.id,
        provisions: one === undefined ? text.provisions : [one],
        on,
        version: lifeEventOf(version),
        life: life ? { events: lifeOf(timeline), provisions: daysOf(timeline, version) } : null,
      },
      format,
    );
    return file.ok ? { ok: true, value: givenFile(file.value) } : file;
  },
});

/** A document by its identity or number, or any provision by its name. */
function named(text: CodeText, name: string): Provision | undefined {
  const document = text.provisions.find(({ id, number }) => id === name || number === name);
  return document ?? findByReference(text, name) ?? undefined;
}
