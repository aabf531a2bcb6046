import type { Citation } from '../kernel/citation.ts';
import type { Value } from '../kernel/condition.ts';
import type { Day } from '../kernel/day.ts';
import type { Prerequisite } from './prerequisite.ts';

/** A thing that happened or is the case, with the day it takes effect. Append-only. */
export interface Fact {
  readonly id: string;
  /** Declared in the rulebook: `system-enrolled`, `guidance-published`, `assessors-trained`. */
  readonly kind: string;
  /** What it is about: a group of systems or a party by id; null for the market as a whole. */
  readonly subject: string | null;
  readonly effectiveOn: Day;
  /** What it comes to from that day on, for a kind that has values; absent for an event. */
  readonly value?: Value;
  readonly citation: Citation;
}

/** A declared kind of fact. */
export interface FactKind {
  readonly id: string;
  readonly title: string;
  /** `words`: of a provision, answered from the history of its instrument and never recorded. */
  readonly subject: 'system-group' | 'party' | 'market' | 'words';
  /** `event`: it happens on a day. Otherwise the type of the value that it has from a day on until the next record. */
  readonly type: 'event' | 'bool' | 'int' | 'string';
  /** The values that a text can have; null: any. */
  readonly values: readonly string[] | null;
  /** For a market event that is the first of another kind: `first-smets1-enrolment` is the first `system-enrolled`. */
  readonly firstOf: string | null;
  /** First day of the span for which the record is complete; null: since ever. */
  readonly completeFrom: Day | null;
  /** First day after the span for which the record is complete: before it, absence means it did not happen. Null: never complete. */
  readonly completeUntil: Day | null;
  /** How it comes about, for an event that others wait for; null: nothing says. */
  readonly broughtAbout: Prerequisite | null;
  readonly citation: Citation;
}
