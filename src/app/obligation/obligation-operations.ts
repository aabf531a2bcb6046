import type { Operation } from '../operation.ts';
import { confirmBinding } from './confirm-binding.ts';
import { listEvidence } from './list-evidence.ts';
import { listJudgements } from './list-judgements.ts';
import { listObligations } from './list-obligations.ts';
import { recordEvidence } from './record-evidence.ts';
import { recordJudgement } from './record-judgement.ts';
import { reopenBinding } from './reopen-binding.ts';
import { showCoverage } from './show-coverage.ts';
import { showEvidenceFile } from './show-evidence-file.ts';
import { showObligation } from './show-obligation.ts';
import { showObligationRegister } from './show-obligation-register.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';
import { withdrawJudgement } from './withdraw-judgement.ts';

/** What can be done with the obligations of a code. */
export const obligationOperations: readonly Operation[] = [
  listObligations,
  showObligation,
  showCoverage,
  showObligationRegister,
  confirmBinding,
  reopenBinding,
  recordJudgement,
  withdrawJudgement,
  listJudgements,
  recordEvidence,
  withdrawEvidence,
  listEvidence,
  showEvidenceFile,
];
