import type { Steps } from '../kernel/steps.ts';
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
  /** Category of its bearer over days (`categorySteps`); absent: whoever asks knows that it bears the duty. */
  readonly category?: Steps<string>;
  readonly readings: Readings;
  readonly knowledge: Knowledge;
  /** Short titles of instruments by id, for sentences; an instrument that is not in it goes by its id. */
  readonly instruments?: ReadonlyMap<string, string>;
}
