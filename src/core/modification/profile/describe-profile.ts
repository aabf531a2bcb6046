import type { Citation } from '../../kernel/citation.ts';
import { writeDay } from '../../kernel/day.ts';
import { parameterOn } from '../../kernel/parameter.ts';
import { printCondition } from '../../kernel/print-condition.ts';
import { rolesInSentence } from '../../party/actor.ts';
import type { Voting } from '../ballot/voting.ts';
import { describeConsulting } from '../consultation/consulting-fault.ts';
import type { ProposalRules } from '../context.ts';
import { RAISING } from '../state.ts';
import type { Step, StepClock } from './profile.ts';

/** Something that a process says, in words. */
export interface Aspect {
  readonly aspect: string;
  readonly says: string;
}

const NOT_SAID = 'not recorded';

/** What a process says beside its steps: when, who raises, how it is named, decided, voted, referred and released. */
export function aspectsOf(rules: ProposalRules): readonly Aspect[] {
  const { profile, bodies } = rules;
  const { applies, stages, identifiers, paths, urgencyGrounds, releases, transitions, notKnown } = profile;
  const raise = profile.steps.find((step) => step.id === RAISING);
  const windows = profile.steps.filter((step) => step.kind === 'window');
  const back = profile.steps.flatMap((step) =>
    step.outcomes
      .filter((outcome) => outcome.reopens !== undefined)
      .map((outcome) => `${step.title}: ${outcome.title}, to ${titleOf(outcome.reopens?.[0], rules)}`),
  );
  return [
    {
      aspect: 'Proposals raised',
      says: `from ${writeDay(applies.from)}${applies.until === null ? '' : `, before ${writeDay(applies.until)}`}`,
    },
    { aspect: 'Who raises', says: raise === undefined ? NOT_SAID : rolesInSentence(raise.by, bodies) },
    {
      aspect: 'A proposal says',
      says: `what is wrong${profile.form?.solution === 'later' ? '; how it is put right can come later' : ' and how it is put right'}`,
    },
    {
      aspect: 'How it is named',
      says:
        identifiers?.map((one) => `${one.prefix} and a number from "${titleOf(one.from, rules)}" on`).join('; ') ??
        'as its proposer names it',
    },
    { aspect: 'Stages', says: stages.map((stage) => stage.title).join(', ') },
    {
      aspect: 'Paths',
      says:
        paths
          ?.map(
            (path) =>
              `${path.title}, decided by ${rolesInSentence([path.decides], bodies)}${testsOf(path.tests.length)}`,
          )
          .join('; ') ?? NOT_SAID,
    },
    ...pathAspects(rules),
    { aspect: 'Urgent when', says: urgencyGrounds?.map((ground) => ground.title).join('; ') ?? NOT_SAID },
    ...profile.steps
      .filter((step) => step.voting !== null)
      .map((step) => ({ aspect: 'Vote', says: describeVoting(step, rules) })),
    ...profile.steps
      .filter((step) => step.consulting !== undefined)
      .map((step) => ({ aspect: 'Responses', says: describeConsulting(step, rules) })),
    {
      aspect: 'Referral or appeal',
      says: windows.map((step) => `${step.title}: ${describeClock(step, rules)}`).join('; ') || 'none',
    },
    { aspect: 'Sent back', says: back.join('; ') || 'never' },
    ...restAspects(rules),
    {
      aspect: 'Day of implementation moved',
      says: profile.steps.some((step) => step.movesDay === true) ? 'until it comes' : 'not recorded',
    },
    { aspect: 'Releases', says: releases?.kinds.join(' and ') ?? NOT_SAID },
    {
      aspect: 'Open proposals of another process',
      says:
        transitions?.map((one) => `from ${one.from}, by ${rolesInSentence(one.by, bodies)}`).join('; ') ??
        'keep that process',
    },
    {
      aspect: 'Critical friend',
      says:
        profile.criticalFriend === undefined
          ? NOT_SAID
          : `${rolesInSentence(profile.criticalFriend.by, bodies)}, until ${printCondition(profile.criticalFriend.until)}`,
    },
    {
      aspect: 'Impact on Parties',
      says:
        profile.impactStatement === undefined
          ? NOT_SAID
          : `signed by ${rolesInSentence(profile.impactStatement.by, bodies)}, until ${printCondition(profile.impactStatement.until)}`,
    },
    {
      aspect: 'Legal text drafted anew',
      says: profile.textUntil === undefined ? 'until the first paper' : `until "${titleOf(profile.textUntil, rules)}"`,
    },
    { aspect: 'Changed beside it', says: profile.beside?.map(({ says }) => says).join(' ') ?? NOT_SAID },
    { aspect: 'Not known to us', says: notKnown?.join(' ') ?? 'nothing is listed' },
  ];
}

/** Who changes a path that was determined, and what Fast-Track leaves of the process. */
function pathAspects(rules: ProposalRules): readonly Aspect[] {
  const { bodies, profile } = rules;
  const { pathChange, fastTrack } = profile;
  return [
    {
      aspect: 'Path changed',
      says:
        pathChange === undefined
          ? NOT_SAID
          : `by ${rolesInSentence(pathChange.by, bodies)}, until ${printCondition(pathChange.until)}${marked(pathChange.citation)}`,
    },
    {
      aspect: 'Fast-Track',
      says:
        fastTrack === undefined
          ? NOT_SAID
          : `raised by ${rolesInSentence(fastTrack.by, bodies)}; of the steps it has only ${fastTrack.steps.map((id) => titleOf(id, rules)).join(', ')}`,
    },
  ];
}

