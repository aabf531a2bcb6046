import { z } from 'zod';
import { wordingSchema } from '../../core/code/amendment.schema.ts';
import { type ContingentDraft, contingentDraft, mergedAt } from '../../core/code/contingent-draft.ts';
import { conflictClassSchema, keptResolutionSchema } from '../../core/code/resolution.schema.ts';
import { kindsThatSettle } from '../../core/code/resolution.ts';
import { noContingent, writeOrder } from '../../core/code/resolution-words.ts';
import { findById, referenceOf } from '../../core/code/tree.ts';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { storedResolutionSchema } from '../../core/modification/proposal.schema.ts';
import type { ProposalEvent, StoredResolution } from '../../core/modification/proposal.ts';
import { type Context, done, operation } from '../operation.ts';
import type { RecordedEvent } from '../ports.ts';
import { bothOf, bothSchema } from './both-orders.ts';
import { conflictSchema } from './conflict.schema.ts';
import { type AskedConflict, type Meeting, type MeetingText, readMeeting } from './meeting.ts';
import { modificationField, readProposal, streamOf } from './proposals.ts';

const met = z
  .array(z.strictObject({ one: z.string(), other: z.string() }))
  .readonly()
  .meta({ description: 'What each makes of words that both change and that were put together: to be looked at.' });

const earlierSchema = storedResolutionSchema.extend({
  keptBy: z.string().meta({ description: 'The modification that keeps it.' }),
  recordedAt: instantSchema,
});

/** How an operation asks which conflict it is about. */
export const conflictFields = {
  modification: modificationField,
  with: keptResolutionSchema.shape.with,
  class: conflictClassSchema,
  provision: keptResolutionSchema.shape.provision,
};

/** One conflict with what settling it can start from: the orders, both changes put together, and contingent texts. */
export const showConflict = operation({
  name: 'show-conflict',
  room: 'modification',
  kind: 'read',
  summary:
    'Shows one conflict with drafts of what can settle it, what follows as it stands, and what was settled before.',
  roles: 'anyone',
  input: z.strictObject(conflictFields),
  output: z.strictObject({
    conflict: conflictSchema,
    modification: z.string(),
    with: z.string(),
    stuckOver: z.string().nullable().meta({ description: 'Label of the version that the other has become.' }),
    proposers: z.array(z.string()).readonly().meta({ description: 'Whose parties can settle it, by id.' }),
    both: z.array(bothSchema).meta({ description: 'What the two come to as it stands, in either order.' }),
    orders: z.array(z.strictObject({ first: z.string(), means: z.string() })),
    merged: z.strictObject({ from: wordingSchema, to: wordingSchema, met }).nullable(),
    contingent: z
      .array(
        z.strictObject({
          modification: z.string().meta({ description: 'Whose legal text it would be.' }),
          on: z.string().meta({ description: 'The other, when that is in force before.' }),
          met,
          provisions: z.array(
            z.strictObject({
              id: z.string(),
              reference: z.string(),
              number: z.string().nullable(),
              heading: z.string().nullable(),
              text: z.string(),
              before: z.string().nullable().meta({ description: 'How it reads with the other in force alone.' }),
            }),
          ),
        }),
      )
      .meta({
        description:
          'Per modification: the provisions at which they meet, as a first draft. None where one takes effect in parts.',
      }),
    noContingent: z
      .string()
      .nullable()
      .meta({ description: 'Why there is no contingent text and what can be settled instead; null where there is.' }),
    earlier: z.array(earlierSchema).meta({ description: 'All that was ever settled of it, first recorded first.' }),
  }),
  run: async (context, asked) => {
    const read = await readMeeting(context, asked);
    if (!read.ok) return read;
    const meeting = read.value;
    const { described, base, own, other, stuckOver } = meeting;
    const kinds = kindsThatSettle(described.class, meeting.inParts !== null);
    const here = findById(base, described.provision);
    const merged = kinds.includes('merged-text')
      ? mergedAt(base, described.provision, own.amendments, other.amendments)
      : null;
    const pair = [own, other];
    return done({
      conflict: described,
      modification: own.reference,
      with: other.reference,
      stuckOver,
      proposers: await proposersOf(context, pair),
      both: bothOf(meeting, meeting.resolutions),
      orders: kinds.includes('order') ? pair.map(({ reference }) => orderOf(meeting, reference)) : [],
      merged:
        merged === null || here === null
          ? null
          : { from: { heading: here.heading, text: here.text }, to: merged.wording, met: merged.met },
      contingent: pair
        .filter((one) => kinds.includes('contingent') && (one === own || stuckOver === null))
        .map((one) => contingentOf(one, one === own ? other : own, contingentFor(meeting, one))),
      noContingent: meeting.inParts === null ? null : noContingent(described.class, meeting.inParts),
      earlier: await earlierOf(context, asked),
    });
  },
});

/** The first draft of a contingent text of one of the two. */
export function contingentFor({ base, own, other, resolutions, at }: Meeting, whose: MeetingText): ContingentDraft {
  const settled = resolutions.filter(({ resolution }) => resolution.kind !== 'contingent');
  const theirs = whose === own ? other : own;
  return contingentDraft(base, whose.reference, whose.amendments, theirs.amendments, settled, at);
}

function contingentOf(whose: MeetingText, on: MeetingText, { before, suggested, at, met: words }: ContingentDraft) {
  const provisions = at.flatMap((id) => {
    const found = findById(suggested, id);
    if (found === null) return [];
    const { number, heading, text } = found;
    return [
      {
        id,
        reference: referenceOf(suggested, id) ?? id,
        number,
        heading,
        text,
        before: findById(before, id)?.text ?? null,
      },
    ];
  });
  return { modification: whose.reference, on: on.reference, met: words, provisions };
}

function orderOf({ own, other, described }: Meeting, first: string) {
  const second = first === own.reference ? other.reference : own.reference;
  return { first, means: writeOrder(described.class, first, second) };
}

async function proposersOf(context: Context, pair: readonly MeetingText[]): Promise<readonly string[]> {
  const read = await Promise.all(pair.map(({ reference }) => readProposal(context, reference, null)));
  return read.flatMap((one) => (one.ok ? [one.value.state.content.proposer.id] : []));
}

async function earlierOf({ ports }: Context, asked: AskedConflict) {
  const pair = [asked.modification, asked.with];
  const kept = await Promise.all(
    pair.map(async (keptBy) => {
      const recorded = (await ports.store.read(streamOf(keptBy), null)) as readonly RecordedEvent<ProposalEvent>[];
      return recorded.flatMap(({ event, recordedAt, position }) => {
        if (event.type !== 'conflict-resolved') return [];
        const { type: _, ...stored } = event;
        return isOf(stored, asked, pair) ? [{ position, kept: { ...stored, keptBy, recordedAt } }] : [];
      });
    }),
  );
  return kept
    .flat()
    .toSorted((a, b) => a.position - b.position)
    .map((one) => one.kept);
}

function isOf(stored: StoredResolution, asked: AskedConflict, pair: readonly string[]): boolean {
  return pair.includes(stored.with) && stored.class === asked.class && stored.provision === asked.provision;
}
