import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { MOST_LENGTH } from '../../core/obligation/duty-fault.ts';
import { obligationSchema } from '../../core/obligation/obligation.schema.ts';
import { isReword, type ObligationChange } from '../../core/obligation/obligation-change.ts';
import { operation, refuse } from '../operation.ts';
import { changeOf } from './change-of.ts';
import { readObligationGround } from './obligation-changes.ts';
import { actOnProposal, modificationField, SIGNED_IN } from './proposals.ts';
import { modificationViewSchema } from './view.schema.ts';

const optional = (description: string) => z.string().min(1).nullable().default(null).meta({ description });
const { modality, each, fuel } = obligationSchema.shape;

/** What is said of one obligation. A field that is left out stays as it is. */
export const draftedChangeFields = {
  obligation: z.string().min(1).meta({
    description: 'Obligation by id; of a new one, the id that it gets: lower-case words joined by hyphens.',
  }),
  kind: z
    .enum(['reword', 'add', 'amend', 'repeal', 'confirm'])
    .meta({ description: 'What happens to it: other words, a new one, owed otherwise, gone, or confirmed to stay.' }),
  reasons: optional('Why it stays as it is, of one that is confirmed.'),
  words: optional('Title of the words that it bears from then on, of one that is reworded or new.'),
  bindsFrom: optional('Event from which those words bind; left out, from when they are in force.'),
  otherwiseFrom: optional('Event from which they bind by another reading, where they can be read in two ways.'),
  title: optional('Title of a new one.'),
  provision: optional('Provision that it stands in, by its printed reference.'),
  object: optional('What must be done, in our words.'),
  bearers: z
    .array(z.string().min(1))
    .min(1, { error: 'nobody bears it; expected at least one party category, or the field left out' })
    .nullable()
    .default(null)
    .meta({ description: 'Party categories (by id) that bear it.' }),
  modality: modality.nullable().default(null),
  each: each.nullable().default(null).meta({ description: 'What it is quantified over.' }),
  fuel: fuel.default(null).meta({ description: 'The fuel to whose systems alone it applies.' }),
  standard: optional('How well it must be done.'),
  judgementWords: optional('Words in it that people judge, one thing a line.'),
  condition: optional('It binds only while this holds: a condition in the subset of CEL.'),
  due: z
    .enum(['within', 'every'])
    .nullable()
    .default(null)
    .meta({ description: 'Whether it is due within a time after an event, or again and again.' }),
  dueAfter: optional('Event after which it is due.'),
  dueCount: z
    .int()
    .min(1)
    .nullable()
    .default(null)
    .meta({
      description: `Within how many days (at most ${MOST_LENGTH.days}), or every how many months (at most ${MOST_LENGTH.months}).`,
    }),
  dueUnit: z.enum(['days', 'working-days', 'months']).default('working-days'),
  graceCount: z
    .int()
    .min(0)
    .nullable()
    .default(null)
    .meta({ description: 'How long after the end of each period it may still be done.' }),
  graceUnit: z.enum(['days', 'working-days', 'months']).default('working-days'),
  dueFrom: daySchema.nullable().default(null).meta({ description: 'First day of the first period.' }),
  assuredBy: optional('Body (by id) that assures it.'),
  breach: optional('What follows from breach.'),
  evidence: optional('What shows that it is done, one thing a line.'),
  relations: optional(
    'How it stands to other provisions, one thing a line: subject to G3.27; of another instrument, subject to gas-supply-licence: 46.',
  ),
  countsDevices: z
    .boolean()
    .nullable()
    .default(null)
    .meta({ description: 'Whether the SMETS1 Devices of the systems that it binds count towards an assessment.' }),
  assessableAfter: optional('Events (by id) that come before compliance can be assessed, one thing a line, in order.'),
  covers: optional('Obligations (by id) of other instruments that it stands in for, one thing a line.'),
  clear: z
    .array(
      z.enum([
        ...(['standard', 'condition', 'due', 'assuredBy', 'breach', 'fuel'] as const),
        ...(['judgementWords', 'relations', 'assessableAfter', 'covers'] as const),
      ]),
    )
    .default([])
    .meta({ description: 'Fields of an amended one that it no longer has.' }),
};

/** One change as it is drafted. */
export type DraftedChange = z.output<z.ZodObject<typeof draftedChangeFields>>;

/** The proposer says what the modification does to one obligation, in place of what was said of it before. */
export const draftObligationChange = operation({
  name: 'draft-obligation-change',
  room: 'modification',
  kind: 'write',
  summary:
    'Says what a modification does to an obligation: other words, a new one, owed otherwise, repealed, or confirmed to stay.',
  roles: SIGNED_IN,
  takesText: true,
  input: z.strictObject({ modification: modificationField, ...draftedChangeFields }),
  output: modificationViewSchema,
  run: async (context, { modification, ...drafted }) => {
    const read = await readObligationGround(context, modification);
    if (!read.ok) return read;
    const { content } = read.value.proposal.state;
    const made = changeOf(drafted, read.value);
    if (!made.ok) return refuse(rejection('input-invalid', made.sentence, { place: { field: made.field } }));
    const others = content.obligations.filter((one) => one.obligation !== drafted.obligation);
    const obligations = [...others, made.change];
    const kept = wordingsLeft(content.wordings, obligations).filter(({ id }) => id !== made.wording?.id);
    const wordings = made.wording === null ? kept : [...kept, made.wording];
    return actOnProposal(context, modification, { type: 'draft-obligations', obligations, wordings });
  },
});

/** The wordings of a modification that its changes still name. */
export function wordingsLeft(wordings: readonly Wordings[], changes: readonly ObligationChange[]): readonly Wordings[] {
  const named = changes.flatMap((change) => {
    if (change.kind === 'add') return [change.duty.wording];
    return isReword(change) ? [change.to] : [];
  });
  return wordings.filter(({ id }) => named.includes(id));
}
