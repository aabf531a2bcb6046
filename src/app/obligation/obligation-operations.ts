import type { Operation } from '../operation.ts';
import { confirmBinding } from './confirm-binding.ts';
import { listJudgements } from './list-judgements.ts';
import { listObligations } from './list-obligations.ts';
import { recordJudgement } from './record-judgement.ts';
import { reopenBinding } from './reopen-binding.ts';
import { showCoverage } from './show-coverage.ts';
import { showObligation } from './show-obligation.ts';
import { withdrawJudgement } from './withdraw-judgement.ts';

/** What can be done with the obligations of a code. */
export const obligationOperations: readonly Operation[] = [
  listObligations,
  showObligation,
  showCoverage,
  confirmBinding,
  reopenBinding,
  recordJudgement,
  withdrawJudgement,
  listJudgements,
];
