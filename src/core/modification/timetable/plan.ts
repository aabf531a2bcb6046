import { type Day, writeDay } from '../../kernel/day.ts';
import { coversDay, workingDaysBetween } from '../../kernel/working-days.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import { takesDays } from './first-timetable.ts';
import { nextMeetingOf } from './meeting-days.ts';
import type { Placed, Placing } from './placing.ts';
import { latestDays } from './plan-backward.ts';
import { bodyOf, isDecision, isLengthGiven, lastOf, placeAfter, placeFrom } from './plan-days.ts';
import { isRaising, type PlanNode, planNet } from './plan-net.ts';
import { firstRelease } from './plan-release.ts';
import { type PlanReason, quoted, workingDayWords } from './plan-words.ts';
import type { Release } from './release-calendar.ts';
import type { PlannedStep, Timetable } from './timetable.ts';

/** What a plan is asked for. */
export interface PlanAsked {
  /** From which day on steps can be planned. */
  readonly from: Day;
  /** Whether the proposal is raised; otherwise its raising is planned as well. */
  readonly begun: boolean;
  /** `forward` from the first day; `backward` from the release, so that each step is as late as it can be. */
  readonly direction: 'forward' | 'backward';
  /** The release that is aimed at; null for the first that a forward plan meets. */
  readonly target: Release | null;
  /** Outcomes of steps by id; what is left out comes to what lets the proposal go on. */
  readonly supposed: Readonly<Record<string, string>>;
  readonly given: Placing['given'];
  /** A timetable whose days stand, so that only what it leaves out is planned; absent: none. */
  readonly held?: Timetable;
}

/** A step of a plan. */
export interface PlanRow extends PlannedStep {
  readonly title: string;
  readonly who: string;
  readonly state: 'done' | 'running' | 'planned';
  /** How long it runs; null for what takes a day. */
  readonly workingDays: number | null;
  /** The day on which its papers go out, for what a body does at a meeting. */
  readonly paperDay: Day | null;
  /** The earliest days, and the latest with which the release is still met; the latest are null for what is past or cannot meet it. */
  readonly earliest: { readonly from: Day; readonly to: Day };
  readonly latest: { readonly from: Day; readonly to: Day } | null;
  /** Working Days by which it can be late; negative by which it is too late; null for what is past or has no latest day. */
  readonly slack: number | null;
  /** Whether it has no slack: if it is late, so is the release. Implementation itself is not said to be. */
  readonly critical: boolean;
  /** The step on whose day it is done because it goes with it; null for what has a day of its own. */
  readonly goesWith: string | null;
  readonly reasons: readonly PlanReason[];
}

/** A timetable that is worked out, with the reason for each day. */
export interface TimetablePlan {
  readonly direction: PlanAsked['direction'];
  readonly urgent: boolean;
  readonly rows: readonly PlanRow[];
  /** The release that it comes to. */
  readonly release: Release | null;
  /** Whether the release aimed at is met. */
  readonly meets: boolean;
  /** The day of the decision that the release waits for, and the last on which it can be made. */
  readonly decision: {
    readonly step: string;
    readonly title: string;
    readonly on: Day;
    readonly neededBy: Day | null;
  } | null;
  /** The step with the least slack; of several, the one that takes longest. */
  readonly criticalStep: string | null;
  /** What is supposed, and what no rule says, in sentences. */
  readonly notes: readonly string[];
}

/** A plan, or why there is none. */
export type Planned =
  | { readonly ok: true; readonly plan: TimetablePlan }
  | { readonly ok: false; readonly fault: string };

interface Placement {
  readonly from: Day;
  readonly to: Day;
  readonly reasons: readonly PlanReason[];
}

