import { type Day, writeDayWithWeekday } from '../../core/kernel/day.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { dayOfInstant, instantOn } from '../../core/kernel/instant.ts';
import { questionnaireOf, STANDARD_QUESTIONS } from '../../core/modification/consultation/questionnaire.ts';
import type { ProposalRules, TimedRules } from '../../core/modification/context.ts';
import { suspendedEffect } from '../../core/modification/decision/suspended.ts';
import { windowTerms } from '../../core/modification/decision/window.ts';
import { holdFault } from '../../core/modification/hold/decide-hold.ts';
import { APPROVAL, occurrencesOf } from '../../core/modification/implementation/implementation.ts';
import { identifierOf } from '../../core/modification/profile/identifier-of.ts';
import { factHolds, isNotReached, statusOf } from '../../core/modification/profile/net.ts';
import { dayTrue } from '../../core/modification/profile/outcomes.ts';
import type { Step } from '../../core/modification/profile/profile.ts';
import { solutionsOf } from '../../core/modification/refinement/solutions.ts';
import { rests } from '../../core/modification/resting.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { dayClosedAt, lengthOf, nextWorkingDay } from '../../core/modification/timetable/period.ts';
import { progressionOf } from '../../core/modification/timetable/progression.ts';
import { plannedFor } from '../../core/modification/timetable/timetable.ts';
import { trackStages } from '../../core/modification/tracker.ts';
import { unblockersOf } from '../../core/modification/unblock.ts';
import { whatNext } from '../../core/modification/what-next.ts';
import { adoptionEnds } from '../../core/modification/withdrawal/withdrawal.ts';
import { rolesInSentence } from '../../core/party/actor.ts';
import { ballotViewOf } from './ballot-view.ts';
import { implementationView, partViews } from './implementation-view.ts';
import { pathView, sentBackView } from './path-view.ts';
import type { ModificationView } from './view.schema.ts';

/** A modification for its page, at an instant; `version` counts the events that are recorded. */
export function viewOf(state: RaisedProposal, version: number, rules: ProposalRules, now: Instant): ModificationView {
  const { content } = state;
  const { profile } = rules;
  const isClosed = state.status === 'closed';
  const urgent = factHolds('urgent', state, profile);
  const next = isClosed ? [] : whatNext(state, { ...rules, now });
  const eachStep = <T>(view: (step: Step) => readonly T[]) => profile.steps.flatMap((step) => view(step));
  return {
    id: content.id,
    named: identifierOf(state, profile),
    title: content.title,
    code: content.code,
    status: state.status,
    end: isClosed ? state.end : null,
    proposer: content.proposer,
    raisedOn: state.raisedOn,
    profile: { id: profile.id, title: profile.title },
    rulebook: state.rulebook,
    version,
    urgency: {
      ...content.urgency,
      urgent: urgent === 'unknown' ? null : urgent,
      standing: urgencyStanding(state, rules),
    },
    pathAsked: content.pathAsked,
    fastTrack: content.fastTrack === true,
    comments: state.comments,
    mayComment: commentersOf(state, profile),
    path: pathView(state, rules),
    sentBack: sentBackView(state, rules),
    draftedAgainst: content.draftedAgainst,
    legalText: {
      against: state.legalText.against,
      revision: state.legalText.revision,
      over: state.legalText.over,
    },
    tracker: trackStages(state, profile, isClosed),
    progression: progressionOf(state, rules),
    steps: profile.steps.map((step) => stepView(step, state, { ...rules, now })),
    consultations: eachStep((step) => consultationViews(step, state, rules, now)),
    objectives: (rules.objectives ?? []).map(({ id, title }) => ({ id, title })),
    ballots: eachStep((step) => (state.ballots[step.id] ?? []).map((held) => ballotViewOf(step, held, state, rules))),
    solutions: state.refinement.alternatives.some((one) => one.agreed !== null)
      ? solutionsOf(state).map(({ id, title }) => ({ id, title }))
      : [],
    questionnaires: eachStep((step) => questionnaireViews(step, state, rules)),
    windows: eachStep((step) => windowViews(step, state, rules)),
    approval: approvalView(state, rules),
    implementation: implementationView(state, rules, dayOfInstant(now), next),
    parts: partViews(state, rules),
    withdrawal: isClosed ? null : withdrawalView(state, profile),
    withdrawn: state.withdrawn,
    adoptable: adoptableView(state, rules),
    adoptions: state.adoptions,
    hold: isClosed || rests(state) ? null : holdView(state, { ...rules, now }),
    holds: state.holds,
    published: state.label,
    next,
  };
}

