import { fold } from '../kernel/decider.ts';
import { evolveBallot } from './ballot/evolve-ballot.ts';
import { withComment } from './comment/comment.ts';
import { completed } from './completed.ts';
import { evolveConsultation } from './consultation/evolve-consultation.ts';
import { evolveHold } from './hold/evolve-hold.ts';
import type { ProposalEvent, StoredResolution } from './proposal.ts';
import { evolveRefinement } from './refinement/evolve-refinement.ts';
import { NOT_REFINED } from './refinement/refinement.ts';
import {
  type CurrentLegalText,
  NO_PROPOSAL,
  type OpenProposal,
  type ProposalState,
  RAISING,
  type RaisedProposal,
} from './state.ts';
import { evolveTimetable } from './timetable/evolve-timetable.ts';
import { evolveWithdrawal } from './withdrawal/evolve-withdrawal.ts';

/** State after one more event. Total: an event that does not fit the state leaves it as it is. */
export function evolve(state: ProposalState, event: ProposalEvent): ProposalState {
  if (event.type === 'proposal-raised') return state.status === 'none' ? raised(event) : state;
  return state.status === 'open' ? Object.freeze(lived(state, event)) : state;
}

/** State after a history. */
export function replay(events: Iterable<ProposalEvent>): ProposalState {
  return fold(NO_PROPOSAL, evolve, events);
}

type Raised = Extract<ProposalEvent, { type: 'proposal-raised' }>;

function raised({ content, raisedOn, profile, rulebook }: Raised): OpenProposal {
  return Object.freeze({
    status: 'open',
    content,
    legalText: {
      amendments: content.legalText,
      ...(content.parts && { parts: content.parts }),
      against: content.draftedAgainst,
      since: raisedOn,
      revision: 1,
      over: null,
    },
    resolutions: [],
    occurred: {},
    raisedOn,
    profile,
    rulebook,
    done: [{ step: RAISING, outcome: 'submitted', on: raisedOn, reasons: null }],
    timetables: [],
    questionnaires: {},
    proposedTimetable: null,
    consultations: {},
    ballots: {},
    refinement: NOT_REFINED,
    referrals: [],
    dated: [],
    implemented: [],
    windows: {},
    label: null,
    withdrawn: null,
    adoptable: null,
    adoptions: [],
    holds: [],
    pathChanges: [],
    comments: [],
    impact: null,
    sentBack: [],
  });
}

