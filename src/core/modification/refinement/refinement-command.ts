import type { Day } from '../../kernel/day.ts';
import type { Alternative, AlternativeVote } from './alternative.ts';
import type { AssessmentResult } from './assessment.ts';

/** What can be asked to refine a proposal. */
export type RefinementCommand =
  /** Appoints the Working Group, or changes the one that stands. */
  | {
      readonly type: 'appoint-working-group';
      readonly members: readonly { readonly name: string; readonly party: string | null }[];
      /** A member by name. */
      readonly chair: string;
      readonly questions: readonly string[];
      readonly due: Day;
      /** Why it is changed; not needed to appoint the first. */
      readonly reasons: string;
    }
  | { readonly type: 'answer-group-question'; readonly question: string; readonly answer: string }
  | { readonly type: 'request-assessment'; readonly kind: string; readonly questions: readonly string[] }
  | { readonly type: 'ask-for-information'; readonly assessment: string; readonly question: string }
  | {
      readonly type: 'give-information';
      readonly assessment: string;
      readonly request: string;
      readonly answer: string;
    }
  | ({ readonly type: 'raise-alternative' } & Pick<Alternative, 'title' | 'description' | 'amendments' | 'against'>)
  | {
      readonly type: 'vote-on-alternative';
      readonly alternative: string;
      /** By id; null for the actor's own. */
      readonly member: string | null;
      readonly position: AlternativeVote['position'];
    }
  | ({ readonly type: 'deliver-assessment'; readonly assessment: string } & Omit<AssessmentResult, 'on'>);
