import { appointMember } from './body/appoint-member.ts';
import { endAlternate } from './body/end-alternate.ts';
import { endMembership } from './body/end-membership.ts';
import { listBodies } from './body/list-bodies.ts';
import { nameAlternate } from './body/name-alternate.ts';
import { showBody } from './body/show-body.ts';
import { addWorkingDays } from './calendar/add-working-days.ts';
import { countWorkingDays } from './calendar/count-working-days.ts';
import { checkCondition } from './condition/check-condition.ts';
import { evaluateCondition } from './condition/evaluate-condition.ts';
import { explainCondition } from './condition/explain-condition.ts';
import { listNames } from './condition/list-names.ts';
import { attachFile } from './consultation/attach-file.ts';
import { checkReceipt } from './consultation/check-receipt.ts';
import { collateConsultation } from './consultation/collate-consultation.ts';
import { discardResponse } from './consultation/discard-response.ts';
import { extendConsultation } from './consultation/extend-consultation.ts';
import { removeFile } from './consultation/remove-file.ts';
import { saveResponse } from './consultation/save-response.ts';
import { setQuestionnaire } from './consultation/set-questionnaire.ts';
import { showAttachment } from './consultation/show-attachment.ts';
import { showOwnResponse } from './consultation/show-own-response.ts';
import { compareEffect } from './effect/compare-effect.ts';
import { showEffect } from './effect/show-effect.ts';
import { showImpact } from './effect/show-impact.ts';
import { showJointEffect } from './effect/show-joint-effect.ts';
import { showReadiness } from './effect/show-readiness.ts';
import { signImpact } from './effect/sign-impact.ts';
import { meetingOperations } from './meeting/meeting-operations.ts';
import { adoptProposal } from './modification/adopt-proposal.ts';
import { answerComment } from './modification/answer-comment.ts';
import { castVote } from './modification/cast-vote.ts';
import { changePath } from './modification/change-path.ts';
import { closeBallot } from './modification/close-ballot.ts';
import { closeConsultation } from './modification/close-consultation.ts';
import { commentOnProposal } from './modification/comment-on-proposal.ts';
import { countConflicts } from './modification/count-conflicts.ts';
import { declareInterest } from './modification/declare-interest.ts';
import { discardDraft } from './modification/discard-draft.ts';
import { draftLegalText } from './modification/draft-legal-text.ts';
import { draftObligationChange } from './modification/draft-obligation-change.ts';
import { draftResolution } from './modification/draft-resolution.ts';
import { giveProxy } from './modification/give-proxy.ts';
import { holdModification } from './modification/hold-modification.ts';
import { implementModification } from './modification/implement-modification.ts';
import { keepDraftOpen } from './modification/keep-draft-open.ts';
import { listConflicts } from './modification/list-conflicts.ts';
import { listDrafts } from './modification/list-drafts.ts';
import { listModifications } from './modification/list-modifications.ts';
import { makeDetermination } from './modification/make-determination.ts';
import { moveToProfile } from './modification/move-to-profile.ts';
import { openBallot } from './modification/open-ballot.ts';
import { openConsultation } from './modification/open-consultation.ts';
import { openWindow } from './modification/open-window.ts';
import { putForwardDraft } from './modification/put-forward-draft.ts';
import { raiseByForm } from './modification/raise-by-form.ts';
import { raiseProposal } from './modification/raise-proposal.ts';
import { recordAttendance } from './modification/record-attendance.ts';
import { referDecision } from './modification/refer-decision.ts';
import { removeObligationChange } from './modification/remove-obligation-change.ts';
import { resolveConflict } from './modification/resolve-conflict.ts';
import { respond } from './modification/respond.ts';
import { resumeModification } from './modification/resume-modification.ts';
import { saveDraft } from './modification/save-draft.ts';
import { setImplementationDate } from './modification/set-implementation-date.ts';
import { showConflict } from './modification/show-conflict.ts';
import { showDraft } from './modification/show-draft.ts';
import { showModification } from './modification/show-modification.ts';
import { showObligationChanges } from './modification/show-obligation-changes.ts';
import { showProposalForm } from './modification/show-proposal-form.ts';
import { showResponse } from './modification/show-response.ts';
import { submitPaper } from './modification/submit-paper.ts';
import { tallyBallot } from './modification/tally-ballot.ts';
import { whatsNext } from './modification/whats-next.ts';
import { withdrawProposal } from './modification/withdraw-proposal.ts';
import { withdrawVote } from './modification/withdraw-vote.ts';
import { noticeOperations } from './notice/notice-operations.ts';
import { explainDuty } from './obligation/explain-duty.ts';
import { listDuties } from './obligation/list-duties.ts';
import { obligationOperations } from './obligation/obligation-operations.ts';
import type { Operation } from './operation.ts';
import { exportDutyProfile } from './oscal/export-duty-profile.ts';
import { readOscal } from './oscal/read-oscal.ts';
import { draftPaper } from './paper/draft-paper.ts';
import { admitParty } from './party/admit-party.ts';
import { listFacts } from './party/list-facts.ts';
import { listParties } from './party/list-parties.ts';
import { moveSystemGroup } from './party/move-system-group.ts';
import { recategoriseParty } from './party/recategorise-party.ts';
import { recordAssessorCapacity } from './party/record-assessor-capacity.ts';
import { recordFact } from './party/record-fact.ts';
import { recordSystemGroup } from './party/record-system-group.ts';
import { scheduleAssessment } from './party/schedule-assessment.ts';
import { showParty } from './party/show-party.ts';
import { withdrawFact } from './party/withdraw-fact.ts';
import { advanceClock } from './record/advance-clock.ts';
import { checkProof } from './record/check-proof.ts';
import { exportRecord } from './record/export-record.ts';
import { importRecord } from './record/import-record.ts';
import { listStreams } from './record/list-streams.ts';
import { makeCheckpoint } from './record/make-checkpoint.ts';
import { noteCorrection } from './record/note-correction.ts';
import { proveStream } from './record/prove-stream.ts';
import { replayStream } from './record/replay-stream.ts';
import { showLog } from './record/show-log.ts';
import { verifyAudit } from './record/verify-audit.ts';
import { refinementOperations } from './refinement/refinement-operations.ts';
import { listViews } from './register/list-views.ts';
import { removeView } from './register/remove-view.ts';
import { saveView } from './register/save-view.ts';
import { showBoard } from './register/show-board.ts';
import { checkProfile } from './rulebook/check-profile.ts';
import { diffProfiles } from './rulebook/diff-profiles.ts';
import { drawProfile } from './rulebook/draw-profile.ts';
import { rehearseModification } from './rulebook/rehearse-modification.ts';
import { replayHistories } from './rulebook/replay-histories.ts';
import { showFindings } from './rulebook/show-findings.ts';
import { showParameters } from './rulebook/show-parameters.ts';
import { showProfile } from './rulebook/show-profile.ts';
import { adoptCode } from './text/adopt-code.ts';
import { checkDocument } from './text/check-document.ts';
import { designateVersion } from './text/designate-version.ts';
import { exportDocument } from './text/export-document.ts';
import { exportLegalText } from './text/export-legal-text.ts';
import { importDocument } from './text/import-document.ts';
import { importLegalText } from './text/import-legal-text.ts';
import { listInstruments } from './text/list-instruments.ts';
import { listPending } from './text/list-pending.ts';
import { listVersions } from './text/list-versions.ts';
import { moveVersion } from './text/move-version.ts';
import { searchText } from './text/search-text.ts';
import { showChanges } from './text/show-changes.ts';
import { showContents } from './text/show-contents.ts';
import { showHistory } from './text/show-history.ts';
import { showLegalText } from './text/show-legal-text.ts';
import { showLinks } from './text/show-links.ts';
import { showPending } from './text/show-pending.ts';
import { showReferences } from './text/show-references.ts';
import { showTermUses } from './text/show-term-uses.ts';
import { showText } from './text/show-text.ts';
import { answerTimetable } from './timetable/answer-timetable.ts';
import { diffTimetables } from './timetable/diff-timetables.ts';
import { listClashes } from './timetable/list-clashes.ts';
import { listTimetables } from './timetable/list-timetables.ts';
import { planTimetable } from './timetable/plan-timetable.ts';
import { proposeTimetable } from './timetable/propose-timetable.ts';
import { showTimetable } from './timetable/show-timetable.ts';

