import type { Commenced } from '../kernel/commencement.ts';
import type { Outcome } from '../kernel/condition.ts';
import { conditionSteps } from '../kernel/condition-steps.ts';
import type { Day } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import type { Reading } from '../kernel/reading.ts';
import { type Change, lift, type Steps, steps, valueOn } from '../kernel/steps.ts';
import type { Asked, Worded } from './asked.ts';
import { commencedFor } from './commenced-for.ts';
import type { Knowledge } from './knowledge.ts';
import { scopeOf, settingsOf, settledBy } from './scope.ts';
import type { WordsInForce } from './words-in-force.ts';

/** True, false, or not settled by what is known. */
export type Verdict = boolean | 'unknown';

/** Why a duty binds a subject or not. */
export type BoundCause =
  | 'no-words'
  | 'not-bearer'
  | 'not-operated'
  | 'no-longer-operated'
  | 'not-commenced'
  | 'ended'
  | 'condition'
  | 'binds'
  | 'unsettled';

/** Whether a duty binds a subject, and what decides it. */
export interface Bound {
  readonly bound: Verdict;
  readonly cause: BoundCause;
  /** Position of the words that decide among those in force over time; null when none are. */
  readonly words: number | null;
  /** Events that would settle it. */
  readonly awaiting: readonly string[];
}

/** The reading that is taken of a wording by id. */
export type Readings = (wording: string) => Reading;

const NONE: readonly string[] = [];
const NO_WORDS: Bound = { bound: false, cause: 'no-words', words: null, awaiting: NONE };

/**
 * Whether a duty binds a subject, over all days: while words of it are in force, the bearer is in a category that bears
 * it, the subject is operated, the reading of the words has commenced and not ended, and its condition holds. Equal, day
 * by day, to asking those things on that day.
 */
export function boundSteps({ obligation, words }: Worded, asked: Asked): Steps<Bound> {
  const inForce = steps(
    NO_WORDS,
    words.flatMap((one, index) => boundWhile(one, index, asked)),
  );
  const worded = asked.category === undefined ? inForce : borneBy(obligation.bearers, inForce, asked.category);
  if (obligation.condition === null) return worded;
  const holds = conditionSteps(
    obligation.condition,
    scopeOf(asked.knowledge, asked.subject),
    settingsOf(asked.knowledge),
  );
  return lift<Bound | Outcome, Bound>([worded, holds], ([bound, outcome]) =>
    withCondition(bound as Bound, outcome as Outcome, asked.knowledge),
  );
}

/** {@link boundSteps} on one day, for much less than over all of them. */
export function boundOn(worded: Worded, asked: Asked, day: Day): Bound {
  const { obligation, words } = worded;
  if (obligation.condition !== null) return valueOn(boundSteps(worded, asked), day);
  const index = words.findIndex(({ interval }) => contains(interval, day));
  const deciding = words[index];
  if (deciding === undefined) return NO_WORDS;
  const bound = judging(deciding, index, asked).on(day);
  return asked.category === undefined ? bound : asBearer(obligation.bearers, bound, valueOn(asked.category, day));
}

/** What a duty comes to while its bearer changes category. */
function borneBy(bearers: readonly string[], bound: Steps<Bound>, category: Steps<string>): Steps<Bound> {
  if (category.changes.length === 0 && bearers.includes(category.initial)) return bound;
  return lift<Bound | string, Bound>([bound, category], (values) => {
    const [one, is] = values as [Bound, string];
    return asBearer(bearers, one, is);
  });
}

function asBearer(bearers: readonly string[], bound: Bound, category: string): Bound {
  if (bound.bound === false || bearers.includes(category)) return bound;
  return { ...bound, bound: false, cause: 'not-bearer', awaiting: NONE };
}

/** A condition that fails decides alone; one that is unknown leaves unknown what would bind. */
function withCondition(bound: Bound, outcome: Outcome, knowledge: Knowledge): Bound {
  if (bound.bound === false || (outcome.kind === 'value' && outcome.value === true)) return bound;
  if (outcome.kind === 'value') return { ...bound, bound: false, cause: 'condition', awaiting: NONE };
  const missing =
    outcome.kind === 'unknown' ? outcome.missing.map((name) => settledBy(name, knowledge)) : [outcome.sentence];
  return { ...bound, bound: 'unknown', cause: 'unsettled', awaiting: [...new Set([...bound.awaiting, ...missing])] };
}

function boundWhile(words: WordsInForce, index: number, asked: Asked): Change<Bound>[] {
  const { until } = words.interval;
  const { on, edges } = judging(words, index, asked);
  const days = new Set(edges.filter((day): day is Day => Number.isFinite(day) && contains(words.interval, day as Day)));
  const changes = [...days].map((day) => ({ from: day, value: on(day) }));
  return until === null ? changes : [...changes, { from: until, value: NO_WORDS }];
}

/** What words come to on each day on which they are in force, and the days on which that can change. */
function judging(
  words: WordsInForce,
  index: number,
  { subject, readings, knowledge }: Asked,
): { readonly on: (day: Day) => Bound; readonly edges: readonly number[] } {
  const reading = readings(words.wording);
  const { from } = words.interval;
  const { operatedUntil = Infinity } = subject;
  const begins = startOf(commencedFor(reading.commences, { knowledge, subject, wordsFrom: from }));
  const ends = startOf(commencedFor(reading.ends, { knowledge, subject, wordsFrom: from }));

  const on = (day: Day): Bound => {
    const decided = (bound: Verdict, cause: BoundCause, awaiting: readonly string[] = NONE): Bound => ({
      bound,
      cause,
      words: index,
      awaiting,
    });
    if (day < subject.operatedFrom) return decided(false, 'not-operated');
    if (day >= operatedUntil) return decided(false, 'no-longer-operated');
    if (day >= ends.latest) return decided(false, 'ended');
    if (day < begins.earliest) return decided(false, 'not-commenced');
    const begun = day >= begins.latest;
    const lasts = day < ends.earliest;
    if (begun && lasts) return decided(true, 'binds');
    const awaiting = begun
      ? ends.awaiting
      : lasts
        ? begins.awaiting
        : [...new Set([...begins.awaiting, ...ends.awaiting])];
    return decided('unknown', 'unsettled', awaiting);
  };
  const edges = [from, subject.operatedFrom, operatedUntil, begins.earliest, begins.latest, ends.earliest, ends.latest];
  return { on, edges };
}

/** From when something may have started, and from when it has for certain; infinite where nothing bounds it. */
function startOf(commenced: Commenced): { earliest: number; latest: number; awaiting: readonly string[] } {
  switch (commenced.kind) {
    case 'on':
      return { earliest: commenced.day, latest: commenced.day, awaiting: NONE };
    case 'never':
      return { earliest: Infinity, latest: Infinity, awaiting: NONE };
    case 'unknown': {
      const { notBefore, notAfter, awaiting } = commenced;
      return { earliest: notBefore ?? -Infinity, latest: notAfter ?? Infinity, awaiting };
    }
  }
}