function stepView(step: Step, state: RaisedProposal, rules: TimedRules): ModificationView['steps'][number] {
  const status = statusOf(step, state, rules.profile);
  const done = status.kind === 'done' ? status.done : null;
  const planned = plannedFor(step.id, state, rules.profile);
  return {
    id: step.id,
    title: step.title,
    stage: step.stage,
    kind: step.kind,
    act: step.act,
    who: rolesInSentence(step.by, rules.bodies),
    roles: step.by,
    status: isNotReached(step, state, rules.profile) ? 'not-reached' : status.kind,
    outcome: done && outcomeNamed(done.outcome, step),
    on: done?.on ?? null,
    reasons: done?.reasons ?? null,
    waitsFor: status.kind === 'waiting' && state.status === 'open' ? unblockersOf(step, state, rules) : [],
    planned: planned && { from: planned.from, to: planned.to },
    outcomes: step.outcomes.map(({ id, title, reopens = [] }) => ({ id, title, reopens: titlesOf(reopens, rules) })),
    reasonsRequired: step.reasons,
    carriesTimetable: step.carriesTimetable,
    citation: step.citation,
  };
}

function outcomeNamed(id: string | undefined, { outcomes }: Step) {
  const found = outcomes.find((one) => one.id === id);
  return found === undefined ? null : { id: found.id, title: found.title };
}

function titlesOf(ids: readonly string[], { profile }: ProposalRules): readonly string[] {
  return ids.map((id) => profile.steps.find((one) => one.id === id)?.title ?? id);
}

/** Said of a first day on which nobody works. */
function offDay(from: Day): string {
  return `It opens on ${writeDayWithWeekday(from)}, which is no Working Day; its time counts from the next one.`;
}

function consultationViews(
  step: Step,
  state: RaisedProposal,
  rules: ProposalRules,
  now: Instant,
): ModificationView['consultations'] {
  const held = state.consultations[step.id];
  if (held === undefined || step.clock === null) return [];
  const { from, closes, responses, replaced, extensions } = held;
  const { version, questions } = questionnaireOf(step, state);
  const isDone = state.done.some((one) => one.step === step.id);
  const count = (stance: string) => responses.filter((response) => response.stance === stance).length;
  return [
    {
      step: step.id,
      title: step.title,
      status: isDone || state.status === 'closed' ? 'closed' : now < instantOn(from, '00:00') ? 'ahead' : 'open',
      from,
      warning: [from, null].includes(nextWorkingDay(step.clock, from, rules)) ? null : offDay(from),
      closes,
      workingDays: lengthOf(step.clock, from, dayClosedAt(closes), rules),
      countFirst: step.clock.countFirst,
      counts: { support: count('support'), oppose: count('oppose'), neutral: count('neutral') },
      responses: responses.map(({ party, stance, on, content, ...response }) => ({
        party,
        stance,
        on,
        content: content.id,
        digest: content.digest,
        questionnaire: response.questionnaire ?? null,
        late: response.late ?? false,
        filedBy: response.filedBy ?? null,
        replaced: replaced.filter((one) => one.party === party).length,
      })),
      questionnaire: { version, standard: questions === STANDARD_QUESTIONS },
      extensions: [...extensions],
      extendedBy: step.consulting?.extension?.by ?? [],
    },
  ];
}

