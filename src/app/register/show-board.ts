import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { once } from '../../core/kernel/once.ts';
import { currentHold } from '../../core/modification/hold/hold.ts';
import { awaits, byTime } from '../../core/modification/next/awaiting.ts';
import { firstAct, RISKS, slackOf } from '../../core/modification/next/slack.ts';
import { standingOf, URGENCIES } from '../../core/modification/standing.ts';
import { awaitedFor, type NamedAwaited } from '../modification/awaited.ts';
import { type OpenActs, readOpenActs } from '../modification/open-acts.ts';
import { nextActSchema } from '../modification/view.schema.ts';
import { type Context, done, operation } from '../operation.ts';

/** By what a board can be in order. */
export const BOARD_ORDERS = ['due', 'risk', 'id', 'title', 'who'] as const;

const itemSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  code: z.string(),
  stage: z.string(),
  path: z.string(),
  urgency: z.enum(URGENCIES),
  next: nextActSchema.nullable().meta({ description: 'What it waits for first; null where nobody can do anything.' }),
  others: z.number().int().meta({ description: 'How many other acts must be done.' }),
  risk: z.enum(RISKS),
  workingDays: z.number().int().nullable().meta({ description: 'Working Days left; below 0 once it is late.' }),
  slack: z.string().meta({ description: 'The same in words.' }),
});

/** Every open modification as its administrator sees it: stage, next step, who holds it, and whether it comes too late. */
export const showBoard = operation({
  name: 'show-board',
  room: 'register',
  kind: 'read',
  summary:
    'Shows every open modification with its stage, its next step, who holds it, and the risk that it comes too late.',
  roles: 'anyone',
  input: z.strictObject({
    words: z.string().max(200).default('').meta({ description: 'Part of an identifier or a title.' }),
    who: z
      .string()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .meta({ description: 'Only what awaits someone: "me", or a role, a body, a seat or a Party by id.' }),
    risk: z.enum(RISKS).nullable().default(null).meta({ description: 'Only those at this risk.' }),
    stage: z.string().min(1).nullable().default(null).meta({ description: 'Only those in this stage, by id.' }),
    path: z.string().min(1).nullable().default(null).meta({ description: 'Only those on this path, by title.' }),
    sort: z.enum(BOARD_ORDERS).default('due').meta({ description: 'The order of the items.' }),
  }),
  output: z.strictObject({
    now: instantSchema,
    open: z.number().int().meta({ description: 'Open modifications, those left out counted in.' }),
    stages: z
      .array(z.strictObject({ code: z.string(), id: z.string(), number: z.string(), title: z.string() }))
      .meta({ description: 'The stages that open modifications can be in, in the order of their process.' }),
    risks: z
      .array(z.strictObject({ risk: z.enum(RISKS), count: z.number().int() }))
      .meta({ description: 'How many of those shown are at which risk.' }),
    items: z.array(itemSchema),
  }),
  run: async (context, { words, who, risk, stage, path, sort }) => {
    const open = (await readOpenActs(context, null)).filter(({ state }) => state.status === 'open');
    const bodies = open.flatMap(({ rules }) => rules.bodies);
    const asked = who === null ? null : await awaitedFor(context, who, bodies);
    if (asked?.ok === false) return asked;
    const sought = words.trim().toLowerCase();
    const items = open
      .filter((one) => asked === null || isHeldBy(one, asked.value))
      .map((one) => itemOf(one, context))
      .filter((item) => `${item.id} ${item.title}`.toLowerCase().includes(sought))
      .filter((item) => stage === null || item.stage === stage)
      .filter((item) => path === null || item.path === path);
    const shown = items.filter((item) => risk === null || item.risk === risk).toSorted(COMPARE[sort]);
    return done({
      now: context.now,
      open: open.length,
      stages: stagesOf(open),
      risks: RISKS.map((one) => ({ risk: one, count: items.filter((item) => item.risk === one).length })),
      items: shown,
    });
  },
});

type Item = z.output<typeof itemSchema>;

const COMPARE: Record<(typeof BOARD_ORDERS)[number], (one: Item, other: Item) => number> = {
  due: compareDue,
  risk: (one, other) => RISKS.indexOf(one.risk) - RISKS.indexOf(other.risk) || compareDue(one, other),
  id: (one, other) => (one.id < other.id ? -1 : 1),
  title: (one, other) => (one.title < other.title ? -1 : 1),
  who: (one, other) => {
    const [name, beside] = [one.next?.who ?? '', other.next?.who ?? ''];
    return name === beside ? compareDue(one, other) : name < beside ? -1 : 1;
  },
};

function compareDue(one: Item, other: Item): number {
  if (one.next === null || other.next === null) return one.next === other.next ? 0 : one.next === null ? 1 : -1;
  return byTime(one.next, other.next);
}

/** Where an unchanged proposal stands is worked out once. */
const standing = once(standingOf);

function itemOf({ state, rules, acts }: OpenActs, { now }: Context): Item {
  const { stage, path, urgency } = standing(state, rules.profile);
  const next = firstAct(acts);
  const calendar = rules.calendars.find(({ id }) => id === calendarOf(rules.profile)) ?? rules.calendars[0] ?? null;
  const { risk, workingDays, sentence } = slackOf(next, now, calendar, currentHold(state));
  const due = acts.filter((act) => act.operation !== null && !act.optional).length;
  return {
    ...{ id: state.content.id, title: state.content.title, code: state.content.code, stage, path, urgency, next },
    ...{ others: Math.max(0, due - 1), risk, workingDays, slack: sentence },
  };
}

function calendarOf({ steps }: OpenActs['rules']['profile']): string | undefined {
  return steps.find((step) => step.clock !== null)?.clock?.calendar;
}

function isHeldBy({ state, rules, acts }: OpenActs, who: NamedAwaited): boolean {
  return acts.some((act) => !act.optional && awaits(act, state, rules, who));
}

function stagesOf(open: readonly OpenActs[]) {
  const stages = open.flatMap(({ state, rules }) =>
    rules.profile.stages.map(({ id, number, title }) => ({ code: state.content.code, id, number, title })),
  );
  const known = new Map(stages.map((one) => [`${one.code}/${one.id}`, one]));
  return [...known.values()].toSorted((a, b) =>
    a.code === b.code ? (a.number < b.number ? -1 : 1) : a.code < b.code ? -1 : 1,
  );
}
