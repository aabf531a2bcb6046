import { z } from 'zod';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { correctionsOf } from './corrections.ts';
import { noVersion, streamField } from './read-log.ts';

/** Says what should be read instead of something that was recorded; the event itself stays as it is. */
export const noteCorrection = operation({
  name: 'note-correction',
  room: 'record',
  kind: 'write',
  summary: 'Notes, beside an event that was recorded in error, what should be read instead; the event stays as it is.',
  roles: ['code-administrator'],
  input: z.strictObject({
    stream: streamField,
    version: z.int().positive().meta({ description: 'Which of its events, counted from 1.' }),
    instead: z.string().trim().min(1).max(2000).meta({ description: 'What should be read instead, in words.' }),
    reasons: z.string().trim().min(1).max(2000).meta({ description: 'How the error came about, or was found.' }),
  }),
  output: z.strictObject({ stream: z.string(), version: z.int(), corrections: z.int() }),
  run: async (context, { stream, version, instead, reasons }) =>
    act<{ stream: string; version: number; corrections: number }>(context, 'note-correction', async (load) => {
      const corrected = await load(stream);
      if (corrected.version < version) {
        return { ok: false, rejection: noVersion(stream, version, corrected.version) };
      }
      const before = await load(correctionsOf(stream));
      const { name: by } = context.actor;
      return {
        ok: true,
        writes: [
          {
            stream: before.stream,
            events: [{ type: 'correction-noted', stream, version, instead, reasons, by, on: context.today }],
          },
        ],
        value: { stream, version, corrections: before.events.length + 1 },
      };
    }),
});
