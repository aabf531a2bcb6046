import { z } from 'zod';
import { subjectOf } from '../../core/code/amendment.ts';
import { referencesOf } from '../../core/code/tree.ts';
import { timelineOf } from '../../core/code/version.ts';
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
  input: z.strictObject({ instrument: instrumentField, knownAt: knownAtField }),
  output: z.strictObject({
    instrument: instrumentSchema,
    versions: z.array(
      versionSchema.extend({
        changed: z.array(z.string()).meta({ description: 'Printed references, as before or after the change.' }),
      }),
    ),
  }),
  run: async (context, { instrument, knownAt }) => {
    const read = await readInstrument(context, instrument, knownAt);
    if (!read.ok) return read;
    const timeline = timelineOf(read.value, null);
    const versions = timeline.map((version, index) => {
      const subjects = new Set((version.published?.amendments ?? []).map(subjectOf));
      const now = referencesOf(version.text, subjects);
      const gone = new Set([...subjects].filter((id) => !now.has(id)));
      const before = referencesOf(timeline[index - 1]?.text ?? version.text, gone);
      const changed = [...subjects].map((id) => now.get(id) ?? before.get(id) ?? id);
      return { ...describeVersion(version), changed: [...new Set(changed)] };
    });
    return done({ instrument: describeInstrument(read.value), versions });
  },
});
