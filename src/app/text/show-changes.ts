import { z } from 'zod';
import { referenceOfPath } from '../../core/code/printed-reference.ts';
import { changesBetween, matrixOf, releaseOn } from '../../core/code/text-matrix.ts';
import { walk } from '../../core/code/tree.ts';
import { type TextVersion, timelineOf, versionOn } from '../../core/code/version.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { writeDay } from '../../core/kernel/day.ts';
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

const references = z.array(z.string());
const renamed = z.array(z.strictObject({ before: z.string(), after: z.string() }));

/** What changed in a whole code between two days, without the words. */
export const showChanges = operation({
  name: 'show-changes',
  room: 'text',
  kind: 'read',
  summary: 'Shows which provisions of a code are new, gone, reworded, renumbered or moved between two days.',
  roles: 'anyone',
  input: z.strictObject({
    instrument: instrumentField,
    from: daySchema.meta({ description: 'The first day.' }),
    to: daySchema.meta({ description: 'The second day.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    instrument: instrumentSchema,
    from: versionSchema,
    to: versionSchema,
    inserted: references.meta({ description: 'Printed references on the second day.' }),
    repealed: references.meta({ description: 'Printed references on the first day.' }),
    reworded: references.meta({ description: 'Printed references on the second day.' }),
    renumbered: renamed,
    moved: renamed,
  }),
  run: async (context, { instrument, from, to, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const timeline = timelineOf(read.value, null);
    const [before, after] = [versionOn(timeline, from), versionOn(timeline, to)];
    const matrix = matrixOf(timeline.filter((version) => version === before || version === after));
    const [old, current] = [releaseOn(matrix, from), releaseOn(matrix, to)];
    if (before === null || after === null || old === null || current === null) {
      const missing = writeDay(before === null ? from : to);
      const sentence = `No text of the ${read.value.shortTitle} is in force on ${missing}.`;
      return refuse(rejection('not-found', sentence));
    }
    const [was, is] = [printedIn(before), printedIn(after)];
    const both = (id: string) => ({ before: was(id), after: is(id) });
    const changes = changesBetween(matrix, old, current);
    return done({
      instrument: describeInstrument(read.value),
      from: describeVersion(before),
      to: describeVersion(after),
      inserted: changes.inserted.map(is),
      repealed: changes.repealed.map(was),
      reworded: changes.reworded.map(is),
      renumbered: changes.renumbered.map(both),
      moved: changes.moved.map(both),
    });
  },
});

function printedIn({ text }: TextVersion): (id: string) => string {
  const printed = new Map(walk(text).map(({ provision, path }) => [provision.id, referenceOfPath(path)]));
  return (id) => printed.get(id) ?? id;
}
