import { z } from 'zod';
import type { CodeEvent } from '../core/code/code-event.ts';
import { foldCode, type InstrumentHistory, type RecordedCodeEvent } from '../core/code/publish-version.ts';
import { versionLabelSchema, versionPublishedSchema } from '../core/code/version.schema.ts';
import type { TextVersion } from '../core/code/version.ts';
import { daySchema, instantSchema } from '../core/kernel/day.schema.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { type Context, done, type Result, refuse } from './operation.ts';
import type { RecordedEvent } from './ports.ts';

/** How an operation asks which instrument it is about. */
export const instrumentField = z.string().min(1).meta({ description: 'Instrument by id: sec.' });

/** How an operation asks as of when the record is read. */
export const knownAtField = instantSchema.nullable().default(null).meta({
  description:
    'Read the record as it was known at this instant, with all that was recorded at it (while a clock stands still, whatever is recorded meanwhile); left out, as it stands.',
});

/** What is said of an instrument wherever its words are shown. */
export const instrumentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  notice: z.string().meta({ description: 'Whose words these are.' }),
});

/** What is said of a version: its label, the days it is in force, and what made it (null for the first text). */
export const versionSchema = z.strictObject({
  label: versionLabelSchema,
  inForceFrom: daySchema,
  until: daySchema.nullable().meta({ description: 'First day on which it is no longer in force.' }),
  source: versionPublishedSchema.shape.source.nullable(),
  recordedAt: instantSchema.nullable(),
});

/** An instrument as {@link instrumentSchema} says it. */
export function describeInstrument({ instrument, title, shortTitle, notice }: InstrumentHistory) {
  return { id: instrument, title, shortTitle, notice };
}

/** A version as {@link versionSchema} says it. */
export function describeVersion({ label, inForceFrom, until, published }: Omit<TextVersion, 'text'>) {
  return { label, inForceFrom, until, source: published?.source ?? null, recordedAt: published?.recordedAt ?? null };
}

/** The history of an instrument as known at an instant (null: as it stands). Refuses `not-found`. */
export async function readInstrument(
  context: Pick<Context, 'ports'>,
  instrument: string,
  knownAt: Instant | null,
): Promise<Result<InstrumentHistory>> {
  const history = historyOf(await context.ports.store.read(`code/${instrument}`, knownAt));
  if (history !== null) return done(history);
  const known = knownAt === null ? '' : ` as it was known at ${knownAt}`;
  return refuse(rejection('not-found', `The record${known} holds no instrument "${instrument}".`));
}

/** Histories by the hash of their last event, which stands for all before it: folding a long one costs more than reading it. */
const folded = new Map<string, InstrumentHistory | null>();
const MOST_FOLDED = 16;

/** The history that a stream `code/<instrument>` comes to; null when it is empty. */
export function historyOf(recorded: readonly RecordedEvent[]): InstrumentHistory | null {
  const hash = recorded.at(-1)?.hash ?? '';
  const known = folded.get(hash) ?? foldCode(recorded.filter(isCodeEvent));
  folded.delete(hash);
  folded.set(hash, known);
  if (folded.size > MOST_FOLDED) folded.delete(folded.keys().next().value as string);
  return known;
}

function isCodeEvent(recorded: RecordedEvent): recorded is RecordedEvent<CodeEvent> & RecordedCodeEvent {
  const { type } = recorded.event;
  return type === 'code-adopted' || type === 'version-published' || type === 'version-moved';
}