/** How a proposal is taken back, taken on by another, and put on hold. */
function restAspects(rules: ProposalRules): readonly Aspect[] {
  const { bodies, profile } = rules;
  const { withdrawal, hold } = profile;
  const adoption = withdrawal?.adoption;
  const kinds = hold?.pauses.map((kind) => `a running ${kind}`).join(' and ');
  return [
    {
      aspect: 'Withdrawal',
      says:
        withdrawal === undefined
          ? NOT_SAID
          : `by ${rolesInSentence(withdrawal.by, bodies)}, until ${printCondition(withdrawal.until)}`,
    },
    {
      aspect: 'Adoption of what is withdrawn',
      says:
        adoption === undefined
          ? NOT_SAID
          : `by ${rolesInSentence(adoption.by, bodies)}, within ${describeClock(adoption, rules)}${marked(adoption.citation)}`,
    },
    {
      aspect: 'Hold',
      says:
        hold === undefined
          ? NOT_SAID
          : `by ${rolesInSentence(hold.by, bodies)}, until ${printCondition(hold.until)}; ended by ${rolesInSentence(hold.resumedBy, bodies)} or on the day given${kinds === '' ? '' : `; ${kinds} stands still`}${marked(hold.citation)}`,
    },
  ];
}

function marked({ certainty }: Citation): string {
  return certainty === 'unverified' ? ' (unverified)' : '';
}

/** A step in one line: who does it, when it opens, how long it runs, what comes of it. */
export function describeStep(step: Step, rules: ProposalRules): string {
  const clock = step.clock === null ? '' : `; ${describeClock(step, rules)}`;
  const outcomes = step.outcomes.map((outcome) => outcome.title).join(' or ');
  const opens = `opens when ${printCondition(step.opens)}`;
  return `${rolesInSentence(step.by, rules.bodies)}; ${opens}${clock}; comes to: ${outcomes}`;
}

/** `10 Working Days, the first day not counted`. */
export function describeClock({ clock }: Pick<Step, 'clock'>, rules: ProposalRules): string {
  if (clock === null) return 'no clock';
  const counted = clock.countFirst ? 'the first day counted' : 'the first day not counted';
  const urgent = clock.urgentWorkingDays === null ? '' : `, or ${lengthOf(clock.urgentWorkingDays, rules)} when urgent`;
  return `${leastOf(clock, rules)}${urgent}, ${counted}, closing at ${clock.closesAt}`;
}

/** How a ballot is held and counted, in words. */
export function describeVoting(step: Step, rules: ProposalRules): string {
  const { voting } = step;
  if (voting === null) return 'no vote';
  const body = rules.bodies.find((one) => one.id === voting.body);
  const who =
    voting.unit === 'party' ? 'every Party of a voting category' : `each seat of ${body?.inSentence ?? voting.body}`;
  const weighed = voting.weight === 'given' ? ', by a weight that is given' : '';
  const how =
    voting.aggregation === 'by-category'
      ? `counted by category: ${share(voting.categoryThreshold, rules)} inside a category makes its one vote`
      : 'counted one by one';
  const of = { cast: 'the votes for and against', present: 'those present', entitled: 'all who may vote' }[voting.of];
  const groups = voting.quorumOf.map((one) => `${value(one.seats, rules)} of ${one.category}`).join(' and ');
  const quorum = `quorum ${value(voting.quorum, rules)}${groups === '' ? '' : `, with ${groups}`}`;
  const tie = value(voting.tie, rules) === 'approve' ? 'a tie approves' : 'a tie rejects';
  const casting = voting.castingVote === null ? tie : `the casting vote breaks a tie, without it ${tie}`;
  const recused = voting.recusal === 'shrinks' ? 'who is recused leaves the list' : 'who is recused still counts in it';
  const counted = `${who}${weighed}, ${how}; ${share(voting.threshold, rules)} of ${of}; ${quorum}; ${casting}; ${recused}`;
  return [counted, ...votesCast(voting, rules)].join('; ');
}

/** Who casts a vote and whether it can be changed; what nothing is said of is left out. */
function votesCast(voting: Voting, rules: ProposalRules): readonly string[] {
  const { change, alternates, proxies, presence } = voting;
  return [
    change?.rule === 'until-close' ? 'a vote can be changed until the vote closes' : '',
    change?.rule === 'never' ? 'a vote stands once it is cast' : '',
    alternates?.rule === 'allowed' ? 'an alternate votes in place of the holder' : '',
    proxies === null ? '' : `a vote can be given to another voter, who holds at most ${value(proxies.rule, rules)}`,
    presence?.rule === 'attendance' ? 'the quorum counts who attends' : '',
  ].filter((words) => words !== '');
}

function leastOf({ workingDays, given }: StepClock, rules: ProposalRules): string {
  if (workingDays !== null) return lengthOf(workingDays, rules);
  return given ? 'as long as is given when it starts' : 'as long as the timetable says';
}

function lengthOf(id: string, rules: ProposalRules): string {
  return `${value(id, rules)} Working Days`;
}

function share(id: string | null, rules: ProposalRules): string {
  return id === null ? 'more than 1/2' : value(id, rules);
}

function value(id: string, { parameters, profile }: ProposalRules): string {
  const parameter = parameters.find((one) => one.id === id);
  const found = parameter === undefined ? null : parameterOn(parameter, profile.applies.from);
  if (found === null) return `an unknown number (${id})`;
  const { certainty } = found.citation;
  const mark = certainty === 'unverified' || certainty === 'illustrative' ? ` (${certainty})` : '';
  return `${found.value}${mark}`;
}

function testsOf(count: number): string {
  return count === 0 ? '' : count === 1 ? ' when a test is met' : ` when one of ${count} tests is met`;
}

function titleOf(id: string | undefined, { profile }: ProposalRules): string {
  return profile.steps.find((step) => step.id === id)?.title ?? id ?? '';
}
