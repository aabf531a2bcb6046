import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { isSignable } from '../../core/modification/impact/decide-impact.ts';
import {
  impactBasisSchema,
  impactFigureSchema,
  signedImpactSchema,
} from '../../core/modification/impact/impact.schema.ts';
import { outOfDate } from '../../core/modification/impact/out-of-date.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import { sayWho } from '../../core/modification/proposer.ts';
import { roleSchema } from '../../core/party/actor.schema.ts';
import { knownAtField } from '../instruments.ts';
import { modificationField, readProposal } from '../modification/proposals.ts';
import { type Context, done, operation, type Result } from '../operation.ts';
import { effectOptionFields } from './effect-options.ts';
import { computeImpact } from './impact-of.ts';
import { readApproval } from './read-approval.ts';

/** What is said of the impact of a modification on Parties. */
export const impactViewSchema = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    touchesDuties: z.boolean(),
    signable: z
      .strictObject({ by: z.array(roleSchema), who: z.string(), act: z.string() })
      .nullable()
      .meta({ description: 'Who can sign it now; null when nobody can any more, or the process has no signature.' }),
    draft: z.strictObject({
      paragraphs: z.array(z.string()),
      figures: z.array(impactFigureSchema),
      basis: impactBasisSchema,
    }),
    signed: signedImpactSchema.nullable(),
    outOfDate: z.array(z.string()).meta({ description: 'Why what was signed is out of date; empty while it is not.' }),
    decidedAt: instantSchema
      .nullable()
      .meta({ description: 'When it was approved: what was signed is held against the effect as known then.' }),
  })
  .meta({ id: 'Impact' });

/** {@link impactViewSchema} as the program has it. */
export type ImpactView = z.output<typeof impactViewSchema>;

/** The impact of a modification on Parties: computed words and figures, and what a person signed. */
export const showImpact = operation({
  name: 'show-impact',
  room: 'effect',
  kind: 'read',
  summary:
    'Shows what is said of the impact of a modification on Parties: the words and figures that follow from its effect, and what a person signed.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    knownAt: knownAtField,
    readings: effectOptionFields.readings,
    assume: effectOptionFields.assume,
  }),
  output: impactViewSchema,
  run: async (context, { modification, knownAt, ...chosen }) => impactView(context, modification, chosen, knownAt),
});

/** {@link showImpact} for operations that need it. */
export async function impactView(
  context: Context,
  modification: string,
  chosen: Parameters<typeof computeImpact>[3],
  knownAt: Instant | null,
): Promise<Result<ImpactView>> {
  const read = await readProposal(context, modification, knownAt);
  if (!read.ok) return read;
  const { state, rules } = read.value;
  const { impact: signed, legalText, content } = state;
  const draft = await computeImpact(context, modification, legalText.revision, chosen, knownAt);
  if (!draft.ok) return draft;
  const isApproved = typeof occurrencesOf(state, rules.profile)(APPROVAL) === 'number';
  const approval = isApproved ? await readApproval(context, modification, rules.profile, knownAt) : null;
  const decidedAt = approval?.at ?? null;
  const stale = signed === null ? done([]) : await staleness(context, modification, state, decidedAt ?? knownAt);
  if (!stale.ok) return stale;
  const statement = rules.profile.impactStatement;
  const isOpen = state.status === 'open' && isSignable(state, rules.profile);
  return done({
    modification,
    title: content.title,
    touchesDuties: content.obligations.length > 0,
    signable:
      statement === undefined || !isOpen
        ? null
        : { by: [...statement.by], who: sayWho(statement.by, state, rules), act: statement.act },
    draft: draft.value as ImpactView['draft'],
    signed: signed as ImpactView['signed'],
    outOfDate: [...stale.value],
    decidedAt,
  });
}

/** What was signed is held against the effect under the same readings and assumptions; of what is decided, as known then. */
async function staleness(
  context: Context,
  modification: string,
  state: Parameters<typeof outOfDate>[1] & { readonly impact: Parameters<typeof outOfDate>[0] | null },
  knownAt: Instant | null,
): Promise<Result<readonly string[]>> {
  const { impact } = state;
  if (impact === null) return done([]);
  const { readings, assumed: assume, revision } = impact.basis;
  const now = await computeImpact(context, modification, revision, { readings, assume }, knownAt);
  if (!now.ok) return done([`What it supposes can no longer be: ${now.rejection.sentence}`]);
  const { figures, basis } = now.value;
  return done(outOfDate(impact, state, { digest: basis.digest, figures }));
}