function questionnaireViews(
  step: Step,
  state: RaisedProposal,
  { profile }: ProposalRules,
): ModificationView['questionnaires'] {
  const { kind } = statusOf(step, state, profile);
  if (step.kind !== 'consultation' || state.status === 'closed' || kind === 'done' || kind === 'excluded') return [];
  const { version, questions } = questionnaireOf(step, state);
  const open = state.consultations[step.id] !== undefined;
  return [{ step: step.id, title: step.title, version, questions: [...questions], open }];
}

function windowViews(step: Step, state: RaisedProposal, rules: ProposalRules): ModificationView['windows'] {
  const terms = windowTerms(step, state, rules);
  if (terms === null) return [];
  const { decidedOn, workingDays, countFirst, lastDay, ends } = terms;
  const referral = state.referrals.find((one) => one.step === step.id);
  return [
    {
      step: step.id,
      title: step.title,
      status: state.done.some((one) => one.step === step.id) ? 'done' : 'open',
      decidedOn,
      workingDays,
      countFirst,
      lastDay,
      ends,
      referral: referral ? { party: referral.party, grounds: referral.grounds, on: referral.on } : null,
    },
  ];
}

/** What has become of the wish to be urgent. */
function urgencyStanding(state: RaisedProposal, { profile }: ProposalRules): ModificationView['urgency']['standing'] {
  const urgent = factHolds('urgent', state, profile);
  if (!state.content.urgency.asked) return 'not-asked';
  if (urgent === 'unknown') return state.status === 'closed' ? 'not-reached' : 'awaited';
  const question = profile.steps.find((step) => step.answers === 'urgency');
  if (!urgent && question && isNotReached(question, state, profile)) return 'not-reached';
  return urgent ? 'urgent' : 'not-urgent';
}

function approvalView(state: RaisedProposal, rules: ProposalRules): ModificationView['approval'] {
  const { profile } = rules;
  const occurrence = occurrencesOf(state, profile)(APPROVAL);
  if (occurrence === null) return { status: 'awaited', on: null, final: false, suspended: [] };
  if (occurrence === 'never') {
    const on = state.withdrawn?.on ?? dayTrue({ kind: 'name', name: 'no_approval' }, state, profile);
    return { status: 'not-approved', on, final: true, suspended: [] };
  }
  const final = factHolds('approved', state, profile) === true;
  const suspended = state.status === 'open' ? suspendedEffect(state, rules) : [];
  return { status: 'approved', on: occurrence, final, suspended };
}

function withdrawalView(state: RaisedProposal, profile: ProposalRules['profile']): ModificationView['withdrawal'] {
  const { withdrawal } = profile;
  if (withdrawal === undefined || state.adoptable !== null || dayTrue(withdrawal.until, state, profile) !== null)
    return null;
  const { by: roles, act, adoption, citation } = withdrawal;
  return { roles, act, adoptable: adoption !== undefined, citation };
}

function commentersOf(state: RaisedProposal, profile: ProposalRules['profile']): ModificationView['mayComment'] {
  const { criticalFriend } = profile;
  if (state.status === 'closed' || rests(state) || criticalFriend === undefined) return [];
  return dayTrue(criticalFriend.until, state, profile) === null ? criticalFriend.by : [];
}

function adoptableView(state: RaisedProposal, rules: ProposalRules): ModificationView['adoptable'] {
  const ends = adoptionEnds(state, rules);
  if (state.adoptable === null || ends === null) return null;
  const { by, reasons, on, lastDay } = state.adoptable;
  return { by, reasons, on, lastDay, ends };
}

function holdView(state: RaisedProposal, rules: TimedRules): ModificationView['hold'] {
  const { hold } = rules.profile;
  if (hold === undefined || holdFault(state, hold, rules) !== null) return null;
  return { roles: hold.by, act: hold.act, citation: hold.citation };
}
