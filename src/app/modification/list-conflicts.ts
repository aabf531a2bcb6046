import { z } from 'zod';
import { type ConflictSide, touchesProvision } from '../../core/code/conflict.ts';
import { conflictDescriber } from '../../core/code/conflict-view.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { conflictClassSchema } from '../../core/code/resolution.schema.ts';
import { findByReference } from '../../core/code/tree.ts';
import type { Clash } from '../../core/code/weave.ts';
import { madeBy } from '../../core/modification/pending-text.ts';
import { storedResolutionSchema } from '../../core/modification/proposal.schema.ts';
import { knownAtField } from '../instruments.ts';
import { type Context, done, operation } from '../operation.ts';
import { countConflicts, type OpenTexts, readOpenTexts, resolverSchema, resolversOf } from './open-texts.ts';
import { modificationField, readOpenProposals, readProposal } from './proposals.ts';

const sideSchema = z.strictObject({
  modification: z.string(),
  title: z.string(),
  reference: z.string().meta({ description: 'The provision that it amends there, as printed.' }),
  blocks: z.array(redlineBlockSchema).readonly().meta({ description: 'What it makes of the provision.' }),
});

/** A conflict of two open modifications, as it is told. */
export const conflictSchema = z
  .strictObject({
    instrument: z.string(),
    class: conflictClassSchema,
    provision: z.string().meta({ description: 'Where they meet, by id.' }),
    reference: z.string().meta({ description: 'Where they meet, as printed.' }),
    sentence: z.string(),
    sides: z.array(sideSchema).readonly(),
    resolution: storedResolutionSchema.nullable().meta({ description: 'What was settled; null while nobody has.' }),
    resolvers: z.array(resolverSchema).meta({ description: 'Who can settle it.' }),
  })
  .meta({ id: 'Conflict' });

const stuckSchema = z.strictObject({
  instrument: z.string(),
  modification: z.string(),
  title: z.string(),
  over: z.string().meta({ description: 'Label of the version over which its text cannot be mapped.' }),
  with: z.string().meta({ description: 'What made that version: a modification, or a designation.' }),
  clashes: z
    .array(z.strictObject({ class: conflictClassSchema, provision: z.string(), sentence: z.string() }))
    .meta({ description: 'What has to be settled; none when it does not apply for another reason.' }),
  sentence: z.string(),
  resolvers: z.array(resolverSchema),
});

/** Every conflict among open modifications, with both texts side by side and what was settled. */
export const listConflicts = operation({
  name: 'list-conflicts',
  room: 'modification',
  kind: 'read',
  summary: 'Lists where open modifications are in conflict, with both texts side by side and who can settle it.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField
      .nullable()
      .default(null)
      .meta({ description: 'Only those of this modification: SECMP0065.' }),
    provision: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: 'Only those at this provision or below it, by printed reference: G3.28.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    open: z.number().int().meta({ description: 'Conflicts that nobody has settled.' }),
    conflicts: z.array(conflictSchema),
    stuck: z.array(stuckSchema).meta({ description: 'Texts that cannot be mapped to the last version of their code.' }),
  }),
  run: async (context, { modification, provision, knownAt }) => {
    const asked = modification === null ? null : await readProposal(context, modification, knownAt);
    if (asked?.ok === false) return asked;
    const codes = asked === null ? await codesOf(context, knownAt) : [asked.value.state.content.code];
    const conflicts: z.infer<typeof conflictSchema>[] = [];
    const stuck: z.infer<typeof stuckSchema>[] = [];
    for (const code of codes) {
      const texts = await readOpenTexts(context, code, knownAt);
      if (!texts.ok) return texts;
      conflicts.push(...described(texts.value, modification, provision));
      stuck.push(...stuckOf(texts.value, modification));
    }
    return done({ open: conflicts.filter((one) => one.resolution === null).length, conflicts, stuck });
  },
});

async function codesOf(context: Context, knownAt: Parameters<typeof readOpenProposals>[1]): Promise<readonly string[]> {
  const open = await readOpenProposals(context, knownAt);
  return [...new Set(open.map(({ state }) => state.content.code))];
}

/** The conflicts of open texts of one code, all or those of one modification or at one provision. */
export function described(texts: OpenTexts, modification: string | null, provision: string | null) {
  const { history, last, open } = texts;
  const at = provision === null ? null : findByReference(last.text, provision);
  if (provision !== null && at === null) return [];
  const find = (id: string) => open.find((one) => one.id === id);
  const describe = conflictDescriber(last.text, (id) => {
    const text = find(id)?.text;
    return text?.ok ? text.amendments : [];
  });
  return countConflicts(texts, modification)
    .filter(({ conflict }) => at === null || touchesProvision(conflict, at))
    .map(({ conflict, settled }) => {
      const { reference, sentence, sides } = describe(conflict);
      const both = [conflict.one, conflict.other].flatMap((side: ConflictSide) => find(side.modification) ?? []);
      return {
        instrument: history.instrument,
        class: conflict.class,
        provision: conflict.provision,
        reference,
        sentence,
        sides: sides.map((side) => ({ ...side, title: find(side.modification)?.state.content.title ?? '' })),
        resolution: settled,
        resolvers: resolversOf(both),
      };
    });
}

function briefly({ class: kind, provision, sentence }: Clash) {
  return { class: kind, provision, sentence };
}

function stuckOf({ history, open }: OpenTexts, modification: string | null) {
  return open.flatMap((one): z.infer<typeof stuckSchema>[] => {
    if (one.text.ok || (modification !== null && one.id !== modification)) return [];
    const { over, clashes, fault } = one.text;
    const sentence = clashes.map((clash) => clash.sentence).join(' ') || (fault ?? '');
    const { title } = one.state.content;
    const stuck = { instrument: history.instrument, modification: one.id, title, over: over.label, sentence };
    return [{ ...stuck, with: madeBy(over), clashes: clashes.map(briefly), resolvers: resolversOf([one]) }];
  });
}
