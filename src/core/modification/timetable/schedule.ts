import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { dayOfInstant, type Instant, instantOn } from '../../kernel/instant.ts';
import type { Rejection } from '../../kernel/rejection.ts';
import { rejection } from '../../kernel/rejection.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalContext, ProposalRules, TimedRules } from '../context.ts';
import { canBeRepeated } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { closingOn, dayBefore, nextWorkingDay, numberOf } from './period.ts';
import { heldTimetable, plannedFor } from './timetable.ts';

/** When a step is to be done, as far as the timetable says or lets be worked out. */
export interface Schedule {
  readonly from: Day | null;
  /** The latest instant planned or wanted. */
  readonly until: Instant | null;
  /** Where that comes from, in words: `before the Panel of 12 October 2018`; null when the timetable itself says it. */
  readonly timing: string | null;
}

const UNSCHEDULED: Schedule = { from: null, until: null, timing: null };

/** A step's planned day, or that of the step with which the profile lets it go; nothing for a step without either. */
export function scheduleOf(step: Step, life: ProposalLife, rules: ProposalRules): Schedule {
  const own = plannedFor(step.id, life, rules.profile);
  if (own !== null) {
    const rested = life.holds.some(({ from, to }) => to !== null && from <= own.to && own.to < to);
    if (!rested) return { from: own.from, until: closingOn(step.clock, own.to), timing: null };
    return { ...UNSCHEDULED, timing: `planned for ${writeDay(own.to)}, which went by while the proposal was on hold` };
  }
  const other = rules.profile.steps.find((one) => one.id === step.dayOf?.step);
  const planned = other && plannedFor(other.id, life, rules.profile);
  if (!other || !planned) return UNSCHEDULED;
  const meeting = `${rolesInSentence(other.by, rules.bodies)} of ${writeDay(planned.from)}`;
  const { lead } = step.dayOf ?? {};
  if (lead === undefined) {
    return { from: planned.from, until: closingOn(step.clock, planned.to), timing: `with ${meeting}` };
  }
  const timing = `before ${meeting}`;
  const least = numberOf(lead.workingDays, life, rules);
  const wanted = least && dayBefore(lead.calendar, planned.from, least.workingDays, rules);
  if (least === null || wanted === null) return { from: null, until: instantOn(planned.from, '00:00'), timing };
  const { certainty } = least.citation;
  const source = certainty === 'stated' ? '' : ` (${certainty === 'public' ? 'public source' : certainty})`;
  return {
    from: null,
    until: closingOn(null, wanted),
    timing: `${timing}; wanted ${least.workingDays} Working Days before it, by ${writeDay(wanted)}${source}`,
  };
}

/** Acts that are refused before their planned day. */
const ON_ITS_DAY: readonly string[] = ['make-determination', 'open-ballot'];

/** Whether an act can be done only from its planned day on, and that day has not come. */
export function isAhead(
  { operation, from }: { readonly operation: string | null; readonly from: Day | null },
  today: Day,
): boolean {
  return operation !== null && ON_ITS_DAY.includes(operation) && from !== null && today < from;
}

/** The refusal of an act before its planned day, with that day and who can vary it; null when the day has come. */
export function beforeItsDay(step: Step, life: ProposalLife, context: ProposalContext): Rejection | null {
  const { from } = scheduleOf(step, life, context);
  if (from === null || context.today >= from) return null;
  const sentence = `${timetableWords(life, context)} plans "${step.title}" for ${writeDay(from)}; ${whoVaries(life, context)}.`;
  const waiting = { who: 'the clock', by: `reach ${writeDay(from)}`, until: instantOn(from, '00:00') };
  const unblock = [waiting, ...varying(life, context).map((one) => ({ ...one, until: null }))];
  return rejection('too-early', sentence, { citation: settledAt(life, context)?.citation ?? step.citation, unblock });
}

/** `The timetable that the Panel agreed`, at the start of a sentence. */
export function timetableWords(life: ProposalLife, rules: ProposalRules): string {
  const step = settledAt(life, rules);
  const { standing } = heldTimetable(life, rules.profile);
  if (step === null) return 'The proposed timetable';
  return `The timetable that ${rolesInSentence(step.by, rules.bodies)} ${standing === 'set' ? 'set' : 'agreed'}`;
}

/** Who can vary the timetable that holds, inside a sentence. */
export function whoVaries(life: ProposalLife, rules: ProposalRules): string {
  const [first] = varying(life, rules);
  if (first !== undefined) return `${first.who} can ${first.by}`;
  return settledAt(life, rules) === null ? 'it waits for its answer' : 'no further step of this process varies it';
}

/** The step that gave the timetable its standing; null while it is only proposed. */
export function settledAt(life: ProposalLife, { profile }: ProposalRules): Step | null {
  const { by } = heldTimetable(life, profile);
  return profile.steps.find((step) => step.id === by) ?? null;
}

/** Steps that can be done again to set another timetable. */
function varying(
  life: ProposalLife,
  { profile, bodies }: ProposalRules,
): readonly { readonly who: string; readonly by: string }[] {
  return profile.steps
    .filter((step) => step.carriesTimetable && canBeRepeated(step, life))
    .map((step) => ({ who: rolesInSentence(step.by, bodies), by: `${step.act} again` }));
}

/** When a vote that is opened now closes: as planned, where that is still to come, or at the next closing time; null when it has to be told. */
export function closingIfOpened(step: Step, life: ProposalLife, rules: TimedRules): Instant | null {
  const planned = plannedFor(step.id, life, rules.profile);
  if (planned !== null && closingOn(step.clock, planned.to) > rules.now) return closingOn(step.clock, planned.to);
  if (step.clock === null) return null;
  const today = dayOfInstant(rules.now);
  for (const after of [today, addDays(today, 1)]) {
    const on = nextWorkingDay(step.clock, after, rules);
    if (on !== null && closingOn(step.clock, on) > rules.now) return closingOn(step.clock, on);
  }
  return null;
}
