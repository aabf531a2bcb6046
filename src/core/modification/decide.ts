import { writeDay } from '../kernel/day.ts';
import { type Decider, type Decision, refused } from '../kernel/decider.ts';
import { rejection } from '../kernel/rejection.ts';
import { closeBallotAt, openBallotAt, recordAttendance } from './ballot/decide-ballot.ts';
import { castVote, declareInterest, giveProxy, withdrawVote } from './ballot/decide-vote.ts';
import type { ProposalCommand } from './command.ts';
import { answerComment, commentOn } from './comment/decide-comment.ts';
import { closeConsultationAt, openConsultationAt } from './consultation/decide-consultation.ts';
import { extendConsultation } from './consultation/decide-extension.ts';
import { setQuestionnaire } from './consultation/decide-questionnaire.ts';
import { respond } from './consultation/decide-response.ts';
import type { ProposalContext } from './context.ts';
import { raise, submitPaper } from './decide-submission.ts';
import { makeDetermination } from './decision/decide-determination.ts';
import { openWindow, referDecision } from './decision/decide-window.ts';
import { evolve } from './evolve.ts';
import { hold, resume } from './hold/decide-hold.ts';
import { signImpact } from './impact/decide-impact.ts';
import { implement, setImplementationDate } from './implementation/decide-implementation.ts';
import { draftObligations } from './obligations/decide-obligations.ts';
import { changePath } from './path/decide-path.ts';
import { moveToProfile } from './profile/decide-move.ts';
import type { ProposalEvent } from './proposal.ts';
import { raiseAlternative, voteOnAlternative } from './refinement/decide-alternative.ts';
import {
  askForInformation,
  deliverAssessment,
  giveInformation,
  requestAssessment,
} from './refinement/decide-assessment.ts';
import { answerGroupQuestion, appointWorkingGroup } from './refinement/decide-group.ts';
import { restFault } from './resting.ts';
import { withEnd } from './settle.ts';
import { NO_PROPOSAL, type OpenProposal, type ProposalState } from './state.ts';
import { draftLegalText, resolveConflict } from './text/decide-legal-text.ts';
import { answerTimetable, proposeTimetable } from './timetable/decide-replan.ts';
import { adopt, withdraw } from './withdrawal/decide-withdrawal.ts';

/** What a command comes to for a proposal, under its pinned rules. Never throws. */
export function decide(
  command: ProposalCommand,
  state: ProposalState,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const decision = decideInState(command, state, context);
  return decision.ok ? { ok: true, events: withEnd(state, decision.events, context) } : decision;
}

/** The life of a modification proposal. */
export const modificationProposal: Decider<ProposalCommand, ProposalEvent, ProposalState, ProposalContext> = {
  initial: NO_PROPOSAL,
  decide,
  evolve,
};

function decideInState(
  command: ProposalCommand,
  state: ProposalState,
  context: ProposalContext,
): Decision<ProposalEvent> {
  if (command.type === 'raise-proposal') {
    if (state.status === 'none') return raise(command, context);
    return refused(rejection('proposal-exists', `${state.content.id} is already in the register.`));
  }
  switch (state.status) {
    case 'none':
      return refused(rejection('not-found', 'No proposal of that identifier has been raised.'));
    case 'closed': {
      const sentence = `${state.content.id} came to its end on ${writeDay(state.end.on)}: ${state.end.title}.`;
      return refused(rejection('proposal-closed', sentence, { citation: context.profile.citation }));
    }
    case 'open':
      return decideOpen(command, state, context);
  }
}

function decideOpen(
  command: Exclude<ProposalCommand, { type: 'raise-proposal' }>,
  state: OpenProposal,
  context: ProposalContext,
): Decision<ProposalEvent> {
  const resting = restFault(command.type, state, context);
  if (resting !== null) return refused(resting);
  switch (command.type) {
    case 'submit-paper':
      return submitPaper(command, state, context);
    case 'make-determination':
      return makeDetermination(command, state, context);
    case 'open-consultation':
      return openConsultationAt(command, state, context);
    case 'respond':
      return respond(command, state, context);
    case 'set-questionnaire':
      return setQuestionnaire(command, state, context);
    case 'extend-consultation':
      return extendConsultation(command, state, context);
    case 'close-consultation':
      return closeConsultationAt(command, state, context);
    case 'open-ballot':
      return openBallotAt(command, state, context);
    case 'cast-vote':
      return castVote(command, state, context);
    case 'withdraw-vote':
      return withdrawVote(command, state, context);
    case 'give-proxy':
      return giveProxy(command, state, context);
    case 'record-attendance':
      return recordAttendance(command, state, context);
    case 'declare-interest':
      return declareInterest(command, state, context);
    case 'open-window':
      return openWindow(command, state, context);
    case 'move-to-profile':
      return moveToProfile(command, state, context);
    case 'propose-timetable':
      return proposeTimetable(command, state, context);
    case 'answer-timetable':
      return answerTimetable(command, state, context);
    case 'close-ballot':
      return closeBallotAt(command, state, context);
    case 'refer-decision':
      return referDecision(command, state, context);
    case 'set-implementation-date':
      return setImplementationDate(command, state, context);
    case 'draft-obligations':
      return draftObligations(command, state, context);
    case 'draft-legal-text':
      return draftLegalText(command, state, context);
    case 'resolve-conflict':
      return resolveConflict(command, state, context);
    case 'withdraw-proposal':
      return withdraw(command, state, context);
    case 'appoint-working-group':
      return appointWorkingGroup(command, state, context);
    case 'answer-group-question':
      return answerGroupQuestion(command, state, context);
    case 'adopt-proposal':
      return adopt(command, state, context);
    case 'hold-modification':
      return hold(command, state, context);
    case 'sign-impact':
      return signImpact(command, state, context);
    case 'comment-on-proposal':
      return commentOn(command, state, context);
    case 'answer-comment':
      return answerComment(command, state, context);
    case 'change-path':
      return changePath(command, state, context);
    case 'resume-modification':
      return resume(command, state, context);
    case 'request-assessment':
      return requestAssessment(command, state, context);
    case 'ask-for-information':
      return askForInformation(command, state, context);
    case 'give-information':
      return giveInformation(command, state, context);
    case 'deliver-assessment':
      return deliverAssessment(command, state, context);
    case 'raise-alternative':
      return raiseAlternative(command, state, context);
    case 'vote-on-alternative':
      return voteOnAlternative(command, state, context);
    case 'implement-modification':
      return implement(command, state, context);
  }
}
