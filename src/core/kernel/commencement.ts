import type { Day } from './day.ts';
import type { MonthRounding } from './months.ts';

/** When something starts (or ends): a value, which may not be settled until something happens. */
export type Commencement =
  /** On a day that is known. */
  | { readonly kind: 'on'; readonly day: Day }
  /** When an event occurs: a market-wide one (`first-smets1-enrolment`) or one of the subject's (`system-enrolled`). */
  | { readonly kind: 'event'; readonly event: string }
  /** If the decision is made by `by`, then `then`; otherwise `otherwise`, or unknown when the source gives no fall-back. */
  | {
      readonly kind: 'decision';
      readonly decision: string;
      readonly by: Day;
      readonly then: Commencement;
      readonly otherwise: Commencement | null;
    }
  | { readonly kind: 'earlier-of'; readonly of: readonly Commencement[] }
  | { readonly kind: 'later-of'; readonly of: readonly Commencement[] }
  /** So many days, Working Days or months after another; negative: before it. */
  | { readonly kind: 'offset'; readonly base: Commencement; readonly days: number }
  | {
      readonly kind: 'working-days-after';
      readonly base: Commencement;
      readonly workingDays: number;
      /** Calendar by id: `england-and-wales`. */
      readonly calendar: string;
    }
  | {
      readonly kind: 'months-after';
      readonly base: Commencement;
      readonly months: number;
      readonly rounding: MonthRounding;
    }
  | { readonly kind: 'never' };

/** What is known of an event: its day, that it never happens, or nothing yet. */
export type Occurrence = Day | 'never' | null;

/** Occurrence of an event by name; null when nothing is known of it. */
export type Occurrences = (event: string) => Occurrence;

/**
 * When it commences, so far as is known. `unknown` names the events that would settle it, the first day on which it
 * could be (null: any day), and the day on which it is at the latest (absent: it may never be), so that the days before
 * the one and from the other on are known.
 */
export type Commenced =
  | { readonly kind: 'on'; readonly day: Day }
  | { readonly kind: 'never' }
  | {
      readonly kind: 'unknown';
      readonly notBefore: Day | null;
      readonly notAfter?: Day;
      readonly awaiting: readonly string[];
    };
