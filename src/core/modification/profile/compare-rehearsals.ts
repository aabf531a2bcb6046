import { type Day, writeDay } from '../../kernel/day.ts';
import { rolesInSentence } from '../../party/actor.ts';
import { windowTerms } from '../decision/window.ts';
import { APPROVAL, implementationOf, occurrencesOf } from '../implementation/implementation.ts';
import { RAISING } from '../state.ts';
import { dayClosedAt, lengthOf } from '../timetable/period.ts';
import { describeVoting } from './describe-profile.ts';
import { identifierOf } from './identifier-of.ts';
import { conditionHolds, factHolds } from './net.ts';
import { dayTrue } from './outcomes.ts';
import type { Step } from './profile.ts';
import type { Rehearsal } from './rehearse.ts';

/** A row of the comparison: the same question to each process. */
export interface ComparedRow {
  readonly what: string;
  readonly answers: readonly string[];
  readonly same: boolean;
}

/** How the same proposal fares under several processes, question by question. */
export function compareRehearsals(all: readonly Rehearsal[]): readonly ComparedRow[] {
  return QUESTIONS.map(({ what, answer }) => {
    const answers = all.map(answer);
    return { what, answers, same: answers.every((one) => one === answers[0]) };
  });
}

const QUESTIONS: readonly { readonly what: string; readonly answer: (of: Rehearsal) => string }[] = [
  { what: 'Process', answer: ({ rules }) => rules.profile.title },
  {
    what: 'Who may raise it',
    answer: ({ rules }) => rolesInSentence(stepOf(RAISING, rules)?.by ?? [], rules.bodies),
  },
  { what: 'Named', answer: namesOf },
  { what: 'Steps taken', answer: ({ state }) => String(state.done.length) },
  { what: 'In order', answer: orderOf },
  {
    what: 'Urgent',
    answer: ({ rules, state }) => {
      if (rules.profile.steps.every((step) => step.answers !== 'urgency')) return 'not asked by this process';
      return factHolds('urgent', state, rules.profile) === true ? 'yes' : 'no';
    },
  },
  { what: 'Parties are asked', answer: consultationsOf },
  { what: 'Who votes and how', answer: (of) => ballotsOf(of, (step) => describeVoting(step, of.rules)) },
  { what: 'The vote', answer: talliesOf },
  { what: 'Path', answer: pathOf },
  { what: 'Approved on', answer: (of) => dayOr(approvedOn(of), 'not approved') },
  { what: 'Can be referred until', answer: windowsOf },
  { what: 'Final on', answer: (of) => dayOr(finalOn(of), 'not approved') },
  { what: 'Takes effect', answer: effectOf },
  { what: 'Working Days from raising to a final decision', answer: (of) => workingDays(of, finalOn(of)) },
  {
    what: 'Working Days from raising to effect',
    answer: (of) => workingDays(of, implementationOf(of.state, of.rules.profile).day),
  },
  {
    what: 'Comes to',
    answer: ({ state, refusals }) =>
      state.status === 'closed' ? state.end.title : `open: ${refusals.join(' ') || 'it waits'}`,
  },
];

function namesOf({ rules, state }: Rehearsal): string {
  const now = identifierOf(state, rules.profile);
  return now === state.content.id ? now : `${now}, raised as ${state.content.id}`;
}

function orderOf({ rules, state }: Rehearsal): string {
  return state.done
    .map((one) => {
      const step = stepOf(one.step, rules);
      const outcome = step?.outcomes.find((each) => each.id === one.outcome)?.title ?? one.outcome;
      return `${writeDay(one.on)} ${step?.title ?? one.step}: ${outcome}`;
    })
    .join('; ');
}

function consultationsOf({ rules, state }: Rehearsal): string {
  const held = Object.entries(state.consultations).flatMap(([id, { from, closes }]) => {
    const step = stepOf(id, rules);
    const to = dayClosedAt(closes);
    if (step?.clock == null) return [];
    const counted = step.clock.countFirst ? 'first counted' : 'first not counted';
    return `${step.title}, ${writeDay(from)} to ${writeDay(to)} (${lengthOf(step.clock, from, to, rules)} Working Days, ${counted})`;
  });
  return held.join('; ') || 'never';
}

function ballotsOf({ rules, state }: Rehearsal, say: (step: Step) => string): string {
  return (
    Object.keys(state.ballots)
      .flatMap((id) => stepOf(id, rules) ?? [])
      .map(say)
      .join('; ') || 'nobody'
  );
}

function talliesOf(of: Rehearsal): string {
  return ballotsOf(of, (step) => {
    const result = of.state.ballots[step.id]?.at(-1)?.result;
    if (!result) return 'open';
    const { approve, reject, counted, casting, present } = result.tally;
    const broken = casting === null ? '' : `, casting vote to ${casting}`;
    const outcome = step.outcomes.find((one) => one.id === result.outcome)?.title ?? result.outcome;
    return `${outcome}: ${approve} for and ${reject} against (${counted}${broken}), ${present} voted`;
  });
}

function pathOf({ rules, state }: Rehearsal): string {
  const path = rules.profile.paths?.find((one) => conditionHolds(one.when, state, rules.profile));
  if (path !== undefined) return `${path.title}, decided by ${rolesInSentence([path.decides], rules.bodies)}`;
  const step = rules.profile.steps.find((one) => one.answers === 'path');
  const done = state.done.find((one) => one.step === step?.id);
  const outcome = step?.outcomes.find((one) => one.id === done?.outcome);
  return step === undefined || outcome === undefined ? 'not said' : `${step.title}: ${outcome.title}`;
}

function windowsOf({ rules, state }: Rehearsal): string {
  const windows = rules.profile.steps.flatMap((step) => windowTerms(step, state, rules) ?? []);
  return (
    windows
      .map(({ step, lastDay, workingDays: count }) => {
        const given = step.clock?.given ? ', a length that was supposed' : '';
        return `${writeDay(lastDay)} (${count} Working Days${given})`;
      })
      .join('; ') || 'never'
  );
}

function effectOf({ rules, state }: Rehearsal): string {
  const { day, basis } = implementationOf(state, rules.profile);
  if (day === null) return basis;
  return `${writeDay(day)}, ${basis === 'set' ? 'the day that had to be set' : 'the day that was planned'}`;
}

function approvedOn({ rules, state }: Rehearsal): Day | null {
  const occurred = occurrencesOf(state, rules.profile)(APPROVAL);
  return typeof occurred === 'number' ? occurred : null;
}

function finalOn({ rules, state }: Rehearsal): Day | null {
  return dayTrue({ kind: 'name', name: 'approved' }, state, rules.profile);
}

function workingDays({ rules, state }: Rehearsal, to: Day | null): string {
  const clock = rules.profile.steps.find((step) => step.clock !== null)?.clock ?? null;
  const count =
    to === null || clock === null ? null : lengthOf({ ...clock, countFirst: false }, state.raisedOn, to, rules);
  return count === null ? 'none' : String(count);
}

function dayOr(day: Day | null, otherwise: string): string {
  return day === null ? otherwise : writeDay(day);
}

function stepOf(id: string, { profile }: Rehearsal['rules']): Step | undefined {
  return profile.steps.find((step) => step.id === id);
}
