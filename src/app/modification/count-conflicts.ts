import { z } from 'zod';
import { printedWhereMet } from '../../core/code/both-in-force.ts';
import { conflictClassSchema } from '../../core/code/resolution.schema.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation } from '../operation.ts';
import { notComparedSchema } from './conflict.schema.ts';
import { countConflicts as counted, notCompared, onLast, readOpenTexts } from './open-texts.ts';
import { modificationField, readProposal } from './proposals.ts';

/** How many conflicts of a modification are not settled, and with whom: what its other pages say of them. */
export const countConflicts = operation({
  name: 'count-conflicts',
  room: 'modification',
  kind: 'read',
  summary: 'Counts the conflicts of a modification with others that are open: where they meet, and which are settled.',
  roles: 'anyone',
  input: z.strictObject({ modification: modificationField, knownAt: knownAtField }),
  output: z.strictObject({
    unsettled: z.array(
      z.strictObject({
        with: z.string().meta({ description: 'The other modification.' }),
        class: conflictClassSchema,
        reference: z.string().meta({ description: 'Where they meet, as printed.' }),
      }),
    ),
    settled: z.number().int(),
    stuckOver: z.string().nullable().meta({ description: 'Label of a published version that holds its text up.' }),
    notCompared: z.array(notComparedSchema).meta({ description: 'What of open texts cannot be compared with it.' }),
  }),
  run: async (context, { modification, knownAt }) => {
    const read = await readProposal(context, modification, knownAt);
    if (!read.ok) return read;
    const texts = await readOpenTexts(context, read.value.state.content.code, knownAt);
    if (!texts.ok) return texts;
    const { last, open } = texts.value;
    const text = open.find(({ id }) => id === modification)?.text;
    const amending = (id: string) => {
      const one = open.find((each) => each.id === id)?.text;
      return one === undefined ? [] : [{ amendments: onLast(one) }];
    };
    const met = counted(texts.value, modification);
    return done({
      unsettled: met
        .filter(({ settled }) => settled.length === 0)
        .map(({ conflict: { class: kind, provision, one, other } }) => ({
          with: one.modification === modification ? other.modification : one.modification,
          class: kind,
          reference: printedWhereMet(last.text, amending(one.modification), provision, one.subject),
        })),
      settled: met.filter(({ settled }) => settled.length > 0).length,
      stuckOver: text === undefined || text.ok ? null : text.over.label,
      notCompared: notCompared(texts.value, modification),
    });
  },
});
