import type { Citation } from '../../kernel/citation.ts';
import type { Day } from '../../kernel/day.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { ProposalRules } from '../context.ts';
import { endOf, isNotReached, statusOf } from '../profile/net.ts';
import type { Question, Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { deviationOf } from './deviation.ts';
import { type HeldTimetable, heldTimetable, plannedFor, type TimetableRow, timetableRows } from './timetable.ts';

/** A question of the first report, and what became of it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly step: string;
  readonly title: string;
  /** `decide whether the proposed progression timetable is agreed`. */
  readonly act: string;
  readonly who: string;
  /**
   * `not-asked` where the proposal does not ask it or an earlier answer rules it out, `not-reached` where the proposal
   * ended before it.
   */
  readonly status: 'asked' | 'agreed' | 'refused' | 'not-asked' | 'not-reached';
  readonly on: Day | null;
  readonly reasons: string | null;
  readonly citation: Citation;
}

/** A row of the timetable, and how what happened differs from it. */
export interface ProgressionRow extends TimetableRow {
  /** `opened 2 Working Days after the agreed timetable`; null when it was kept, so far. */
  readonly deviation: string | null;
}

/** How the proposal is progressed: what was recommended, what was decided of it, and the timetable that now holds. */
export interface Progression {
  readonly questions: readonly AskedQuestion[];
  readonly standing: HeldTimetable['standing'];
  readonly setBy: { readonly step: string; readonly title: string; readonly on: Day } | null;
  readonly rows: readonly ProgressionRow[];
  /** Steps that a person has to do, now or perhaps later, for which no day is planned. */
  readonly unplanned: readonly { readonly step: string; readonly title: string; readonly who: string }[];
}

/** The progression section from the record: it says something else once a determination is refused. */
export function progressionOf(life: ProposalLife, rules: ProposalRules): Progression {
  const { profile } = rules;
  const held = heldTimetable(life, profile);
  const setBy = profile.steps.find((step) => step.id === held.by);
  return {
    questions: profile.steps.flatMap((step) => askedQuestion(step, life, rules)),
    standing: held.standing,
    setBy: setBy && held.on !== null ? { step: setBy.id, title: setBy.title, on: held.on } : null,
    rows: timetableRows(held.timetable, rules).map((row) => ({ ...row, deviation: deviationOf(row, life, rules) })),
    unplanned: profile.steps
      .filter((step) => isUnplanned(step, life, rules))
      .map((step) => ({ step: step.id, title: step.title, who: rolesInSentence(step.by, rules.bodies) })),
  };
}

function askedQuestion(step: Step, life: ProposalLife, { profile, bodies }: ProposalRules): AskedQuestion[] {
  if (step.answers === undefined) return [];
  const status = statusOf(step, life, profile);
  const done = status.kind === 'done' ? status.done : null;
  const answer = done === null ? 'asked' : done.outcome === 'agreed' ? 'agreed' : 'refused';
  const isCutOff = isNotReached(step, life, profile);
  return [
    {
      question: step.answers,
      step: step.id,
      title: step.title,
      act: step.act,
      who: rolesInSentence(step.by, bodies),
      status: isCutOff ? 'not-reached' : status.kind === 'excluded' ? 'not-asked' : answer,
      on: done?.on ?? null,
      reasons: done?.reasons ?? null,
      citation: step.citation,
    },
  ];
}

function isUnplanned(step: Step, life: ProposalLife, { profile }: ProposalRules): boolean {
  if (step.answers !== undefined || (step.kind !== 'determination' && step.kind !== 'dating')) return false;
  const { kind } = statusOf(step, life, profile);
  return (
    (kind === 'open' || kind === 'waiting') &&
    endOf(life, profile) === null &&
    plannedFor(step.id, life, profile) === null
  );
}
