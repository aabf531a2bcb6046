import { z } from 'zod';
import { diffProfiles as diff } from '../../core/modification/profile/diff-profiles.ts';
import { done, operation } from '../operation.ts';
import { findProcesses, processField } from './processes.ts';

/** What processes say, side by side. */
export const diffProfiles = operation({
  name: 'diff-profiles',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Compares two processes of the same or of different codes: what each says, row by row, and which rows differ.',
  roles: 'anyone',
  input: z.strictObject({ from: processField, to: processField }),
  output: z.strictObject({
    profiles: z.array(z.strictObject({ code: z.string(), profile: z.string(), title: z.string() })),
    rows: z
      .array(
        z.strictObject({
          part: z.enum(['process', 'step']),
          what: z.string(),
          says: z
            .array(z.string().nullable())
            .readonly()
            .meta({ description: 'In the order of `profiles`; null: no such step.' }),
          same: z.boolean(),
        }),
      )
      .readonly(),
  }),
  run: async ({ ports }, { from, to }) => {
    const [left, right] = [await findProcesses(ports, [from], 'from'), await findProcesses(ports, [to], 'to')];
    if (!left.ok) return left;
    if (!right.ok) return right;
    const both = [...left.value, ...right.value];
    return done({
      profiles: both.map(({ code, rules }) => ({ code, profile: rules.profile.id, title: rules.profile.title })),
      rows: diff(both.map(({ rules }) => rules)),
    });
  },
});