/** Plans the way of a proposal to its implementation, forward from a day or backward from a release. */
export function planTimetable(life: ProposalLife, rules: ProposalRules, asked: PlanAsked): Planned {
  const { profile } = rules;
  const clock = profile.steps.find((step) => step.clock !== null)?.clock;
  const workingDays = rules.calendars.find((one) => one.id === clock?.calendar) ?? rules.calendars[0];
  if (workingDays === undefined || !coversDay(workingDays, asked.from)) {
    return {
      ok: false,
      fault: `No calendar of Working Days covers ${writeDay(asked.from)}; expected a day that one covers.`,
    };
  }
  const net = planNet(life, rules, asked.supposed, asked.begun);
  if (!net.reaches) {
    const supposed = Object.entries(asked.supposed).map(([step, outcome]) => `${step} ${outcome}`);
    const so = supposed.length === 0 ? '' : ` when ${supposed.join(' and ')} is supposed`;
    return {
      ok: false,
      fault: `${profile.title} does not come to an implementation${so}; expected outcomes that let it go on.`,
    };
  }
  const placing: Placing = { life, rules, urgent: net.urgent, workingDays, target: asked.target, given: asked.given };
  const early = earliestDays(net.nodes, asked, placing);
  if (early === null) {
    return {
      ok: false,
      fault: `The calendar of ${workingDays.title} ends before the plan does; expected an earlier day.`,
    };
  }
  const release = releaseOf(net.nodes, early, placing);
  const late = latestDays(net.nodes, asked.target?.day ?? release.day, { ...placing, target: asked.target ?? release });
  if (asked.direction === 'backward' && net.nodes.some((node) => node.fixed === null && !late.has(node.step.id))) {
    return {
      ok: false,
      fault: `No day can be found for every step before ${writeDay(release.day)}; expected a later release.`,
    };
  }
  const end = early.get(endOf(net.nodes).step.id)?.from;
  if (asked.direction === 'backward' && asked.begun && end !== undefined && end > (asked.target?.day ?? Infinity)) {
    return {
      ok: false,
      fault: `Planned from ${writeDay(asked.from)}, ${writeDay(asked.target?.day ?? end)} cannot be met: implementation is on ${writeDay(end)} at the earliest; expected a later release.`,
    };
  }
  const rows = net.nodes.map((node) => rowOf(node, early, late, asked, placing));
  const shown = rows.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const aimed = asked.direction === 'backward' ? asked.target : release;
  const decided = net.nodes.filter(({ step }) => isDecision(step, profile)).at(-1);
  const on = rows.find((row) => row.step === decided?.step.id)?.to;
  return {
    ok: true,
    plan: {
      direction: asked.direction,
      urgent: net.urgent,
      rows: shown,
      release: aimed,
      meets: asked.target === null || meets(rows, asked.target.day),
      decision:
        decided === undefined || on === undefined
          ? null
          : { step: decided.step.id, title: decided.step.title, on, neededBy: late.get(decided.step.id)?.to ?? null },
      criticalStep: criticalOf(shown, endOf(net.nodes).step.id, workingDays)?.step ?? null,
      notes: notesOf(net.nodes, asked, placing),
    },
  };
}

/** The earliest days of every step, in the order of the way. */
function earliestDays(
  nodes: readonly PlanNode[],
  { from, held }: Pick<PlanAsked, 'from' | 'held'>,
  placing: Placing,
): ReadonlyMap<string, Placement> | null {
  const placed = new Map<string, Placement>();
  for (const node of nodes) {
    if (node.fixed !== null) {
      placed.set(node.step.id, { ...node.fixed, reasons: [] });
      continue;
    }
    const stands = held?.steps.find((row) => row.step === node.step.id);
    if (stands !== undefined) {
      const reason = { sentence: 'As the timetable that it has plans it.', citation: node.step.citation };
      placed.set(node.step.id, { from: stands.from, to: stands.to, reasons: [reason] });
      continue;
    }
    const bounds: (Placed | null)[] = node.before.map((id) => {
      const before = nodes.find((one) => one.step.id === id) as PlanNode;
      return placeAfter(node, before, (placed.get(id) as Placement).to, placing);
    });
    const goes =
      node.step.dayOf !== undefined && node.step.dayOf.lead === undefined && node.before.includes(node.step.dayOf.step);
    const all = goes
      ? bounds.filter((_, at) => node.before[at] === node.step.dayOf?.step)
      : [placeFrom(node, from, placing), ...bounds];
    const known = all.filter((one) => one !== null);
    if (known.length < all.length) return null;
    const binding = known.reduce((a, b) => (b.day >= a.day ? b : a));
    const last = lastOf(node.step, binding.day, placing);
    if (last === null) return null;
    const reasons = last.day === binding.day ? [binding.reason] : [binding.reason, last.reason];
    placed.set(node.step.id, { from: binding.day, to: last.day, reasons });
  }
  return placed;
}

function rowOf(
  node: PlanNode,
  early: ReadonlyMap<string, Placement>,
  late: ReturnType<typeof latestDays>,
  asked: PlanAsked,
  placing: Placing,
): PlanRow {
  const { step } = node;
  const earliest = early.get(step.id) as Placement;
  const latest = node.fixed === null ? (late.get(step.id) ?? null) : null;
  const shown = asked.direction === 'backward' && latest !== null ? latest : earliest;
  const slack = latest && workingDaysBetween(placing.workingDays, earliest.from, latest.from);
  const isDone = placing.life.done.some((one) => one.step === step.id) && asked.begun;
  const state = node.fixed === null ? 'planned' : isDone ? 'done' : 'running';
  const past = state === 'done' ? 'Done.' : 'It runs.';
  const runs = step.clock !== null && shown.from < shown.to;
  return {
    step: step.id,
    title: step.title,
    who: rolesInSentence(step.by, placing.rules.bodies),
    state,
    from: shown.from,
    to: shown.to,
    workingDays: runs ? workingDaysBetween(placing.workingDays, shown.from, shown.to, step.clock?.countFirst) : null,
    paperDay: state === 'planned' ? paperDayOf(node, shown.from, placing) : null,
    earliest: { from: earliest.from, to: earliest.to },
    latest: latest && { from: latest.from, to: latest.to },
    slack,
    critical: slack !== null && slack <= 0 && step.kind !== 'implementation',
    goesWith: step.dayOf !== undefined && step.dayOf.lead === undefined ? step.dayOf.step : null,
    reasons: node.fixed !== null ? [{ sentence: past, citation: null }] : shown.reasons,
  };
}

