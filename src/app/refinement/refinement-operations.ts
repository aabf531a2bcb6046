import type { Operation } from '../operation.ts';
import { answerGroupQuestion } from './answer-group-question.ts';
import { appointWorkingGroup } from './appoint-working-group.ts';
import { askForInformation } from './ask-for-information.ts';
import { deliverAssessment } from './deliver-assessment.ts';
import { giveInformation } from './give-information.ts';
import { raiseAlternative } from './raise-alternative.ts';
import { requestAssessment } from './request-assessment.ts';
import { showAlternative } from './show-alternative.ts';
import { showRefinement } from './show-refinement.ts';
import { voteOnAlternative } from './vote-on-alternative.ts';

/** Everything that can be done to refine a modification. */
export const refinementOperations: readonly Operation[] = [
  answerGroupQuestion,
  appointWorkingGroup,
  askForInformation,
  deliverAssessment,
  giveInformation,
  raiseAlternative,
  requestAssessment,
  showAlternative,
  showRefinement,
  voteOnAlternative,
];