/** Everything that can be done. API, commands and the reference are made from this list. */
export const operations: readonly Operation[] = [
  addWorkingDays,
  countWorkingDays,
  showEffect,
  showJointEffect,
  showReadiness,
  explainDuty,
  showImpact,
  compareEffect,
  signImpact,
  listDuties,
  attachFile,
  checkReceipt,
  collateConsultation,
  discardResponse,
  extendConsultation,
  removeFile,
  saveResponse,
  setQuestionnaire,
  showAttachment,
  showOwnResponse,
  ...meetingOperations,
  castVote,
  saveView,
  listViews,
  removeView,
  showBoard,
  closeBallot,
  closeConsultation,
  countConflicts,
  declareInterest,
  draftObligationChange,
  removeObligationChange,
  showObligationChanges,
  draftLegalText,
  draftResolution,
  showDraft,
  saveDraft,
  keepDraftOpen,
  discardDraft,
  putForwardDraft,
  listDrafts,
  implementModification,
  listConflicts,
  listModifications,
  makeDetermination,
  moveToProfile,
  openBallot,
  openConsultation,
  openWindow,
  raiseProposal,
  raiseByForm,
  referDecision,
  resolveConflict,
  respond,
  setImplementationDate,
  showConflict,
  showModification,
  showProposalForm,
  showResponse,
  submitPaper,
  whatsNext,
  withdrawProposal,
  adoptProposal,
  answerComment,
  commentOnProposal,
  changePath,
  holdModification,
  resumeModification,
  withdrawVote,
  giveProxy,
  recordAttendance,
  tallyBallot,
  ...refinementOperations,
  ...noticeOperations,
  ...obligationOperations,
  draftPaper,
  admitParty,
  listParties,
  recordAssessorCapacity,
  recordFact,
  withdrawFact,
  listFacts,
  recategoriseParty,
  moveSystemGroup,
  recordSystemGroup,
  scheduleAssessment,
  showParty,
  appointMember,
  endMembership,
  nameAlternate,
  endAlternate,
  listBodies,
  showBody,
  advanceClock,
  exportRecord,
  importRecord,
  listStreams,
  makeCheckpoint,
  showLog,
  replayStream,
  noteCorrection,
  proveStream,
  checkProof,
  verifyAudit,
  checkProfile,
  diffProfiles,
  drawProfile,
  rehearseModification,
  replayHistories,
  showFindings,
  showParameters,
  showProfile,
  adoptCode,
  checkDocument,
  exportDocument,
  exportDutyProfile,
  readOscal,
  exportLegalText,
  importDocument,
  importLegalText,
  designateVersion,
  moveVersion,
  listInstruments,
  listPending,
  listVersions,
  searchText,
  showChanges,
  showContents,
  showHistory,
  showLegalText,
  showLinks,
  showReferences,
  showTermUses,
  showPending,
  showText,
  planTimetable,
  diffTimetables,
  proposeTimetable,
  answerTimetable,
  showTimetable,
  listClashes,
  listTimetables,
  checkCondition,
  evaluateCondition,
  explainCondition,
  listNames,
];