function paperDayOf({ step }: PlanNode, on: Day, { rules, life, urgent }: Placing): Day | null {
  const body = bodyOf(step, rules);
  return body === null
    ? null
    : (nextMeetingOf(body, on, rules, { parametersOn: life.raisedOn, urgent })?.paperDay ?? null);
}

/** The release with which a forward plan ends. */
function releaseOf(nodes: readonly PlanNode[], early: ReadonlyMap<string, Placement>, placing: Placing): Release {
  const last = endOf(nodes);
  const { from: day } = early.get(last.step.id) as Placement;
  const found = placing.target?.day === day ? placing.target : firstRelease(null, day, { ...placing, target: null });
  if (found?.day === day) return found;
  return {
    title: writeDay(day),
    day,
    kind: 'ad-hoc',
    scopeFreeze: null,
    decisionBy: null,
    rule: null,
    citation: last.step.citation,
  };
}

/** The implementation, to which the way comes. */
function endOf(nodes: readonly PlanNode[]): PlanNode {
  return nodes.findLast(({ step }) => step.kind === 'implementation') as PlanNode;
}

function meets(rows: readonly PlanRow[], target: Day): boolean {
  const end = rows.reduce((latest, row) => Math.max(latest, row.earliest.to), 0);
  return end <= target;
}

/** Of the planned steps with the least slack, the one that takes longest after the one before. */
function criticalOf(rows: readonly PlanRow[], end: string, workingDays: Placing['workingDays']): PlanRow | null {
  const planned = rows.filter((row) => row.state === 'planned' && row.slack !== null && row.step !== end);
  const least = Math.min(...planned.map((row) => row.slack ?? 0));
  const taken = (row: PlanRow) => {
    const before = rows.filter((one) => one.to < row.to).at(-1);
    return workingDaysBetween(workingDays, before?.to ?? row.from, row.to);
  };
  return planned
    .filter((row) => row.slack === least)
    .reduce<PlanRow | null>((most, row) => (most === null || taken(row) > taken(most) ? row : most), null);
}

function notesOf(nodes: readonly PlanNode[], asked: PlanAsked, placing: Placing): readonly string[] {
  const open = nodes.filter((node) => node.fixed === null && !isRaising(node));
  const supposed = open
    .filter(({ step }) => step.outcomes.length > 1)
    .map(
      ({ step, outcome }) => `${quoted(step)}: ${step.outcomes.find((one) => one.id === outcome)?.title ?? outcome}`,
    );
  const anyDay = open.filter(
    ({ step }) =>
      (step.kind === 'determination' || step.kind === 'ballot') &&
      bodyOf(step, placing.rules) === null &&
      step.dayOf === undefined,
  );
  return [
    ...(supposed.length === 0 ? [] : [`The plan supposes ${supposed.join('; ')}.`]),
    ...anyDay.map(({ step }) =>
      step.gap === undefined
        ? `No meeting of ${rolesInSentence(step.by, placing.rules.bodies)} and no time to decide is recorded for ${quoted(step)}: the first Working Day is taken.`
        : `No meeting of ${rolesInSentence(step.by, placing.rules.bodies)} is recorded for ${quoted(step)}: any Working Day is taken.`,
    ),
    ...open
      .filter(({ step }) => isLengthGiven(step, placing))
      .map(
        ({ step }) =>
          `No rule says how long ${quoted(step)} lasts: ${workingDayWords(asked.given[step.kind === 'window' ? 'window' : 'consultation'])} are supposed.`,
      ),
    ...open
      .filter(
        ({ step }) =>
          step.kind === 'submission' && step.timetabled === true && step.gap === undefined && step.clock === null,
      )
      .map(({ step }) => `No rule says how long it takes until ${quoted(step)}: no time is taken for it.`),
    ...(placing.rules.releases === null && asked.target === null
      ? ['No releases are recorded: implementation follows at once.']
      : []),
  ];
}

/** The timetable that a plan comes to, as a body agrees it: what people hand in, hold or vote in, and the meetings that decide. */
export function timetableOf(
  plan: TimetablePlan,
  { profile, meetings }: Pick<ProposalRules, 'profile' | 'meetings'>,
): Timetable {
  const rows = plan.rows.filter((row) => {
    const step = profile.steps.find((one) => one.id === row.step);
    // What has begun keeps the row that it has.
    if (step === undefined || row.state !== 'planned') return false;
    if (isRaising({ step }) || step.timetabled === true) return true;
    if (step.kind === 'submission') return false;
    return (
      takesDays(step) ||
      (step.dayOf === undefined && step.kind === 'determination' && bodyOf(step, { meetings }) !== null)
    );
  });
  return { steps: rows.map(({ step, from, to }) => ({ step, from, to })) };
}
