import type { Citation } from '../../kernel/citation.ts';
import type { Role } from '../../party/actor.ts';
import type { Question } from './questionnaire.ts';

/** What a profile says of a consultation beside its clock; a step without it asks the standard questions and publishes no answer. */
export interface Consulting {
  /** When the answers that are not confidential are for everybody to read. */
  readonly publishes: 'after-close' | 'never';
  /** Who may record a response that came late; absent: nobody. */
  readonly late?: LateResponses;
  /** Who may let a consultation that runs close later; absent: nobody. */
  readonly extension?: Extension;
  /** What is asked where nobody sets other questions; absent: the standard ones. */
  readonly questions?: readonly Question[];
  readonly citation: Citation;
}

interface LateResponses {
  readonly by: readonly Role[];
  /** Step by id: once it is done no late response is taken. */
  readonly before: string;
}

interface Extension {
  readonly by: readonly Role[];
  /** The parameter with the least number of Working Days by which it is extended. */
  readonly workingDays: string;
}