function lived(state: OpenProposal, event: Exclude<ProposalEvent, Raised>): RaisedProposal {
  switch (event.type) {
    case 'paper-submitted':
      return completed(state, event.step, 'submitted', event.on);
    case 'determination-made': {
      const { step, on, timetable } = event;
      if (timetable === null) return completed(state, step, event.outcome, on, event.reasons);
      // A timetable may be set again; the step then counts as done when it was done last.
      const done = state.done.filter((one) => one.step !== step);
      const timetables = [...state.timetables, { step, on, timetable }];
      return { ...completed({ ...state, done }, step, event.outcome, on, event.reasons), timetables };
    }
    case 'timetable-proposed':
    case 'timetable-answered':
      return evolveTimetable(state, event);
    case 'questionnaire-set':
    case 'consultation-opened':
    case 'response-received':
    case 'consultation-extended':
    case 'consultation-closed':
      return evolveConsultation(state, event);
    case 'ballot-opened':
    case 'vote-cast':
    case 'vote-withdrawn':
    case 'proxy-given':
    case 'proxy-withdrawn':
    case 'attendance-recorded':
    case 'interest-declared':
    case 'ballot-closed':
      return evolveBallot(state, event);
    case 'working-group-appointed':
    case 'group-question-answered':
    case 'system-assessment-requested':
    case 'assessment-information-requested':
    case 'assessment-information-given':
    case 'system-assessment-delivered':
    case 'alternative-raised':
    case 'alternative-voted':
    case 'alternative-agreed':
    case 'solution-approved':
      return evolveRefinement(state, event);
    case 'decision-referred': {
      const { step, party, grounds, on } = event;
      const referrals = [...state.referrals, { step, party, grounds, on }];
      return { ...completed(state, step, 'referred', on, grounds), referrals };
    }
    case 'window-opened':
      return { ...state, windows: { ...state.windows, [event.step]: event.lastDay } };
    case 'steps-reopened':
      return reopened(state, event);
    case 'profile-changed': {
      const { profile, rulebook, steps } = event;
      const done = state.done.flatMap((one) => {
        const step = Object.hasOwn(steps, one.step) ? steps[one.step] : undefined;
        return step === undefined ? [] : [{ ...one, step }];
      });
      return { ...state, profile, rulebook, done, questionnaires: {}, consultations: {}, ballots: {}, windows: {} };
    }
    case 'window-elapsed':
      return completed(state, event.step, 'elapsed', event.on);
    case 'implementation-dated': {
      const { type: _, ...set } = event;
      return { ...completed(state, set.step, 'set', set.on, set.reasons), dated: [...state.dated, set] };
    }
    case 'part-implemented': {
      const { type: _, step: __, ...part } = event;
      return { ...state, implemented: [...state.implemented, part] };
    }
    case 'modification-implemented':
      return { ...completed(state, event.step, 'implemented', event.on), label: event.label };
    case 'legal-text-drafted':
      return { ...state, legalText: { ...revised(state, event, null), since: event.on } };
    case 'obligations-drafted': {
      const { obligations, wordings } = event;
      return { ...state, content: { ...state.content, obligations, wordings } };
    }
    case 'legal-text-rebased':
      return { ...state, legalText: revised(state, event, event.over), resolutions: event.resolutions };
    case 'legal-text-anchored': {
      const { without: _, ...text } = state.legalText;
      const { against, without } = event;
      return { ...state, legalText: { ...text, against, ...(without.length > 0 && { without }) } };
    }
    case 'conflict-resolved': {
      const { type: _, ...stored } = event;
      const others = state.resolutions.filter((one) => !isSameConflict(one, stored));
      return { ...state, resolutions: [...others, stored] };
    }
    case 'event-occurred':
      return { ...state, occurred: { ...state.occurred, [event.event]: event.day } };
    case 'modification-held':
    case 'hold-planned':
    case 'modification-resumed':
      return evolveHold(state, event);
    case 'proposal-withdrawn':
    case 'proposal-adopted':
      return evolveWithdrawal(state, event);
    case 'comment-made':
    case 'comment-answered':
      return { ...state, comments: withComment(state.comments, event) };
    case 'impact-signed': {
      const { type: _, ...impact } = event;
      return { ...state, impact };
    }
    case 'path-changed': {
      const { step, outcome, fallen, by, reasons, on } = event;
      const before = state.done.find((one) => one.step === step);
      if (before === undefined) return state;
      // What follows from the path follows from the day of the change on, so it counts as done last.
      const kept = state.done.filter((one) => one !== before && !fallen.includes(one.step));
      const done = [...kept, { step, outcome, on, reasons }];
      return {
        ...state,
        done,
        windows: without(state.windows, fallen),
        pathChanges: [...state.pathChanges, { before, outcome, by, reasons, on }],
      };
    }
    case 'proposal-closed':
      return closed(state, event);
  }
}

/** Come to its end; one that was withdrawn and that nobody adopted is withdrawn for good. */
function closed(state: OpenProposal, { end: id, title, on }: Extract<ProposalEvent, { type: 'proposal-closed' }>) {
  const { adoptable } = state;
  const withdrawn = adoptable && { by: adoptable.by, reasons: adoptable.reasons, on: adoptable.on };
  return {
    ...state,
    status: 'closed' as const,
    adoptable: null,
    withdrawn: withdrawn ?? state.withdrawn,
    end: { id, title, on },
  };
}

/** As if the steps had not begun; what was said in them stays in the log. */
function reopened(
  state: OpenProposal,
  { step, steps, directions, on }: Extract<ProposalEvent, { type: 'steps-reopened' }>,
): OpenProposal {
  const done = state.done.find((one) => one.step === step);
  const sentBack = {
    step,
    outcome: done?.outcome ?? '',
    reasons: done?.reasons ?? '',
    directions: directions ?? null,
    steps,
    timetables: state.timetables.length,
    on,
  };
  return {
    ...state,
    sentBack: [...state.sentBack, sentBack],
    done: state.done.filter((one) => !steps.includes(one.step)),
    consultations: without(state.consultations, steps),
    windows: without(state.windows, steps),
    dated: state.dated.filter((one) => !steps.includes(one.step)),
  };
}

function without<T>(all: Readonly<Record<string, T>>, steps: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([step]) => !steps.includes(step)));
}

function revised(
  { legalText }: OpenProposal,
  { amendments, parts, against }: Pick<CurrentLegalText, 'amendments' | 'parts' | 'against'>,
  over: CurrentLegalText['over'],
): CurrentLegalText {
  const { since, revision } = legalText;
  return { amendments, ...(parts && { parts }), against, since, revision: revision + 1, over };
}

function isSameConflict(a: StoredResolution, b: StoredResolution): boolean {
  return a.with === b.with && a.class === b.class && a.provision === b.provision;
}
