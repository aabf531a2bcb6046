import type { Citation } from '../../kernel/citation.ts';
import { addDays, type Day, weekdayOf, writeDay } from '../../kernel/day.ts';
import { parameterOn } from '../../kernel/parameter.ts';
import { meetsOn, nextMeeting } from '../../party/meeting-calendar.ts';
import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { aimedRelease } from './aimed-release.ts';
import { meetingsOf } from './meeting-days.ts';
import { bodyOf, isDecision } from './plan-days.ts';
import { liveTimetable } from './timetable.ts';

/** What of two timetables, or of one and the calendars, does not go together. */
export interface TimetableClash {
  readonly kind: 'consultations' | 'crowded-meeting' | 'no-meeting' | 'after-freeze' | 'late-decision';
  readonly sentence: string;
  /** Modifications that it concerns, by id. */
  readonly modifications: readonly string[];
  readonly from: Day;
  readonly to: Day;
  readonly citation: Citation | null;
}

/** A proposal with the rules that it goes by. */
export interface PlannedLife {
  readonly life: ProposalLife;
  readonly rules: ProposalRules;
}

/** A step that a timetable still has ahead. */
interface AheadStep extends PlannedLife {
  readonly id: string;
  readonly step: Step;
  readonly from: Day;
  readonly to: Day;
}

/** Everything in the timetables of open proposals, from a day on, that does not go together. */
export function clashesOf(lives: readonly PlannedLife[], today: Day): readonly TimetableClash[] {
  const ahead = lives.flatMap((one) => stepsAhead(one, today));
  return [
    ...consultationsTogether(ahead, today),
    ...meetings(ahead),
    ...lives.flatMap((one) => lateForRelease(one, ahead)),
  ].toSorted((a, b) => a.from - b.from);
}

function stepsAhead({ life, rules }: PlannedLife, today: Day): readonly AheadStep[] {
  const timetable = liveTimetable(life, rules.profile);
  return timetable.steps.flatMap(({ step: id, from, to }) => {
    const step = rules.profile.steps.find((one) => one.id === id);
    const isDone = life.done.some((one) => one.step === id);
    return step === undefined || isDone || to < today ? [] : [{ id: life.content.id, step, from, to, life, rules }];
  });
}

/** Weeks in which the same Parties are consulted more than once. */
function consultationsTogether(ahead: readonly AheadStep[], today: Day): readonly TimetableClash[] {
  const all = ahead.filter(({ step }) => step.kind === 'consultation');
  const weeks = new Map<Day, AheadStep[]>();
  for (const one of all) {
    for (let monday = mondayOf(Math.max(one.from, today) as Day); monday <= one.to; monday = addDays(monday, 7)) {
      weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
    }
  }
  return [...weeks].flatMap(([monday, inWeek]) => {
    const together = inWeek.filter((one) => inWeek.some((other) => other !== one && shareParties(one, other)));
    if (together.length === 0) return [];
    const modifications = [...new Set(together.map((one) => one.id))];
    const sentence = `In the week of ${writeDay(monday)} the same Parties are consulted on ${listed(modifications)}.`;
    return [{ kind: 'consultations', sentence, modifications, from: monday, to: addDays(monday, 6), citation: null }];
  });
}

function shareParties({ step: a }: AheadStep, { step: b }: AheadStep): boolean {
  return a.consultees === undefined || (b.consultees?.some((one) => a.consultees?.includes(one)) ?? true);
}

/** Days on which a body does not meet, and meetings with more papers than it can be expected to read. */
function meetings(ahead: readonly AheadStep[]): readonly TimetableClash[] {
  const papers = new Map<string, AheadStep[]>();
  const clashes: TimetableClash[] = [];
  for (const one of ahead) {
    const body = bodyOf(one.step, one.rules);
    const found = body === null ? null : meetingsOf(body, one.rules);
    if (body === null || found === null) continue;
    const key = `${one.life.content.code}/${body}/${one.from}`;
    papers.set(key, [...(papers.get(key) ?? []), one]);
    if (meetsOn(found.meetings, found.workingDays, one.from)) continue;
    const next = nextMeeting(found.meetings, found.workingDays, one.from);
    const after = next === null ? '' : `; it meets next on ${writeDay(next.day)}`;
    const name = nameOf(body, one.rules);
    const sentence = `${one.id} plans “${one.step.title}” for ${writeDay(one.from)}, on which ${name} does not meet${after}.`;
    const citation = next?.citation ?? null;
    clashes.push({ kind: 'no-meeting', sentence, modifications: [one.id], from: one.from, to: one.from, citation });
  }
  return [...clashes, ...[...papers.values()].flatMap(crowded)];
}

function crowded(at: readonly AheadStep[]): readonly TimetableClash[] {
  const [first] = at;
  const body = first === undefined ? null : bodyOf(first.step, first.rules);
  if (first === undefined || body === null) return [];
  const { rules, from } = first;
  const parameter = rules.parameters.find((one) => one.id === meetingsOf(body, rules)?.meetings.papersMost);
  const most = parameter === undefined ? null : parameterOn(parameter, from);
  if (most === null || typeof most.value !== 'number' || at.length <= most.value) return [];
  const sentence = `${at.length} papers are planned for the meeting of ${nameOf(body, rules)} on ${writeDay(from)}; more than ${most.value} are told to be too many.`;
  const modifications = [...new Set(at.map((one) => one.id))];
  return [{ kind: 'crowded-meeting', sentence, modifications, from, to: from, citation: most.citation }];
}

/** A decision that comes after the day on which the release that the proposal names wants it. */
function lateForRelease({ life, rules }: PlannedLife, ahead: readonly AheadStep[]): readonly TimetableClash[] {
  const release = aimedRelease(life, rules);
  const decided = ahead.filter((one) => one.life === life && isDecision(one.step, rules.profile)).at(-1);
  if (release === null || decided === undefined) return [];
  const { id } = life.content;
  const told = (kind: TimetableClash['kind'], sentence: string): TimetableClash => ({
    kind,
    sentence,
    modifications: [id],
    from: decided.to,
    to: release.day,
    citation: release.citation,
  });
  const what = `${id} plans “${decided.step.title}” for ${writeDay(decided.to)}`;
  if (release.scopeFreeze !== null && decided.to > release.scopeFreeze) {
    const sentence = `${what}, after the scope of the release of ${writeDay(release.day)} is frozen on ${writeDay(release.scopeFreeze)}.`;
    return [told('after-freeze', sentence)];
  }
  if (release.decisionBy !== null && decided.to > release.decisionBy) {
    const sentence = `${what}; the release of ${writeDay(release.day)} needs the decision by ${writeDay(release.decisionBy)}.`;
    return [told('late-decision', sentence)];
  }
  return [];
}

function mondayOf(on: Day): Day {
  return addDays(on, 1 - weekdayOf(on));
}

function nameOf(body: string, { bodies }: Pick<ProposalRules, 'bodies'>): string {
  return bodies.find((one) => one.id === body)?.inSentence ?? body;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
