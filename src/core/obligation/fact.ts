import type { Citation } from '../kernel/citation.ts';
import type { Commencement } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import type { Prerequisite } from './prerequisite.ts';

/** What a fact can come to. */
export type FactValue = boolean | number | string;

/** A thing that happened or is the case, with the day it takes effect. Append-only. */
export interface Fact {
  readonly id: string;
  /** Declared in the rulebook: `system-enrolled`, `guidance-published`, `assessors-trained`. */
  readonly kind: string;
  /** What it is about: a group of systems or a party by id; null for the market as a whole. */
  readonly subject: string | null;
  readonly effectiveOn: Day;
  /** What it comes to from that day on, for a kind that has values; absent for an event. */
  readonly value?: FactValue;
  /** The fact (by id) that was recorded in error and that this one takes the place of, from its recording on. */
  readonly replaces?: string;
  readonly citation: Citation;
}

/** What a kind of fact follows from when nobody records it. */
export type Derivation =
  /** The category of a party, by id. */
  | { readonly from: 'category' }
  /** Whether a party holds a user role. */
  | { readonly from: 'role'; readonly role: string }
  /** What a party operates, counted over its groups of systems; `generation` null: of both. */
  | {
      readonly from: 'volume';
      readonly unit: 'devices' | 'premises' | 'systems';
      readonly generation: 'SMETS1' | 'SMETS2' | null;
    }
  /** The day from which a group of systems is operated by another Responsible Supplier. */
  | { readonly from: 'change-of-supplier' }
  /** The day of the decision to approve a modification; never once it cannot be approved. */
  | { readonly from: 'approval'; readonly modification: string }
  /** A dated number or word of the law, by id. */
  | { readonly from: 'parameter'; readonly parameter: string }
  /** A named commencement: it happens when that commences. */
  | { readonly from: 'commencement'; readonly commences: Commencement };

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
  /** What absence means where the record is complete, for a kind that has values; null: nothing is known there either. */
  readonly absent: FactValue | null;
  /** What it follows from; null for a kind that is recorded. What the record itself answers is complete on every day. */
  readonly derived: Derivation | null;
  readonly citation: Citation;
}

/** Whether a kind is an event of which a reader may suppose a day: what the record answers on every day is none, a decision that is awaited is one. */
export function isAssumable({ type, subject, derived }: FactKind): boolean {
  return (
    type === 'event' &&
    subject !== 'words' &&
    (derived === null || derived.from === 'commencement' || derived.from === 'approval')
  );
}

/** Whether facts of a kind are recorded by a person. */
export function isRecordable({ subject, derived }: FactKind): boolean {
  return subject !== 'words' && derived === null;
}
