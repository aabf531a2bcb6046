import { z } from 'zod';
import type { CodeText } from '../../core/code/provision.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import { fateOf, obligationChangeFaults } from '../../core/modification/obligations/check-obligation-changes.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { obligationChangeSchema } from '../../core/obligation/obligation-change.schema.ts';
import type { ObligationChange } from '../../core/obligation/obligation-change.ts';
import { concerns, partySubject } from '../../core/obligation/subject.ts';
import { done, operation } from '../operation.ts';
import { openDraftOf } from './drafts.ts';
import { type ObligationGround, readObligationGround } from './obligation-changes.ts';
import { modificationField } from './proposals.ts';

const listedSchema = z.strictObject({ id: z.string(), title: z.string() });

/** What a modification does to obligations, checked against its amended text, with whom each change touches. */
export const showObligationChanges = operation({
  name: 'show-obligation-changes',
  room: 'modification',
  kind: 'read',
  summary:
    'Shows what a modification does to obligations and whom that touches, and what it leaves unsaid of the text that it amends.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField,
    text: z.enum(['put-forward', 'draft']).default('put-forward').meta({
      description:
        'The text that it is checked against: the one put forward last, or the working draft for who may draft it.',
    }),
  }),
  output: z.strictObject({
    changes: z.array(
      z.strictObject({
        change: obligationChangeSchema,
        title: z.string(),
        provision: z.string(),
        parties: z.array(z.string()).meta({ description: 'Parties (by name) that bear it before or after.' }),
        groups: z.int().meta({ description: 'Groups of systems that it is about, of those parties.' }),
      }),
    ),
    wordings: z.array(wordingsSchema),
    faults: z
      .array(z.strictObject({ obligation: z.string(), provision: z.string(), sentence: z.string() }))
      .meta({ description: 'What nothing is said of, and changes whose provision the amended text does not have.' }),
    obligations: z
      .array(listedSchema.extend({ provision: z.string(), fate: z.enum(['same', 'amended', 'taken-out']).nullable() }))
      .meta({ description: 'What can be chosen, with what the text does to its provision.' }),
    events: z.array(listedSchema),
    categories: z.array(listedSchema),
  }),
  run: async (context, { modification, text }) => {
    const read = await readObligationGround(context, modification);
    if (!read.ok) return read;
    const ground = read.value;
    const { content } = ground.proposal.state;
    const draft = text === 'draft' ? await openDraftOf(context, modification) : null;
    if (draft !== null && !draft.ok) return draft;
    const texts = draft === null ? ground.texts : { before: draft.value.version.text, after: draft.value.drafted };
    const { obligations, factKinds, categories } = ground;
    return done({
      changes: content.obligations.map((change) => described(change, ground)),
      wordings: content.wordings as never,
      faults:
        texts === null
          ? []
          : obligationChangeFaults({ instrument: content.code, ...texts, obligations, changes: content.obligations }),
      obligations: obligations
        .filter(({ instrument }) => instrument === content.code)
        .map((one) => ({ id: one.id, title: one.title, provision: one.provision, fate: fateIn(one, texts) })),
      events: factKinds.filter(({ type }) => type === 'event').map(({ id, title }) => ({ id, title })),
      categories: categories.map(({ id, title }) => ({ id, title })),
    });
  },
});

function fateIn(obligation: Obligation, texts: { readonly before: CodeText; readonly after: CodeText } | null) {
  return texts === null ? null : fateOf(obligation, texts);
}

/** A change with whom it touches: whoever bears the obligation before it or after it. */
function described(change: ObligationChange, { obligations, estate }: ObligationGround) {
  const before = obligations.find(({ id }) => id === change.obligation);
  const after =
    change.kind === 'add'
      ? { ...change.duty, id: change.obligation }
      : change.kind === 'amend' && before !== undefined
        ? { ...before, ...change.fields }
        : before;
  const versions = [before, after].filter((one) => one !== undefined);
  const bearing = estate.parties.filter(({ category }) => versions.some(({ bearers }) => bearers.includes(category)));
  const borne = new Set(bearing.map(({ id }) => id));
  const groups = estate.groups.filter(
    (group) => borne.has(group.supplier) && versions.some((one) => concerns(one, group)),
  );
  // as in the effect: of a duty about systems whoever operates none of them is not touched
  const operating = new Set(groups.map(({ supplier }) => supplier));
  const parties = bearing.filter(
    (party) => operating.has(party.id) || versions.some((one) => concerns(one, partySubject(party))),
  );
  return {
    change,
    title: after?.title ?? change.obligation,
    provision: after?.provision ?? '',
    parties: change.kind === 'confirm' ? [] : parties.map(({ name }) => name),
    groups: change.kind === 'confirm' ? 0 : groups.length,
  } as never;
}
