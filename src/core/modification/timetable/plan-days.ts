import { namesIn } from '../../kernel/condition.ts';
import { addDays, type Day, writeDay } from '../../kernel/day.ts';
import { findWorkingDay } from '../../kernel/working-days.ts';
import type { ProposalRules } from '../context.ts';
import { APPROVAL } from '../implementation/implementation.ts';
import { unfold } from '../profile/outcomes.ts';
import type { Profile, Step } from '../profile/profile.ts';
import { nextMeetingForPapers, nextMeetingOf } from './meeting-days.ts';
import { lastDayOf, numberOf, type Period } from './period.ts';
import { type Placed, type Placing, workingDayOnOrAfter } from './placing.ts';
import { isRaising, type PlanNode } from './plan-net.ts';
import { releaseAfter } from './plan-release.ts';
import { meetingReason, quoted, workingDayWords } from './plan-words.ts';

/**
 * The first day on which a step can begin, so far as one of those that it waits for is concerned; null when no calendar
 * reaches so far. Never before that one ends, and never earlier for a later end.
 */
export function placeAfter(node: PlanNode, before: PlanNode, ended: Day, placing: Placing): Placed | null {
  const { step } = node;
  if (step.kind === 'implementation') {
    const decides = isDecision(before.step, placing.rules.profile);
    return releaseAfter(decides ? ended : null, addDays(ended, 1), before.step.title, placing);
  }
  if (goesWith(node, before)) {
    const sentence = `Goes with ${quoted(before.step)} on ${writeDay(ended)}.`;
    return { day: ended, reason: { sentence, citation: step.citation } };
  }
  const gap = gapOf(step, placing);
  const lag = gap?.workingDays ?? leastLag(before.step, step);
  const earliest = lag === 0 ? ended : findWorkingDay(placing.workingDays, ended, lag);
  if (earliest === null) return null;
  const body = bodyOf(step, placing.rules);
  if (body !== null) {
    // What is handed in to a body goes out with its papers.
    const paper = before.step.kind === 'submission' && !isRaising(before);
    const reading = { parametersOn: placing.life.raisedOn, urgent: placing.urgent };
    const meeting = paper
      ? nextMeetingForPapers(body, earliest, earliest, placing.rules, reading)
      : nextMeetingOf(body, earliest, placing.rules, reading);
    return meeting && { day: meeting.day, reason: meetingReason(meeting, earliest, paper, placing.rules) };
  }
  const day = step.kind === 'window' ? earliest : workingDayOnOrAfter(earliest, placing);
  if (day === null) return null;
  const after = `${quoted(before.step)}, ${before.step.kind === 'consultation' ? 'which closes' : 'done'} on ${writeDay(ended)}`;
  if (gap !== null) {
    const sentence = `${workingDayWords(gap.workingDays)} after ${after}.`;
    return { day, reason: { sentence, citation: gap.citation } };
  }
  const first = lag === 0 ? 'On or after the day of' : 'On the first Working Day after';
  return { day, reason: { sentence: `${first} ${after}.`, citation: step.citation } };
}

/** The first day on which a step can begin that waits for nothing, from a day on. */
export function placeFrom({ step }: Pick<PlanNode, 'step'>, from: Day, placing: Placing): Placed | null {
  const sentence = `Not before ${writeDay(from)}, from which the plan begins.`;
  const reason = { sentence, citation: null };
  const body = bodyOf(step, placing.rules);
  if (step.kind === 'implementation' || step.kind === 'window') return { day: from, reason };
  if (body !== null) {
    const meeting = nextMeetingOf(body, from, placing.rules, {
      parametersOn: placing.life.raisedOn,
      urgent: placing.urgent,
    });
    return meeting && { day: meeting.day, reason: meetingReason(meeting, from, false, placing.rules) };
  }
  const day = workingDayOnOrAfter(from, placing);
  return day === null ? null : { day, reason };
}

/** The last day of a step that begins on a day, and why; null when no calendar reaches so far. */
export function lastOf(step: Step, from: Day, placing: Placing): Placed | null {
  const length = lengthOfStep(step, placing);
  if (length === null || step.clock === null) {
    return { day: from, reason: { sentence: 'Takes a day.', citation: step.citation } };
  }
  const day = lastDayOf(step.clock, from, length.workingDays, placing.rules);
  if (day === null) return null;
  const counted = step.clock.countFirst ? 'the first counted' : 'the first not counted';
  const given = length.given ? ', as supposed, since its length is given when it begins' : '';
  const sentence = `Runs for ${workingDayWords(length.workingDays)}, ${counted}${given}.`;
  return { day, reason: { sentence, citation: length.citation } };
}

/** How long a step runs at least; null for what takes a day. */
function lengthOfStep(
  step: Step,
  placing: Placing,
): { readonly workingDays: number; readonly citation: Period['citation']; readonly given: boolean } | null {
  const { clock } = step;
  if (clock === null) return null;
  const id = (placing.urgent ? clock.urgentWorkingDays : null) ?? clock.workingDays;
  const period = numberOf(id, placing.life, placing.rules);
  if (period !== null) return { ...period, given: false };
  if (step.kind !== 'consultation' && step.kind !== 'window') return null;
  return { workingDays: placing.given[step.kind], citation: step.citation, given: true };
}

/** Whether the length of a step is supposed because no rule says it. */
export function isLengthGiven(step: Step, placing: Placing): boolean {
  return lengthOfStep(step, placing)?.given === true;
}

/** The body on whose meeting day a step is done; null for what is done on any Working Day. */
export function bodyOf(step: Step, { meetings }: Pick<ProposalRules, 'meetings'>): string | null {
  const body =
    step.kind === 'ballot'
      ? step.voting?.body
      : step.kind === 'determination' || step.kind === 'dating'
        ? step.by.find((role) => meetings.some((one) => one.body === role))
        : undefined;
  return meetings.some((one) => one.body === body) ? (body ?? null) : null;
}

/** Whether a step is done on the day of another, with which it goes. */
export function goesWith({ step }: Pick<PlanNode, 'step'>, before: Pick<PlanNode, 'step'>): boolean {
  return step.dayOf?.step === before.step.id && step.dayOf.lead === undefined;
}

/** Whether a step makes the decision that a release waits for. */
export function isDecision({ id, kind, answers, tier }: Step, profile: Profile): boolean {
  if (answers !== undefined || tier !== undefined || (kind !== 'ballot' && kind !== 'determination')) return false;
  return namesIn(unfold({ kind: 'name', name: APPROVAL }, profile)).includes(id);
}

/** What the rules want between a step and what it waits for; null when they say nothing. */
function gapOf({ gap }: Step, { life, rules, urgent }: Placing): Period | null {
  if (gap === undefined) return null;
  return numberOf((urgent ? gap.urgentWorkingDays : undefined) ?? gap.workingDays, life, rules);
}

/** What closes with the end of a day is over on the next one, and nobody consults on the day of a meeting. */
function leastLag(before: Step, step: Step): 0 | 1 {
  return before.kind === 'consultation' || before.kind === 'window' || step.kind === 'consultation' ? 1 : 0;
}
