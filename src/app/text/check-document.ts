import { z } from 'zod';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { onlyTouched, redline } from '../../core/code/redline.ts';
import { historyOf } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { planTaking, takenSchema, takingSchema } from './document-fields.ts';

/** What importing a file would come to: the report of the import with what would change, and nothing stored. */
export const checkDocument = operation({
  name: 'check-document',
  room: 'text',
  kind: 'read',
  summary: 'Says what importing a file would keep, list and refuse, and what it would become; stores nothing.',
  roles: 'anyone',
  takesFile: true,
  input: takingSchema,
  output: takenSchema.extend({
    blocks: z.array(redlineBlockSchema).meta({
      description: 'The provisions that would change, each under those it stands in; of a first text all of them.',
    }),
  }),
  run: async (context, input) => {
    const history = historyOf(await context.ports.store.read(`code/${input.instrument}`, null));
    const planned = await planTaking(context, input, history);
    if (!planned.ok) return planned;
    const { taken, before, after } = planned.value;
    return done({ ...taken, blocks: [...onlyTouched(redline(before, after))] });
  },
});
