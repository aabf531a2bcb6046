import type { Readings } from './bound-steps.ts';
import type { Knowledge } from './knowledge.ts';
import type { Obligation } from './obligation.ts';
import type { Subject } from './subject.ts';
import type { WordsInForce } from './words-in-force.ts';

/** A duty and the words that it has over time. */
export interface Worded {
  readonly obligation: Obligation;
  readonly words: readonly WordsInForce[];
}

/** What days are asked about: a subject, the readings taken, and what is known. */
export interface Asked {
  readonly subject: Subject;
  readonly readings: Readings;
  readonly knowledge: Knowledge;
}
