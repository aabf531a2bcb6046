import { z } from 'zod';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import type { CodeEvent } from '../../core/code/code-event.ts';
import type { ReadDocument } from '../../core/code/document-file.ts';
import { provisionKindSchema } from '../../core/code/provision.schema.ts';
import { type InstrumentHistory, publishVersionEvents } from '../../core/code/publish-version.ts';
import { adoptionOf, amendmentsFrom, labelFor, type TakingIn } from '../../core/code/take-in.ts';
import { type Forest, walk } from '../../core/code/tree.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { instrumentField } from '../instruments.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';

/** The bytes of a file, as base64 outside. */
export const bytesSchema = z.codec(
  z.string().meta({ contentEncoding: 'base64', description: 'The bytes of the file as base64.' }),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  {
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
    encode: (bytes) => Buffer.from(bytes).toString('base64'),
  },
);

const remarkSchema = z.strictObject({
  sentence: z.string(),
  path: z.string().meta({ description: 'Where in the file: a path of elements, or a part of a package.' }),
  line: z.number().int().nullable(),
  times: z.number().int().meta({ description: 'How many of its like there are; the place is that of the first.' }),
  raw: z.string().nullable().meta({ description: 'The piece as it stands, where its words are not in the text.' }),
});

/** What became of everything in a file. */
export const reportSchema = z.strictObject({
  dialect: z.string(),
  kept: z.partialRecord(provisionKindSchema, z.number().int()),
  listed: z.array(remarkSchema),
  refused: z.array(remarkSchema),
});

/** Where a file with tracked changes was made on another text than the one that it is held against. */
export const driftSchema = z
  .array(
    z.strictObject({
      reference: z.string(),
      what: z.enum(['words', 'number', 'not-ours', 'not-in-file']),
      expected: z.string().nullable().meta({ description: 'What the version has.' }),
      found: z.string().nullable().meta({ description: 'What the file has before its changes.' }),
      wanted: z.string().nullable().meta({ description: 'What the file makes of it; such a change is not carried.' }),
    }),
  )
  .meta({ description: 'Where the file was made on another text than the version.' });

/** What an operation that takes a file in asks for. */
export const takingSchema = z.strictObject({
  instrument: instrumentField,
  document: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters and digits joined by hyphens, such as schedule-8')
    .nullable()
    .default(null)
    .meta({ description: 'Document of the instrument by id; left out, the file is the whole text.' }),
  fileName: z.string().min(1).meta({ description: 'What the file is called, for the report.' }),
  madeBy: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .meta({ description: 'The instrument that makes the version, such as a designation; left out, the file by name.' }),
  file: bytesSchema,
  format: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'akn, docx, json or oscal; left out, by what is in the file.' }),
  asOf: daySchema
    .nullable()
    .default(null)
    .meta({ description: 'The day from which the text is in force; left out, the day that the file names.' }),
});

/** What taking a file in comes to. */
export const takenSchema = z.strictObject({
  outcome: z
    .enum(['adopted', 'published', 'unchanged'])
    .meta({ description: 'A first text, a version, or nothing new.' }),
  instrument: z.string(),
  title: z.string().meta({ description: 'The title of the instrument.' }),
  names: z
    .string()
    .nullable()
    .meta({ description: 'The title of the instrument that the file says it is of, where that is another.' }),
  label: versionLabelSchema.nullable(),
  inForceFrom: daySchema,
  provisions: z.number().int(),
  amendments: z.number().int().nullable().meta({ description: 'By which the version is made; null for a first text.' }),
  drift: driftSchema,
  report: reportSchema,
});

type Taking = z.output<typeof takingSchema>;
type Taken = z.output<typeof takenSchema>;

/** A file as it would be taken in, and the event that says so; null when it changes nothing. */
export interface Planned {
  readonly event: CodeEvent | null;
  readonly taken: Taken;
  /** The text that it changes, and what it is then; the same where it changes nothing. */
  readonly before: Forest;
  readonly after: Forest;
}

/** Reads a file for an instrument with the history that it has (null: none), and plans what it becomes. */
export async function planTaking(
  { ports }: Context,
  input: Taking,
  history: InstrumentHistory | null,
): Promise<Result<Planned>> {
  const { fileName, format, file, instrument, document } = input;
  const base = history === null || input.asOf === null ? null : versionOn(timelineOf(history, null), input.asOf);
  const read = await ports.documents.read(file, { fileName, format, base: base?.text ?? null });
  if (!read.ok) return read;
  const inForceFrom = input.asOf ?? read.value.dated;
  if (inForceFrom === null) {
    const sentence = 'The file names no day from which its text is in force; expected one to be given (--as-of DAY).';
    return refuse(rejection('input-invalid', sentence, { place: { file: fileName, field: 'asOf' } }));
  }
  const taking = { instrument, document, fileName, inForceFrom, madeBy: input.madeBy };
  return history === null ? adopt(read.value, taking) : publish(read.value, taking, history);
}

function adopt(read: ReadDocument, taking: TakingIn): Result<Planned> {
  if (read.amendments !== null) {
    const sentence = `The file tells changes, and the record holds no instrument "${taking.instrument}" for them.`;
    return refuse(rejection('not-found', sentence, { place: { file: taking.fileName } }));
  }
  if (read.provisions.length === 0) {
    return refuse(rejection('input-invalid', 'The file holds no provision.', { place: { file: taking.fileName } }));
  }
  const event = adoptionOf(read, taking);
  const taken = told(read, taking, {
    outcome: 'adopted',
    title: event.title,
    label: event.label,
    amendments: null,
  });
  return done({ event, taken, before: { provisions: [] }, after: event.text });
}

function publish(read: ReadDocument, taking: TakingIn, history: InstrumentHistory): Result<Planned> {
  const amendments = amendmentsFrom(read, history, taking);
  const before = versionOn(timelineOf(history, null), taking.inForceFrom)?.text;
  if (amendments === null || before === undefined) {
    const sentence = `The ${history.shortTitle} has no text on ${writeDay(taking.inForceFrom)} for the file to change.`;
    return refuse(rejection('text-does-not-apply', sentence, { place: { file: taking.fileName } }));
  }
  if (amendments.length === 0) {
    const taken = told(read, taking, { outcome: 'unchanged', title: history.title, label: null, amendments: 0 });
    return done({ event: null, taken, before, after: before });
  }
  const label = labelFor(read, history);
  const decision = publishVersionEvents(history, {
    label,
    inForceFrom: taking.inForceFrom,
    // a file says nothing of what made it: only somebody who names a designation makes it one
    source:
      taking.madeBy === null
        ? { kind: 'unknown', reference: taking.fileName }
        : { kind: 'designation', reference: taking.madeBy },
    amendments,
  });
  if (!decision.ok) return decision;
  const applied = applyAmendments(before, amendments);
  if (!applied.ok) throw new Error(`What was published does not apply: ${applied.fault}`);
  const [event = null] = decision.events;
  const made = { outcome: 'published', title: history.title, label, amendments: amendments.length } as const;
  const taken = told(read, taking, made);
  return done({ event, taken, before, after: applied.text });
}

function told(
  { provisions, drift = [], report, of = null }: ReadDocument,
  { instrument, inForceFrom }: TakingIn,
  what: Pick<Taken, 'outcome' | 'title' | 'label' | 'amendments'>,
): Taken {
  const { dialect, kept, listed, refused } = report;
  return {
    ...what,
    instrument,
    names: of === what.title ? null : of,
    inForceFrom,
    provisions: walk({ provisions }).length,
    drift: [...drift],
    report: { dialect, kept: { ...kept }, listed: [...listed], refused: [...refused] },
  };
}
