import type { Day } from '../kernel/day.ts';
import { lift, mapSteps, type Steps } from '../kernel/steps.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { type Bound, boundOn, boundSteps } from '../obligation/bound-steps.ts';
import { concerns, isEverBorne } from '../obligation/subject.ts';
import { boundUnassessable } from './exposure.ts';
import { either, type Settling } from './spans.ts';

/** Whether a duty binds a subject, and by which of the duties that stand one after the other under its id. */
export interface PhasedBound extends Bound {
  /** Position of the one whose words are in force; null when none are. */
  readonly phase: number | null;
}

/** A duty in one world on one subject: the duties that stand one after the other under its id, and whether they bind. */
export interface DutyOnSubject {
  readonly phases: readonly Worded[];
  readonly bound: Steps<PhasedBound>;
  /** Whether it binds while what it is assessed by does not exist yet. */
  readonly unassessable: Steps<Settling>;
}

const NO_WORDS: PhasedBound = { bound: false, cause: 'no-words', words: null, awaiting: [], phase: null };
const NO: Settling = { verdict: false, awaiting: [] };

/** The duties that stand under one id, on the subject that is asked about, of its bearer. */
export function dutyOnSubject(phases: readonly Worded[], asked: Asked): DutyOnSubject {
  const each = phases.map((worded) => boundAsBearer(worded, asked));
  return {
    phases,
    bound: merged(each),
    unassessable: lift(
      each.map((bound, at) => {
        const of = phases[at] as Worded;
        return boundUnassessable(of.obligation, bound, asked.subject, asked.knowledge);
      }),
      (all) => all.reduce(either, NO),
    ),
  };
}

/** Whether a duty binds the subject, and by which of the duties that stand under its id, over all days. */
export function boundUnder({ phases }: Pick<DutyOnSubject, 'phases'>, asked: Asked): Steps<PhasedBound> {
  return merged(phases.map((worded) => boundAsBearer(worded, asked)));
}

/** {@link boundUnder} on one day. */
export function boundUnderOn({ phases }: Pick<DutyOnSubject, 'phases'>, asked: Asked, on: Day): PhasedBound {
  for (const [phase, worded] of phases.entries()) {
    const bound = bears(worded, asked) ? boundOn(worded, asked, on) : notBorne(boundOn(worded, asked, on));
    if (bound.words !== null) return { ...bound, phase };
  }
  return NO_WORDS;
}

/** Whether the bearer that is asked about bears any of the duties on its subject, on any day. */
export function isBorne(phases: readonly Worded[], asked: Pick<Asked, 'subject' | 'category'>): boolean {
  return phases.some((worded) => bears(worded, asked));
}

type OwnBound = Omit<PhasedBound, 'phase'>;

function boundAsBearer(worded: Worded, asked: Asked): Steps<OwnBound> {
  const bound = boundSteps(worded, asked);
  if (bears(worded, asked)) return bound;
  return mapSteps(bound, notBorne);
}

function notBorne({ words }: OwnBound): OwnBound {
  return { bound: false, cause: words === null ? 'no-words' : 'not-bearer', words, awaiting: [] };
}

function bears({ obligation }: Worded, { subject, category }: Pick<Asked, 'subject' | 'category'>): boolean {
  return isEverBorne(obligation, category) && concerns(obligation, subject);
}

/** The words of phases are never in force on one day together. */
function merged(each: readonly Steps<OwnBound>[]): Steps<PhasedBound> {
  const [only] = each;
  if (only === undefined || each.length > 1) return lift(each, mergedPhases);
  const { initial, changes } = only;
  // most duties stand alone, and what differs still differs with its phase beside it
  return { initial: phased(initial), changes: changes.map(({ from, value }) => ({ from, value: phased(value) })) };
}

function phased(bound: OwnBound): PhasedBound {
  return bound.words === null ? NO_WORDS : { ...bound, phase: 0 };
}

function mergedPhases(all: readonly OwnBound[]): PhasedBound {
  const phase = all.findIndex(({ words }) => words !== null);
  const deciding = all[phase];
  return deciding === undefined ? NO_WORDS : { ...deciding, phase };
}
