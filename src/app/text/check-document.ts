import { historyOf } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { planTaking, takenSchema, takingSchema } from './document-fields.ts';

/** What importing a file would come to: the report of the import, and nothing stored. */
export const checkDocument = operation({
  name: 'check-document',
  room: 'text',
  kind: 'read',
  summary: 'Says what importing a file would keep, list and refuse, and what it would become; stores nothing.',
  roles: 'anyone',
  input: takingSchema,
  output: takenSchema,
  run: async (context, input) => {
    const history = historyOf(await context.ports.store.read(`code/${input.instrument}`, null));
    const planned = await planTaking(context, input, history);
    return planned.ok ? done(planned.value.taken) : planned;
  },
});
