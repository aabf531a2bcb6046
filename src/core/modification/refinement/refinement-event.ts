import type { Day } from '../../kernel/day.ts';
import type { Alternative, AlternativeVote } from './alternative.ts';
import type { Assessment, AssessmentResult, InformationRequest } from './assessment.ts';
import type { GroupAnswer, WorkingGroup } from './working-group.ts';

/** Everything that happens to refine a proposal. */
export type RefinementEvent =
  /** A Working Group was appointed, or the one that was is now this. */
  | ({ readonly type: 'working-group-appointed' } & WorkingGroup)
  | ({ readonly type: 'group-question-answered' } & GroupAnswer)
  | ({ readonly type: 'system-assessment-requested' } & Pick<Assessment, 'id' | 'kind' | 'questions' | 'on'>)
  | ({ readonly type: 'assessment-information-requested'; readonly assessment: string } & Pick<
      InformationRequest,
      'id' | 'question' | 'on'
    >)
  | {
      readonly type: 'assessment-information-given';
      readonly assessment: string;
      readonly request: string;
      readonly answer: string;
      /** A person by name. */
      readonly by: string;
      readonly on: Day;
    }
  | ({ readonly type: 'system-assessment-delivered'; readonly assessment: string } & AssessmentResult)
  | ({ readonly type: 'alternative-raised' } & Omit<Alternative, 'votes' | 'agreed'>)
  | ({ readonly type: 'alternative-voted'; readonly alternative: string } & AlternativeVote)
  /** Of several solutions this is approved: its legal text is that of the modification from now on. */
  | { readonly type: 'solution-approved'; readonly solution: string; readonly on: Day }
  /** Enough members were in favour of an alternative, and it is a solution. */
  | ({ readonly type: 'alternative-agreed'; readonly alternative: string } & NonNullable<Alternative['agreed']>);
