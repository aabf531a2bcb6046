import { z } from 'zod';
import { placesOfConflict, touchesProvision } from '../../core/code/conflict.ts';
import { findByReference } from '../../core/code/tree.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { type Context, done, operation } from '../operation.ts';
import { conflictSchema, notComparedSchema, stuckSchema } from './conflict.schema.ts';
import { describer, describeStuck } from './meeting.ts';
import {
  amendmentsIn,
  type CountedConflict,
  countConflicts,
  notCompared,
  type OpenTexts,
  readOpenTexts,
} from './open-texts.ts';
import { modificationField, readOpenProposals, readProposal } from './proposals.ts';

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
    ...pageFields,
  }),
  output: z.strictObject({
    open: z.number().int().meta({ description: 'Conflicts that nobody has settled.' }),
    conflicts: z.array(conflictSchema),
    stuck: z.array(stuckSchema).meta({ description: 'Texts that cannot be mapped to the last version of their code.' }),
    notCompared: z.array(notComparedSchema).meta({ description: 'What of those cannot be compared with others.' }),
    next: nextField,
  }),
  run: async (context, { modification, provision, knownAt, ...page }) => {
    const asked = modification === null ? null : await readProposal(context, modification, knownAt);
    if (asked?.ok === false) return asked;
    const codes = asked === null ? await codesOf(context, knownAt) : [asked.value.state.content.code];
    const conflicts: z.infer<typeof conflictSchema>[] = [];
    const stuck: z.infer<typeof stuckSchema>[] = [];
    const left: z.infer<typeof notComparedSchema>[] = [];
    for (const code of codes) {
      const texts = await readOpenTexts(context, code, knownAt);
      if (!texts.ok) return texts;
      conflicts.push(...described(texts.value, modification, provision));
      stuck.push(...stuckOf(texts.value, modification));
      left.push(...notCompared(texts.value, modification));
    }
    const open = conflicts.filter((one) => one.resolutions.length === 0).length;
    // a conflict has no name of its own: its place is one in this list, as long as the list is
    const order = `place of ${conflicts.length} ${modification} ${provision}`;
    const paged = pageOf([...conflicts.entries()], page, order, ([place]) => [place]);
    if (!paged.ok) return paged;
    const rows = paged.value.rows.map(([, conflict]) => conflict);
    return done({ open, conflicts: rows, stuck, notCompared: left, next: paged.value.next });
  },
});

async function codesOf(context: Context, knownAt: Parameters<typeof readOpenProposals>[1]): Promise<readonly string[]> {
  const open = await readOpenProposals(context, knownAt);
  return [...new Set(open.map(({ state }) => state.content.code))];
}

/** The conflicts of open texts of one code, all or those of one modification or at one provision. */
export function described(texts: OpenTexts, modification: string | null, provision: string | null) {
  const at = provision === null ? null : findByReference(texts.last.text, provision);
  if (provision !== null && at === null) return [];
  const amendmentsOf = amendmentsIn(texts);
  const describe = describer(texts);
  return countConflicts(texts, modification)
    .filter(({ conflict }) => at === null || touchesProvision(placesOfConflict(conflict, amendmentsOf), at))
    .map((one) => {
      const known = told.get(one) ?? describe(one);
      told.set(one, known);
      return known;
    });
}

/** What was counted and has not changed since is described once. */
const told = new WeakMap<CountedConflict, z.infer<typeof conflictSchema>>();

function stuckOf({ history, open }: OpenTexts, modification: string | null) {
  return open.flatMap((one): z.infer<typeof stuckSchema>[] => {
    if (one.text.ok || (modification !== null && one.id !== modification)) return [];
    return [describeStuck(history, one, one.text)];
  });
}
