import { z } from 'zod';
import { namesOf } from '../../core/code/names.ts';
import { provisionSchema } from '../../core/code/provision.schema.ts';
import { type ProvisionRun, versionsOf } from '../../core/code/provision-history.ts';
import type { InstrumentHistory } from '../../core/code/publish-version.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { redline } from '../../core/code/redline.ts';
import { breadcrumb, type Forest, findById, findByReference, referenceOf } from '../../core/code/tree.ts';
import { type TextVersion, type Timeline, timelineOf, versionOn, versionsKnown } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Day, writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  describeInstrument,
  describeVersion,
  instrumentField,
  instrumentSchema,
  knownAtField,
  readInstrument,
  versionSchema,
} from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';

const run = z.strictObject({ inForceFrom: daySchema, until: daySchema.nullable() });

/** The text in force on a day, whole or one provision of it, and against another day as a redline. */
export const showText = operation({
  name: 'show-text',
  room: 'text',
  kind: 'read',
  summary: 'Shows the text in force on a day as known at an instant, whole or one provision, and compares two days.',
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
    against: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'A second day; the redline goes from the earlier to the later.' }),
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    reference: z.string().nullable().meta({ description: 'As printed on the day.' }),
    name: z.string().nullable().meta({ description: 'By which it alone is asked for; null when it is not in force.' }),
    on: daySchema,
    version: versionSchema.nullable().meta({ description: 'In force on the day; null before the first.' }),
    wording: run
      .nullable()
      .meta({ description: 'Since when and until when the provision reads so; null for a whole text.' }),
    provisions: z.array(provisionSchema),
    breadcrumb: z.array(z.strictObject({ reference: z.string(), heading: z.string().nullable() })),
    absent: z
      .string()
      .nullable()
      .meta({ description: 'When nothing was in force on the day: a sentence that says from when it is.' }),
    comparison: z
      .strictObject({
        from: daySchema,
        to: daySchema,
        fromVersion: versionSchema.nullable(),
        toVersion: versionSchema.nullable(),
        blocks: z.array(redlineBlockSchema),
      })
      .nullable(),
  }),
  run: async (context, { instrument, reference, on, knownAt, against }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const history = read.value;
    const timeline = timelineOf(history, null);
    const version = versionOn(timeline, on);
    const runs = reference === null ? [] : runsFor(history, version, reference);
    const id = runs.find((one) => one.provision !== null)?.provision?.id ?? null;
    if (reference !== null && id === null) {
      return refuse(rejection('not-found', `No text of the ${history.shortTitle} has a provision "${reference}".`));
    }
    const shown = partOf(version, id);
    const wording = runs.find((one) => one.inForceFrom <= on && (one.until === null || on < one.until)) ?? null;
    return done({
      instrument: describeInstrument(history),
      reference: version !== null && id !== null ? referenceOf(version.text, id) : reference,
      name: version !== null && id !== null ? (namesOf(version.text).get(id) ?? null) : null,
      on,
      version: version === null ? null : describeVersion(version),
      wording: wording?.provision ? { inForceFrom: wording.inForceFrom, until: wording.until } : null,
      provisions: [...shown.provisions],
      breadcrumb: version === null || id === null ? [] : trailOf(version, id),
      absent: shown.provisions.length > 0 ? null : absence(history, reference, on, runs),
      comparison: against === null ? null : compare(timeline, id, on, against),
    });
  },
});

/** The runs of the provision that the reference names on the day, or else of the one that it names latest. */
function runsFor(history: InstrumentHistory, version: TextVersion | null, reference: string): readonly ProvisionRun[] {
  const standing = version === null ? null : findByReference(version.text, reference);
  const latest = versionsOf(history, reference, null);
  if (standing === null || latest.some((one) => one.provision?.id === standing.id)) return latest;
  const { inForceFrom } = version as TextVersion;
  const versions = versionsKnown(history, null).filter((one) => one.inForceFrom <= inForceFrom);
  return versionsOf({ ...history, versions }, reference, null);
}

function partOf(version: TextVersion | null, id: string | null): Forest {
  if (version === null) return { provisions: [] };
  if (id === null) return version.text;
  const provision = findById(version.text, id);
  return { provisions: provision === null ? [] : [provision] };
}

function trailOf({ text }: TextVersion, id: string) {
  return breadcrumb(text, id).map((one) => ({ reference: referenceOf(text, one.id) ?? one.id, heading: one.heading }));
}

function compare(timeline: Timeline, id: string | null, on: Day, against: Day) {
  const [from, to] = on < against ? [on, against] : [against, on];
  const [before, after] = [versionOn(timeline, from), versionOn(timeline, to)];
  return {
    from,
    to,
    fromVersion: before === null ? null : describeVersion(before),
    toVersion: after === null ? null : describeVersion(after),
    blocks: [...redline(partOf(before, id), partOf(after, id))],
  };
}

function absence(history: InstrumentHistory, reference: string | null, on: Day, runs: readonly ProvisionRun[]): string {
  const name = reference === null ? history.shortTitle : `${history.shortTitle} ${reference}`;
  const start = `No text of ${name} is in force on ${writeDay(on)}`;
  if (on < history.baseFrom) {
    const first = runs.find((one) => one.provision !== null)?.inForceFrom ?? history.baseFrom;
    return `${start}; the first in the record is in force from ${writeDay(first)}.`;
  }
  const next = runs.find((one) => one.provision !== null && one.inForceFrom > on);
  if (next !== undefined)
    return `${start}; it is in force from ${writeDay(next.inForceFrom)}, by version ${next.label}.`;
  const gone = runs.findLast((one) => one.provision === null && one.inForceFrom <= on);
  return gone === undefined
    ? `${start}.`
    : `${start}; it was repealed from ${writeDay(gone.inForceFrom)} by version ${gone.label}.`;
}
