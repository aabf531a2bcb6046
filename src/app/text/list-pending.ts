import { z } from 'zod';
import { placesOfConflict } from '../../core/code/conflict.ts';
import { placesOf } from '../../core/code/footprint.ts';
import { walk } from '../../core/code/tree.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { instrumentField, knownAtField } from '../instruments.ts';
import { amendmentsIn, countConflicts, onLast, readOpenTexts } from '../modification/open-texts.ts';
import { done, operation } from '../operation.ts';

/** Every provision of a code that open modifications would change: what a reader of the whole text is shown beside it. */
export const listPending = operation({
  name: 'list-pending',
  room: 'text',
  kind: 'read',
  summary: 'Lists the provisions of a code that open modifications would change, and where those are in conflict.',
  roles: 'anyone',
  input: z.strictObject({ instrument: instrumentField, knownAt: knownAtField, ...pageFields }),
  output: z.strictObject({
    provisions: z.array(
      z.strictObject({
        provision: z
          .string()
          .meta({ description: 'By id in the last version; what is inserted counts at its parent.' }),
        modifications: z.array(z.string()),
        conflicts: z.number().int().meta({ description: 'Conflicts there that nobody has settled.' }),
      }),
    ),
    next: nextField,
  }),
  run: async (context, { instrument, knownAt, ...asked }) => {
    const read = await readOpenTexts(context, instrument, knownAt);
    if (!read.ok) return read;
    const { last, open } = read.value;
    const modifications = new Map<string, Set<string>>();
    for (const { id, text } of open) {
      for (const amendment of onLast(text)) {
        for (const provision of placesOf(amendment)) {
          modifications.set(provision, (modifications.get(provision) ?? new Set()).add(id));
        }
      }
    }
    const conflicts = new Map<string, number>();
    const amendmentsOf = amendmentsIn(read.value);
    for (const { conflict, settled } of countConflicts(read.value, null)) {
      if (settled.length > 0) continue;
      for (const id of placesOfConflict(conflict, amendmentsOf)) {
        conflicts.set(id, (conflicts.get(id) ?? 0) + 1);
      }
    }
    const provisions = walk(last.text).flatMap(({ provision: { id } }, place) => {
      const by = modifications.get(id);
      const count = conflicts.get(id) ?? 0;
      if (by === undefined && count === 0) return [];
      return [{ place, row: { provision: id, modifications: [...(by ?? [])].toSorted(), conflicts: count } }];
    });
    // places are those of one version, so that no page of another goes on from them
    const page = pageOf(provisions, asked, `place in ${last.label}`, ({ place }) => [place]);
    if (!page.ok) return page;
    return done({ provisions: page.value.rows.map(({ row }) => row), next: page.value.next });
  },
});
