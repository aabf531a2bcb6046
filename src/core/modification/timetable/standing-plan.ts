import type { Day } from '../../kernel/day.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import type { ProposalLife } from '../state.ts';
import { aimedRelease } from './aimed-release.ts';
import { timetablesOf } from './held-timetables.ts';
import { type PlanRow, planTimetable, type TimetablePlan } from './plan.ts';
import { liveTimetable, type PlannedStep, type Timetable } from './timetable.ts';

/** Working Days that are supposed where no rule and no timetable gives a length. */
const SUPPOSED = { consultation: 10, window: 10 };

/** A step of the timetable as it stands: when it was or is planned, and when the timetable before had it. */
export interface StandingRow extends PlanRow {
  /** Its days in the timetable before, or as planned before it was done otherwise; null where they are the same. */
  readonly before: { readonly from: Day; readonly to: Day } | null;
}

/** The timetable as it stands, what is done as it was done, and the slack of what is to come. */
export interface StandingPlan {
  readonly rows: readonly StandingRow[];
  /** Null where the proposal has ended or its way cannot be planned. */
  readonly plan: TimetablePlan | null;
}

/** What a proposal's timetable comes to, seen from a day: the days that it has, and what follows from them. */
export function standingPlan(life: ProposalLife, rules: ProposalRules, today: Day): StandingPlan {
  const held = liveTimetable(life, rules.profile);
  const planned = planTimetable(life, rules, {
    from: today,
    begun: true,
    direction: 'forward',
    target: aimedRelease(life, rules),
    supposed: {},
    given: SUPPOSED,
    held,
  });
  const plan = planned.ok ? planned.plan : null;
  const rows = plan?.rows ?? pastRows(held, life, rules);
  // What goes with another step is told with it.
  const shown = rows.filter((row) => row.goesWith === null);
  return { plan, rows: shown.map((row) => ({ ...row, before: beforeOf(row, held, life, rules) })) };
}

/** What was done and what was still planned when a proposal ended. */
function pastRows(held: Timetable, life: ProposalLife, { profile, bodies }: ProposalRules): readonly PlanRow[] {
  const row = (step: string, from: Day, to: Day, state: PlanRow['state']): PlanRow => {
    const found = profile.steps.find((one) => one.id === step);
    return {
      step,
      title: found?.title ?? step,
      who: rolesInSentence(found?.by ?? [], bodies),
      state,
      from,
      to,
      workingDays: null,
      paperDay: null,
      earliest: { from, to },
      latest: null,
      slack: null,
      critical: false,
      goesWith: found?.dayOf !== undefined && found.dayOf.lead === undefined ? found.dayOf.step : null,
      reasons: [],
    };
  };
  const done = life.done.map(({ step, on }) => row(step, life.consultations[step]?.from ?? on, on, 'done'));
  const left = held.steps.filter((one) => life.done.every(({ step }) => step !== one.step));
  return [...done, ...left.map(({ step, from, to }) => row(step, from, to, 'planned'))];
}

function beforeOf(row: PlanRow, held: Timetable, life: ProposalLife, rules: ProposalRules): StandingRow['before'] {
  const daysIn = (timetable: Timetable | undefined): PlannedStep | undefined =>
    timetable?.steps.find((one) => one.step === row.step);
  const differs = (days: PlannedStep | undefined) =>
    days === undefined || (days.from === row.from && days.to === row.to) ? null : { from: days.from, to: days.to };
  if (row.state !== 'planned') return differs(daysIn(held));
  return differs(daysIn(timetablesOf(life, rules).at(-2)?.timetable));
}
