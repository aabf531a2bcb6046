import { z } from 'zod';
import { drawProfile as draw } from '../../core/modification/profile/drawing.ts';
import { done, operation } from '../operation.ts';
import { findProcesses, processField } from './processes.ts';

const texts = z.array(z.string()).readonly();

/** A process as a picture holds it. */
const drawingSchema = z.strictObject({
  title: z.string(),
  nodes: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum([
          'submission',
          'determination',
          'consultation',
          'ballot',
          'window',
          'dating',
          'implementation',
          'end',
        ]),
        title: z.string(),
        stage: z.string().nullable(),
        who: z.string().nullable(),
        opens: z.string(),
        outcomes: texts,
        clock: z.string().nullable(),
        after: texts.meta({ description: 'Titles of the steps that it waits for directly.' }),
        sendsBack: texts,
      }),
    )
    .readonly(),
  edges: z
    .array(z.strictObject({ from: z.number(), to: z.number(), kind: z.enum(['next', 'back']) }))
    .readonly()
    .meta({ description: 'By positions in `nodes`.' }),
});

/** The steps of a process in order, with what each waits for: what its picture shows. */
export const drawProfile = operation({
  name: 'draw-profile',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Gives a process as a picture holds it: its steps in order, who does them, what each waits for, and its ends.',
  roles: 'anyone',
  input: z.strictObject({ profile: processField }),
  output: drawingSchema,
  run: async ({ ports }, { profile }) => {
    const found = await findProcesses(ports, [profile], 'profile');
    if (!found.ok) return found;
    const [process] = found.value;
    if (process === undefined) throw new Error(`"${profile}" was found and is not there`);
    return done(draw(process.rules));
  },
});
