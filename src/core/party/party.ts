import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { PartyChange } from './party-over-time.ts';

/** A company that is bound by the code. */
export interface Party {
  /** `brightwater-energy`. */
  readonly id: string;
  readonly name: string;
  /** Party category by id in which it was admitted: `large-supplier`. Ask `categoryOn` for that of another day. */
  readonly category: string;
  readonly admittedOn: Day;
  /** User roles by id that it was admitted in; absent: none are known. */
  readonly roles?: readonly string[];
  /** What it became later, in order of recording; absent: nothing else. */
  readonly changes?: readonly PartyChange[];
  /** The group of companies by id that it belongs to; absent: none is known. */
  readonly group?: string;
}

/** A list entry of a code that is data: a category, an objective. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly citation: Citation;
}

/** A party category, with the voting category it votes in and the impact box it ticks. */
export interface PartyCategory extends Listed {
  readonly votingCategory: string | null;
  readonly impactCategories: readonly string[];
  /** Whether its parties can be Responsible Suppliers. */
  readonly supplier: boolean;
}

/** A seat of a body, with the voting category it stands for. */
export interface Seat {
  readonly id: string;
  readonly title: string;
  readonly votingCategory: string;
}

/** A body that decides or advises: the Panel, the Change Board, the SSC, the Authority. */
export interface Body extends Listed {
  /** How it is named inside a sentence: `the Panel`. */
  readonly inSentence: string;
  readonly seats: readonly Seat[];
  /** How the papers of its meetings are numbered; absent: the rulebook does not say. */
  readonly papers?: { readonly scheme: string; readonly citation: Citation };
}
