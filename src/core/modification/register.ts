import type { SearchPart } from '../code/search.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Decided, Urgency } from './standing.ts';

/** A row of the register. */
export interface RegisterRow {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly raisedOn: Day;
  readonly proposer: string;
  readonly proposerId: string;
  /** Stage by id; the last once it has ended. */
  readonly stage: string;
  /** `open`, or how it ended. */
  readonly status: string;
  readonly path: string;
  readonly urgency: Urgency;
  readonly decision: Decided | null;
  /** The label of the version that implemented it. */
  readonly published: string | null;
  /** Impact categories of Parties by id, and documents of the code, that its report says it touches. */
  readonly categories: readonly string[];
  readonly documents: readonly string[];
  readonly version: number;
}

/** By what the register can be in order. */
export const REGISTER_ORDERS = ['raised', 'id', 'title', 'status', 'relevance'] as const;
export type RegisterOrder = (typeof REGISTER_ORDERS)[number];

/** What is sought in the register; what is null is not asked. */
export interface RegisterQuery {
  readonly knownAt: Instant | null;
  /** `open`, `ended`, or how it ended. */
  readonly status: string | null;
  readonly stage: string | null;
  readonly path: string | null;
  readonly urgency: string | null;
  /** `none` for those that are to be decided. */
  readonly decision: string | null;
  /** By id, or a part of the name. */
  readonly proposer: string | null;
  readonly category: string | null;
  /** A document of the code, or a code by id. */
  readonly document: string | null;
  readonly version: string | null;
  readonly raisedFrom: Day | null;
  readonly raisedTo: Day | null;
  readonly parts: readonly SearchPart[];
  /** What time has made of modifications since the record last heard of them. */
  readonly settled: readonly Pick<RegisterRow, 'id' | 'stage' | 'status' | 'decision'>[];
  readonly order: RegisterOrder;
  /** One row more is given where there are more. */
  readonly limit: number | null;
  /** The key of the row behind which to go on. */
  readonly after: readonly (string | number)[] | null;
}

/** Rows that fit with their keys in the order, and how many of each status fit in all. */
export interface RegisterAnswer {
  readonly rows: readonly RegisterRow[];
  readonly keys: readonly (readonly [string | number, string])[];
  readonly counts: readonly { readonly status: string; readonly count: number }[];
}

/** A modification whose end is not recorded. */
export type OpenRow = Pick<RegisterRow, 'id' | 'version' | 'stage' | 'status' | 'decision'>;
