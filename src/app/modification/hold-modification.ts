import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { operation } from '../operation.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

/** Puts an open modification on hold, or gives one that is on hold the day on which it goes on. */
export const holdModification = operation({
  name: 'hold-modification',
  room: 'modification',
  kind: 'write',
  summary:
    'Puts a modification on hold: its clocks stand still and nothing is overdue until it goes on. Asked again, it gives the day on which that is.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    reasons: z.string().default(''),
    until: daySchema
      .nullable()
      .default(null)
      .meta({ description: 'The day on which it goes on by itself; left out, until somebody resumes it.' }),
  }),
  output: modificationViewSchema,
  run: async (context, { modification, reasons, until }) =>
    actOnProposal(context, modification, { type: 'hold-modification', reasons, until }),
});
