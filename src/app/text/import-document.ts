import { act } from '../act.ts';
import { historyOf } from '../instruments.ts';
import { operation } from '../operation.ts';
import { planTaking, takenSchema, takingSchema } from './document-fields.ts';

/**
 * Takes the text of a file into the record: the first text of an instrument that the record does not hold, or a version
 * by designation of one that it does. A file that is refused stores nothing.
 */
export const importDocument = operation({
  name: 'import-document',
  room: 'text',
  kind: 'write',
  summary: 'Takes the text of a file into the record, as the first text of an instrument or as its next version.',
  roles: ['code-administrator'],
  takesFile: true,
  input: takingSchema,
  output: takenSchema,
  run: (context, input) =>
    act(context, 'import-document', async (load) => {
      const stream = `code/${input.instrument}`;
      const planned = await planTaking(context, input, historyOf((await load(stream)).recorded));
      if (!planned.ok) return planned;
      const { event, taken } = planned.value;
      return { ok: true, writes: [{ stream, events: event === null ? [] : [event] }], value: taken };
    }),
});
