import type { Interval } from '../kernel/interval.ts';
import type { Asked, Worded } from '../obligation/asked.ts';
import { coverOf, gapSpans } from './cover.ts';
import type { Span } from './effect.ts';

/** A duty of another instrument that stands in for a duty. */
export interface StandIn {
  readonly obligation: string;
  /** Instrument by id, and provision by its printed reference. */
  readonly instrument: string;
  readonly provision: string;
}

/** Whether a subject is never left without a duty or one that stands in for it, and the days on which it is. */
export interface Continuity {
  /** Duties that stand in for it on this subject; empty: none that is about it. */
  readonly standIns: readonly StandIn[];
  /** Days on which none of them binds. What is unknown is a gap only so far as some course of events opens it. */
  readonly gaps: readonly Span[];
}

/**
 * Continuity between a duty and those of other instruments that are meant to stand in for it, for one subject over a
 * window; null when none is meant to. Equal, day by day, to asking whether any of them binds on that day.
 */
export function continuityOf(duty: Worded, all: readonly Worded[], asked: Asked, window: Interval): Continuity | null {
  if (all.every(({ obligation }) => !obligation.covers.includes(duty.obligation.id))) return null;
  const cover = coverOf(duty.obligation, asked.subject, asked.category, all);
  const standIns = new Map(
    cover.flat().map(({ obligation }) => {
      const { id, instrument, provision } = obligation;
      return [id, { obligation: id, instrument, provision }] as const;
    }),
  );
  return { standIns: [...standIns.values()], gaps: gapSpans([duty], cover, asked, window) };
}
