import { z } from 'zod';
import { jointEffectSchema } from '../../core/assurance/joint-effect.schema.ts';
import { type JointEffect, jointEffectOf } from '../../core/assurance/joint-effect.ts';
import { MOST_TOGETHER } from '../../core/assurance/order.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { knownAtField } from '../instruments.ts';
import { modificationField } from '../modification/proposals.ts';
import { done, operation, type Result, refuse } from '../operation.ts';
import { type EffectOptions, effectOptionFields } from './effect-options.ts';
import { type EffectSources, questionOf } from './effect-sources.ts';
import { jointOptionFault } from './option-fault.ts';
import { readEffectSources } from './read-effect-sources.ts';

/** What several modifications come to, alone and together, and whether it matters which is made first. */
export const showJointEffect = operation({
  name: 'show-joint-effect',
  room: 'effect',
  kind: 'read',
  summary:
    'Shows what several modifications come to, each alone and all together, and which pairs come to something else in another order.',
  roles: 'anyone',
  input: z.strictObject({
    modifications: z
      .array(modificationField)
      .min(2)
      .max(MOST_TOGETHER)
      .meta({ description: 'In the order in which those of one day are made.' }),
    knownAt: knownAtField,
    ...effectOptionFields,
  }),
  output: jointEffectSchema,
  run: async (context, { modifications, knownAt, ...options }) => {
    const twice = modifications.find((one, at) => modifications.indexOf(one) !== at);
    if (twice !== undefined) {
      const place = { field: 'modifications' };
      return refuse(rejection('input-invalid', `${twice} is named twice; expected each once.`, { place }));
    }
    const sources: EffectSources[] = [];
    for (const modification of modifications) {
      const read = await readEffectSources(context, modification, knownAt);
      if (!read.ok) return read;
      sources.push(read.value);
    }
    return jointEffectFrom(sources, options);
  },
});

/** Every duty is read by the rules that the first of them pinned. */
function jointEffectFrom(sources: readonly EffectSources[], options: EffectOptions): Result<JointEffect> {
  const [base] = sources;
  if (base === undefined) throw new RangeError('no modification is named');
  const other = sources.find(({ content }) => content.code !== base.content.code);
  if (other !== undefined) {
    const sentence = `${other.content.id} changes another code than ${base.content.id}; expected modifications of one code.`;
    return refuse(rejection('input-invalid', sentence, { place: { field: 'modifications' } }));
  }
  const fault = jointOptionFault(options, sources);
  if (fault !== null) return refuse(fault);
  const alone = sources.map((one) => questionOf({ ...one, rulebook: base.rulebook }, [one], options));
  return done(jointEffectOf(alone, questionOf(base, sources, options)));
}
