import { operations } from '../app/operations.ts';
import type { Command } from './command.ts';
import { amend } from './commands/amend.ts';
import { ballotTally } from './commands/ballot.ts';
import { caseCheck } from './commands/case-check.ts';
import { caseRehearse } from './commands/case-rehearse.ts';
import { caseRun } from './commands/case-run.ts';
import { conditionCheck, conditionEval, conditionExplain } from './commands/condition.ts';
import { consultationCollate } from './commands/consultation-collate.ts';
import { documentExport, documentImport } from './commands/document.ts';
import { duties } from './commands/duties.ts';
import { effect } from './commands/effect.ts';
import { legalTextImport } from './commands/import-legal-text.ts';
import { obligationsRegister } from './commands/obligations-register.ts';
import { oscalExport, oscalImport } from './commands/oscal.ts';
import { profileCheck, profileDiff, profileDraw } from './commands/profile.ts';
import { readiness } from './commands/readiness.ts';
import { recordExport, recordImport } from './commands/record.ts';
import { redline } from './commands/redline.ts';
import { history, references } from './commands/references.ts';
import { register } from './commands/register.ts';
import { search } from './commands/search.ts';
import { serve, version } from './commands/serve.ts';
import { text } from './commands/text.ts';
import { timetableDiff, timetablePlan } from './commands/timetable.ts';
import { verifyProof } from './commands/verify-proof.ts';
import { whatsNextCommand } from './commands/whats-next.ts';
import { why } from './commands/why.ts';
import { operationCommand } from './operation-command.ts';
import { SHAPES } from './shapes.ts';

/** Commands that are more than one operation called with its fields. */
const OWN: readonly Command[] = [
  serve,
  version,
  caseCheck,
  caseRun,
  caseRehearse,
  ballotTally,
  profileCheck,
  profileDraw,
  profileDiff,
  text,
  amend,
  redline,
  references,
  history,
  search,
  register,
  whatsNextCommand,
  effect,
  readiness,
  duties,
  why,
  conditionCheck,
  conditionEval,
  conditionExplain,
  obligationsRegister,
  consultationCollate,
  documentImport,
  documentExport,
  oscalExport,
  oscalImport,
  legalTextImport,
  recordExport,
  recordImport,
  timetablePlan,
  timetableDiff,
  verifyProof,
];
const OWN_OPERATIONS = new Set([
  'tally-ballot',
  'collate-consultation',
  'plan-timetable',
  'diff-timetables',
  'export-record',
  'import-record',
  'check-proof',
  'check-profile',
  'draw-profile',
  'diff-profiles',
  'show-text',
  'show-effect',
  'show-readiness',
  'explain-duty',
  'list-duties',
  'check-condition',
  'evaluate-condition',
  'explain-condition',
  'show-obligation-register',
  'show-references',
  'show-history',
  'search-text',
  'whats-next',
  'check-document',
  'import-document',
  'export-document',
  'export-legal-text',
  'import-legal-text',
  'export-duty-profile',
  'read-oscal',
]);

/** Every command of the program: those of its own, and one for each operation. */
export const commands: readonly Command[] = [
  ...OWN,
  ...operations
    .filter((operation) => !OWN_OPERATIONS.has(operation.name))
    .map((operation) => operationCommand(operation, SHAPES[operation.name])),
];
