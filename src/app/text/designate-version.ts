import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { labelsAfter } from '../../core/code/publish-version.ts';
import { versionLabelSchema } from '../../core/code/version.schema.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { act } from '../act.ts';
import { historyOf, instrumentField } from '../instruments.ts';
import { operation } from '../operation.ts';
import { publishing } from './publishing.ts';

/** Publishes a change that was made outside the process, such as one that a minister designates, in the same sequence of labels. */
export const designateVersion = operation({
  name: 'designate-version',
  room: 'text',
  kind: 'write',
  summary: 'Publishes a change made outside the process, such as by a minister; its day may be past or to come.',
  roles: ['code-administrator'],
  takesText: true,
  input: z.strictObject({
    instrument: instrumentField,
    label: versionLabelSchema.nullable().default(null).meta({ description: 'Label; left out, the next one.' }),
    inForceFrom: daySchema,
    until: daySchema.nullable().default(null).meta({
      description: 'First day on which it no longer holds: a further version then undoes it; left out, it stays.',
    }),
    source: z.string().min(1).meta({ description: 'What made it: Energy Act 2008, section 89.' }),
    amendments: z.array(amendmentSchema).meta({ description: 'For the text that is in force on its day.' }),
  }),
  output: z.strictObject({
    instrument: z.string(),
    labels: z.array(z.string()).readonly().meta({ description: 'Of the version, and of the one that ends it.' }),
    others: z
      .array(z.strictObject({ modification: z.string(), rebased: z.boolean(), sentence: z.string() }))
      .readonly()
      .meta({ description: 'What became of the legal texts of the open modifications of the code.' }),
  }),
  run: async (context, { instrument, label: given, inForceFrom, until, source: reference, amendments }) =>
    act(context, 'designate-version', async (load) => {
      const stream = `code/${instrument}`;
      const history = historyOf((await load(stream)).recorded);
      if (history === null) {
        return { ok: false, rejection: rejection('not-found', `The record holds no instrument "${instrument}".`) };
      }
      const label = given ?? labelsAfter(history)[0] ?? history.baseLabel;
      const source = { kind: 'designation', reference } as const;
      const publication = { published: { label, inForceFrom, source, amendments }, until };
      const published = await publishing(context, load, { history, stream }, publication, null);
      if (!published.ok) return published;
      const { writes, labels, mapped: others } = published;
      return { ok: true, writes, value: { instrument, labels, others } };
    }),
});
