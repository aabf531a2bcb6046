import { z } from 'zod';
import { subjectOf } from '../../core/code/amendment.ts';
import { referencesOf } from '../../core/code/tree.ts';
import { timelineOf } from '../../core/code/version.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
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

/** Every version of an instrument in the order in which they are in force, with the provisions that each changed. */
export const listVersions = operation({
  name: 'list-versions',
  room: 'text',
  kind: 'read',
  summary: 'Lists the versions of an instrument with the days they are in force and the provisions that each changed.',
  roles: 'anyone',
  input: z.strictObject({ instrument: instrumentField, knownAt: knownAtField, ...pageFields }),
  output: z.strictObject({
    instrument: instrumentSchema,
    versions: z.array(
      versionSchema.extend({
        changed: z.array(z.string()).meta({ description: 'Printed references, as before or after the change.' }),
      }),
    ),
    next: nextField,
  }),
  run: async (context, { instrument, knownAt, ...asked }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const timeline = timelineOf(read.value, null);
    const page = pageOf(timeline, asked, 'day and label', ({ inForceFrom, label }) => [inForceFrom, orderOf(label)]);
    if (!page.ok) return page;
    const versions = page.value.rows.map((version) => {
      const index = timeline.indexOf(version);
      const subjects = new Set((version.published?.amendments ?? []).map(subjectOf));
      const now = referencesOf(version.text, subjects);
      const gone = new Set([...subjects].filter((id) => !now.has(id)));
      const before = referencesOf(timeline[index - 1]?.text ?? version.text, gone);
      const changed = [...subjects].map((id) => now.get(id) ?? before.get(id) ?? id);
      return { ...describeVersion(version), changed: [...new Set(changed)] };
    });
    return done({ instrument: describeInstrument(read.value), versions, next: page.value.next });
  },
});

/** A label as a text that sorts as labels do: part by part. */
function orderOf(label: string): string {
  return label
    .split('.')
    .map((part) => part.padStart(9, '0'))
    .join('.');
}
