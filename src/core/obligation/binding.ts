import type { PendingChange } from '../code/pending.ts';
import type { CodeText } from '../code/provision.ts';
import type { TextVersion, Timeline, VersionPublished } from '../code/version.ts';
import type { Commenced } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import type { Confirmation } from './binding-event.ts';
import { type BoundWords, boundWordsIn, sameWords } from './bound-words.ts';
import type { Obligation } from './obligation.ts';

/** By what an obligation is bound to the words of a version. */
export type BoundBy = 'rulebook' | 'first-words' | 'modification' | 'confirmation';

/** A version to whose words an obligation is bound, and by what. */
export interface BindingPoint {
  readonly label: string;
  readonly inForceFrom: Day;
  readonly by: BoundBy;
  /** The modification that says what becomes of the obligation; null for the others. */
  readonly modification: string | null;
}

/** A version whose words are not those that the obligation was bound to. */
export interface ChangedWords {
  readonly label: string;
  readonly inForceFrom: Day;
  readonly source: VersionPublished['source'];
  /** Whether it repeals the provision. */
  readonly repeals: boolean;
}

/** An open modification that would change the words. */
export interface PendingWords {
  readonly modification: string;
  readonly commences: Commenced;
  readonly repeals: boolean;
  /** Whether it says itself what becomes of the obligation. */
  readonly rebinds: boolean;
}

/** Whether an obligation says what the words say, on a day. */
export interface Binding {
  /** The words that it is bound to on the day; null before the provision is there. */
  readonly boundTo: BindingPoint | null;
  /** Every version that it is or will be bound to, in order. */
  readonly points: readonly BindingPoint[];
  /** In force on the day with other words than those bound; null when the words are the same. */
  readonly changed: ChangedWords | null;
  /** Published, in force after the day, with other words than will be bound then. */
  readonly toCome: readonly ChangedWords[];
  readonly pending: readonly PendingWords[];
  /** The worst of them: what a person is asked for. */
  readonly flag: 'changed' | 'will-change' | 'may-change' | null;
}

/** What a binding is told from. */
export interface BindingSources {
  readonly timeline: Timeline;
  /** Identity of the provision; null when no text has it. */
  readonly provision: string | null;
  readonly confirmations: readonly Confirmation[];
  /** Whether a modification (by id) says what becomes of the obligation. */
  readonly rebinds: (modification: string) => boolean;
  /** What the text would become, in order. */
  readonly pending: readonly PendingChange[];
  readonly on: Day;
}

/**
 * Holds an obligation to the words that it was bound to: those that the rulebook names, or the first of the provision;
 * later those of a version whose modification says what becomes of the obligation, or that a person confirmed. It is
 * flagged for as long as the words in force are others, and while others are to come or pending.
 */
export function bindingOf({ boundTo }: Pick<Obligation, 'boundTo'>, sources: BindingSources): Binding {
  const { timeline, provision: id, on } = sources;
  const wordsAt = (text: CodeText): BoundWords | null => (id === null ? null : boundWordsIn(text, id));
  const words = timeline.map(({ text }) => wordsAt(text));
  const first = words.findIndex((one) => one !== null);
  if (first < 0) return { boundTo: null, points: [], changed: null, toCome: [], pending: [], flag: null };
  const points = pointsOf(boundTo, first, sources);
  const pointAt = (at: number) => points.findLast((point) => point.at <= at) ?? null;
  const differs = (at: number): boolean => {
    const point = pointAt(at);
    return point !== null && !sameWords(words[point.at] ?? null, words[at] ?? null);
  };
  const current = timeline.findLastIndex(({ inForceFrom }) => inForceFrom <= on);
  const since = pointAt(current)?.at ?? current;
  const changedAt = current < 0 || !differs(current) ? -1 : firstOf(since, current, differs);
  const later = timeline.flatMap(({ inForceFrom, until }, at) => {
    const isNews = at > current && inForceFrom !== until && differs(at);
    return isNews && !sameWords(words[at - 1] ?? null, words[at] ?? null) ? [at] : [];
  });
  const pending = pendingOf(sources, wordsAt);
  const changed = changedAt < 0 ? null : told(timeline[changedAt], words[current] ?? null);
  const toCome = later.flatMap((at) => told(timeline[at], words[at] ?? null) ?? []);
  const asks = pending.some(({ rebinds }) => !rebinds);
  return {
    boundTo: shown(pointAt(current)),
    points: points.flatMap((point) => shown(point) ?? []),
    changed,
    toCome,
    pending,
    flag: changed !== null ? 'changed' : toCome.length > 0 ? 'will-change' : asks ? 'may-change' : null,
  };
}

interface Point extends BindingPoint {
  readonly at: number;
}

function pointsOf(
  boundTo: string | null,
  first: number,
  { timeline, confirmations, rebinds }: BindingSources,
): readonly Point[] {
  const point = (at: number, by: BoundBy, modification: string | null = null): Point[] => {
    const version = timeline[at];
    if (version === undefined) return [];
    return [{ at, label: version.label, inForceFrom: version.inForceFrom, by, modification }];
  };
  const named = boundTo === null ? -1 : timeline.findIndex(({ label }) => label === boundTo);
  const start = named < 0 ? point(first, 'first-words') : point(named, 'rulebook');
  const changed = timeline.flatMap(({ published }, at) => {
    const { kind, reference } = published?.source ?? { kind: 'unknown', reference: '' };
    return kind === 'modification' && at > (start[0]?.at ?? 0) && rebinds(reference)
      ? point(at, 'modification', reference)
      : [];
  });
  const confirmed = confirmations.flatMap(({ confirmed: { label }, reopened }) =>
    reopened === null
      ? point(
          timeline.findIndex((one) => one.label === label),
          'confirmation',
        )
      : [],
  );
  return [...start, ...changed, ...confirmed].toSorted((a, b) => a.at - b.at);
}

function firstOf(from: number, to: number, holds: (at: number) => boolean): number {
  // the words may have gone back and forth: what counts is since when they differ without a break
  let at = to;
  while (at > from && holds(at - 1)) at -= 1;
  return at;
}

function told(version: TextVersion | undefined, words: BoundWords | null): ChangedWords | null {
  if (version === undefined) return null;
  const { label, inForceFrom, published } = version;
  const source = published?.source ?? ({ kind: 'unknown', reference: '' } as const);
  return { label, inForceFrom, source, repeals: words === null };
}

function shown(point: Point | null): BindingPoint | null {
  if (point === null) return null;
  const { at: _, ...rest } = point;
  return rest;
}

function pendingOf(
  { timeline, pending, rebinds }: BindingSources,
  wordsAt: (text: CodeText) => BoundWords | null,
): readonly PendingWords[] {
  let before = timeline.at(-1)?.text;
  return pending.flatMap(({ modification, commences, rebased, after }): PendingWords[] => {
    const [was, becomes] = [before === undefined ? null : wordsAt(before), wordsAt(after)];
    before = after;
    if (!rebased.ok || was === null || sameWords(was, becomes)) return [];
    return [{ modification, commences, repeals: becomes === null, rebinds: rebinds(modification) }];
  });
}
