import type { Citation } from './citation.ts';
import type { Commencement } from './commencement.ts';

/** Words that bear more than one meaning, with their meanings: `old-words`, `new-words`, `licence-cover`. */
export interface Wordings {
  readonly id: string;
  readonly title: string;
  readonly readings: readonly Reading[];
}

/** A named interpretation of words, with its own commencement and end. Exactly one of a wording's readings is the default. */
export interface Reading {
  /** `apply-now`. */
  readonly id: string;
  readonly title: string;
  readonly default: boolean;
  /** When it starts to bind a system, on top of the day from which the words are in force. */
  readonly commences: Commencement;
  /** When it stops to bind a system; `never` when only the words' repeal ends it. */
  readonly ends: Commencement;
  readonly citation: Citation;
}
