import type { Day } from '../../kernel/day.ts';

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
  | { readonly type: 'answer-group-question'; readonly question: string; readonly answer: string };
