import { z } from 'zod';
import { effectReportSchema } from '../../core/assurance/effect.schema.ts';
import { knownAtField } from '../instruments.ts';
import { modificationField } from '../modification/proposals.ts';
import { operation } from '../operation.ts';
import { effectOptionFields } from './effect-options.ts';
import { keptEffectFrom } from './kept-effect.ts';
import { readEffectSources } from './read-effect-sources.ts';

/** What a modification comes to for every party and group of systems, in both worlds and under every reading. */
export const showEffect = operation({
  name: 'show-effect',
  room: 'effect',
  kind: 'read',
  summary: 'Shows who is bound when, with and without a modification, under each combination of readings, and why.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField, ...effectOptionFields }),
  output: effectReportSchema,
  run: async (context, { modification, knownAt, ...options }) => {
    const sources = await readEffectSources(context, modification, knownAt);
    return sources.ok ? keptEffectFrom(sources.value, options) : sources;
  },
});
