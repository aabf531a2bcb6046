import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { addDays, type Day, writeDay } from '../../core/kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { implementationOf } from '../../core/modification/implementation/implementation.ts';
import { statusOf } from '../../core/modification/profile/net.ts';
import { rests } from '../../core/modification/resting.ts';
import { nextDue } from '../../core/modification/settle.ts';
import { liveTimetable } from '../../core/modification/timetable/timetable.ts';
import { type ReadProposal, readOpenProposals, settleProposal } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { checkpointWhenDue } from './checkpoint-when-due.ts';

/** When people start on a planned day; a convenience of the demonstration, no rule. */
const MORNING = '09:00';

/** Ten years in days; a guard of the demonstration against a slip of the hand, no rule. */
const FARTHEST = 3653;

/** Moves the clock of a demonstration, and lets happen what time brings about. */
export const advanceClock = operation({
  name: 'advance-clock',
  room: 'record',
  kind: 'write',
  summary: 'Moves the case clock to an instant, or to the next step of any modification, and settles what time closes.',
  roles: 'anyone',
  input: z.strictObject({
    to: instantSchema.nullable().default(null),
    toNext: z.boolean().default(false).meta({ description: 'Go to the next planned day, closing or end of a window.' }),
  }),
  output: z.strictObject({
    now: instantSchema,
    happened: z.array(z.strictObject({ modification: z.string(), events: z.array(z.string()) })),
  }),
  run: async (context, { to, toNext }) => {
    const { clock } = context.ports;
    if (clock.kind === 'real') {
      return refuse(rejection('clock-is-real', 'This record runs on the real clock, which nobody can advance.'));
    }
    const open = await readOpenProposals(context, null);
    const target = to ?? (toNext ? nextInstant(open, context.now) : null);
    if (target === null && toNext) {
      return refuse(rejection('nothing-next', 'No modification has a next step with a day; name an instant to go to.'));
    }
    if (target === null) {
      return refuse(rejection('input-invalid', 'Expected an instant, or the next step.', { place: { field: 'to' } }));
    }
    if (target < context.now) {
      const sentence = `The clock stands at ${context.now} and goes only forward.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'to' } }));
    }
    const last = lastDayPossible(open, context.today);
    if (dayOfInstant(target) > last) {
      const sentence = `The clock can go as far as ${writeDay(last)}, the last day that the calendars cover within ten years; ${target} is later.`;
      return refuse(rejection('input-invalid', sentence, { place: { field: 'to' } }));
    }
    await clock.advanceTo(target);
    const later = { ...context, now: target, today: dayOfInstant(target) };
    const happened: { modification: string; events: string[] }[] = [];
    for (const { state } of open) {
      const settled = await settleProposal(later, state.content.id);
      if (!settled.ok) return settled;
      const events = settled.value.events.map((event) => event.type);
      if (events.length > 0) happened.push({ modification: state.content.id, events });
    }
    await checkpointWhenDue(context.ports);
    return done({ now: target, happened });
  },
});

/** The last day to which the clock may go: within ten years, and while every calendar of an open proposal has an answer. */
function lastDayPossible(open: readonly ReadProposal[], today: Day): Day {
  const covered = open.flatMap(({ rules }) => rules.calendars.map((calendar) => addDays(calendar.until, -1)));
  return Math.min(addDays(today, FARTHEST), ...covered) as Day;
}

/** The first instant after now at which a step is planned, closes by itself, or takes effect. */
function nextInstant(open: readonly ReadProposal[], now: Instant): Instant | null {
  const instants = open.flatMap(({ state, rules }) => {
    if (rests(state)) return [nextDue(state, rules) ?? []].flat();
    const planned = liveTimetable(state, rules.profile).steps.filter(({ step: id }) => {
      const step = rules.profile.steps.find((one) => one.id === id);
      const kind = step && statusOf(step, state, rules.profile).kind;
      return kind === 'open' || kind === 'waiting';
    });
    const { day } = implementationOf(state, rules.profile);
    const days = [...planned.map(({ from }) => from), ...(day === null ? [] : [day])];
    return [...days.map((on) => instantOn(on, MORNING)), nextDue(state, rules) ?? []].flat();
  });
  return instants.filter((at) => at > now).toSorted()[0] ?? null;
}
