import { z } from 'zod';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { awaits, byTime, comingTo } from '../../core/modification/next/awaiting.ts';
import { knownAtField } from '../instruments.ts';
import { meetingActSchema } from '../meeting/meeting.schema.ts';
import { meetingActs } from '../meeting/meeting-acts.ts';
import { evidenceActSchema, evidenceDue } from '../obligation/evidence-due.ts';
import { type Context, done, operation, type Result } from '../operation.ts';
import { awaitedFor, type NamedAwaited } from './awaited.ts';
import { actsAt, type OpenActs, readOpenActs, standingAt } from './open-acts.ts';
import { modificationField, readProposal } from './proposals.ts';
import { nextActSchema } from './view.schema.ts';

const awaitingSchema = z.strictObject({
  who: z.string().meta({ description: 'Whom it is asked for, as a sentence names them.' }),
  coming: z
    .strictObject({ modification: z.string(), modificationTitle: z.string(), act: z.string(), from: daySchema })
    .nullable()
    .meta({ description: 'The step that a timetable plans for them first of those that wait for others.' }),
  drafts: z
    .array(z.strictObject({ modification: z.string(), against: z.string(), at: instantSchema }))
    .readonly()
    .meta({ description: 'Legal texts that they are drafting and have not put forward.' }),
});

/** What happens next, over the register or for one modification; all of it, or what awaits someone. */
export const whatsNext = operation({
  name: 'whats-next',
  room: 'modification',
  kind: 'read',
  summary: 'Says who does what by when, and on which clause, in one modification or in all that are open.',
  roles: 'anyone',
  input: z.strictObject({
    modification: modificationField.nullable().default(null),
    for: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .meta({ description: 'Only what awaits someone: "me", or a role, a body, a seat or a Party by id: panel.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({
    next: z
      .array(nextActSchema.safeExtend({ modification: z.string(), modificationTitle: z.string() }))
      .readonly()
      .meta({ description: 'Of one modification in the order of its process; of several by time, the overdue first.' }),
    meetings: z
      .array(meetingActSchema)
      .readonly()
      .meta({ description: 'What meetings wait for, and the actions that they placed; the overdue first.' }),
    evidence: z.array(evidenceActSchema).readonly().meta({
      description:
        'What a Party has still to show or is to show soon; only for its own people, and only as it stands now.',
    }),
    awaiting: awaitingSchema.nullable().meta({ description: 'Only when it is asked for someone.' }),
  }),
  run: async (context, { modification, for: asked, knownAt }) => {
    const read = await readActs(context, modification, knownAt);
    if (!read.ok) return read;
    const open = read.value;
    const bodies = open.flatMap(({ rules }) => rules.bodies);
    const known = bodies.length > 0 ? bodies : (await context.ports.rulebooks.shipped()).flatMap((one) => one.bodies);
    const who = asked === null ? null : await awaitedFor(context, asked, known);
    if (who?.ok === false) return who;
    const party = modification === null && knownAt === null ? (who?.value.party ?? null) : null;
    const evidence = party === null ? done([]) : await evidenceDue(context, party);
    if (!evidence.ok) return evidence;
    const next = open.flatMap((one) => actsFor(one, who?.value ?? null));
    return done({
      next: modification === null ? next.toSorted(byTime) : next,
      meetings: modification === null ? await meetingActs(context, knownAt, who?.value ?? null) : [],
      evidence: evidence.value,
      awaiting: who === null ? null : await awaitingOf(context, open, who.value),
    });
  },
});

async function readActs(
  context: Context,
  modification: string | null,
  knownAt: Parameters<typeof readOpenActs>[1],
): Promise<Result<readonly OpenActs[]>> {
  if (modification === null) return done(await readOpenActs(context, knownAt));
  const read = await readProposal(context, modification, knownAt);
  return read.ok ? done([{ ...read.value, acts: actsAt(read.value, knownAt ?? context.now) }]) : read;
}

function actsFor({ state, rules, acts }: OpenActs, who: NamedAwaited | null) {
  const { id, title } = state.content;
  const theirs = who === null ? acts : acts.filter((act) => awaits(act, state, rules, who));
  return theirs.map((act) => ({ ...act, modification: id, modificationTitle: title }));
}

async function awaitingOf(
  { ports, actor, today }: Context,
  open: readonly OpenActs[],
  who: NamedAwaited,
): Promise<z.output<typeof awaitingSchema>> {
  const coming = open.flatMap((one) => {
    const { state, rules } = one;
    const next = state.status === 'open' ? comingTo(state, rules, who, () => standingAt(one, today)) : null;
    if (next === null) return [];
    const { act, from } = next;
    return [{ modification: state.content.id, modificationTitle: state.content.title, act, from }];
  });
  const drafts = who.inSentence === 'you' ? await ports.store.drafts.list() : [];
  return {
    who: who.inSentence,
    coming: coming.toSorted((a, b) => a.from - b.from)[0] ?? null,
    drafts: drafts
      .filter(({ state, by }) => state === 'open' && by.id === actor.id)
      .map(({ modification, against, at }) => ({ modification, against, at })),
  };
}
