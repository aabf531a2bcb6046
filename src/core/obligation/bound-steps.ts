import type { Day } from '../kernel/day.ts';
import { contains } from '../kernel/interval.ts';
import type { Reading } from '../kernel/reading.ts';
import { resolveCommencement, startedSteps } from '../kernel/resolve-commencement.ts';
import { type Change, type Steps, steps, valueOn } from '../kernel/steps.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';
import type { WordsInForce } from './words-in-force.ts';

/** True, false, or not settled by what is known. */
export type Verdict = boolean | 'unknown';

/** Why a duty binds a subject or not. */
export type BoundCause = 'no-words' | 'not-operated' | 'not-commenced' | 'ended' | 'binds' | 'unsettled';

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

const NO_WORDS: Bound = { bound: false, cause: 'no-words', words: null, awaiting: [] };

/**
 * Whether a duty binds a subject, over all days: while words of it are in force, the subject is operated, and the
 * reading of the words has commenced and not ended. Equal, day by day, to asking those four things on that day.
 */
export function boundSteps(
  words: readonly WordsInForce[],
  readings: Readings,
  subject: Subject,
  knowledge: Knowledge,
): Steps<Bound> {
  return steps(
    NO_WORDS,
    words.flatMap((one, index) => boundWhile(one, index, readings(one.wording), subject, knowledge)),
  );
}

/** The verdicts alone. */
export function verdicts(bound: Steps<Bound>): Steps<Verdict> {
  return steps(
    bound.initial.bound,
    bound.changes.map(({ from, value }) => ({ from, value: value.bound })),
  );
}

function boundWhile(
  words: WordsInForce,
  index: number,
  reading: Reading,
  subject: Subject,
  knowledge: Knowledge,
): Change<Bound>[] {
  const { from, until } = words.interval;
  const occurrences = (event: string) =>
    knowledge.kinds.get(event)?.subject === 'words' ? from : knowledge.about(event, subject).occurrence;
  const completeUntil = (event: string) => knowledge.about(event, subject).notBefore;
  const commences = resolveCommencement(reading.commences, occurrences, completeUntil);
  const ends = resolveCommencement(reading.ends, occurrences, completeUntil);
  const commenced = startedSteps(commences);
  const ended = startedSteps(ends);

  const on = (day: Day): Bound => {
    const decided = (bound: Verdict, cause: BoundCause, awaiting: readonly string[] = []): Bound => ({
      bound,
      cause,
      words: index,
      awaiting,
    });
    if (day < subject.operatedFrom) return decided(false, 'not-operated');
    const begun = valueOn(commenced, day);
    const over = valueOn(ended, day);
    if (over === true) return decided(false, 'ended');
    if (begun === false) return decided(false, 'not-commenced');
    if (begun === true && over === false) return decided(true, 'binds');
    const awaiting = [
      ...(begun === 'unknown' && commences.kind === 'unknown' ? commences.awaiting : []),
      ...(over === 'unknown' && ends.kind === 'unknown' ? ends.awaiting : []),
    ];
    return decided('unknown', 'unsettled', [...new Set(awaiting)]);
  };

  const edges = [...commenced.changes, ...ended.changes].map((change) => change.from);
  const days = [from, subject.operatedFrom, ...edges].filter((day) => contains(words.interval, day));
  const changes = days.map((day) => ({ from: day, value: on(day) }));
  return until === null ? changes : [...changes, { from: until, value: NO_WORDS }];
}
