import { type Day, writeDay } from '../../kernel/day.ts';
import { writeInstant } from '../../kernel/instant.ts';
import type { Caster } from '../ballot/ballot-event.ts';
import type { HeldBallot } from '../ballot/held-ballot.ts';
import type { ProposalRules } from '../context.ts';
import { factHolds } from '../profile/net.ts';
import type { Step } from '../profile/profile.ts';
import type { ProposalLife } from '../state.ts';
import { type Concerned, isTakenBy } from './collect.ts';
import type { AgendaItem, Meeting, MeetingAction } from './meeting.ts';

/** Where a body is minuted: itself and the day of its meeting. */
interface Minuted {
  readonly body: string;
  /** `the Panel`. */
  readonly inSentence: string;
  readonly day: Day;
}

/**
 * What the record holds of an item: decisions with their reasons, votes with their count, actions. A step that was asked
 * and not taken is said to be undecided, and a vote that is open decides nothing.
 */
export function recordedOn(item: AgendaItem, minuted: Minuted, concerned: Concerned | null): readonly string[] {
  if (concerned === null) return [];
  const { life, rules } = concerned;
  const steps = rules.profile.steps.filter((step) => isTakenBy(step, minuted.body));
  return steps.flatMap((step) => {
    const said = step.kind === 'ballot' ? ballotsOn(step, minuted, life, rules) : decisionOn(step, minuted, life);
    if (said.length > 0 || !item.steps.includes(step.id)) return said;
    return [`${step.title}: no decision is on record for this meeting.`];
  });
}

/** What was placed under an item, or under none, as sentences. */
export function recordedActions(item: string | null, { actions }: Pick<Meeting, 'actions'>): readonly string[] {
  return actions.flatMap((one, at) => (one.item === item ? [actionSentence(one, at + 1)] : []));
}

/**
 * Whether a body settled on a day all that it was asked of an item, so that nothing of it is left to carry over. A vote
 * without a quorum settles nothing.
 */
export function settledOn(day: Day, body: string, { steps }: Pick<AgendaItem, 'steps'>, concerned: Concerned): boolean {
  const { life, rules } = concerned;
  const ours = rules.profile.steps.filter((step) => isTakenBy(step, body));
  const asked = ours.filter((step) => (steps.length === 0 ? step.kind === 'ballot' : steps.includes(step.id)));
  const isSettled = (step: Step) => life.done.some((one) => one.step === step.id && one.on === day);
  return asked.length > 0 && asked.every(isSettled);
}

/** Whether a body decided something of a modification on a day. */
export function decidedOn(day: Day, body: string, { life, rules }: Concerned): boolean {
  const ours = rules.profile.steps.filter((step) => isTakenBy(step, body));
  return ours.some(
    (step) =>
      life.done.some((one) => one.step === step.id && one.on === day) ||
      (life.ballots[step.id] ?? []).some((held) => held.openedOn === day || held.result?.on === day),
  );
}

function actionSentence({ what, owner, due }: MeetingAction, number: number): string {
  return `Action ${number}: ${owner} to ${what}, by ${writeDay(due)}.`;
}

function decisionOn(step: Step, { inSentence, day }: Minuted, { done }: ProposalLife): readonly string[] {
  return done
    .filter((one) => one.step === step.id && one.on === day)
    .map(({ outcome, reasons }) => {
      const title = step.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
      const clause = step.citation.clause === null ? '' : ` (${step.citation.source} ${step.citation.clause})`;
      const why = reasons === null || reasons === '' ? '' : ` Reasons: ${reasons}`;
      return `${step.title}: ${title}, decided by ${inSentence}${clause}.${why}`;
    });
}

function ballotsOn(step: Step, { day }: Minuted, life: ProposalLife, rules: ProposalRules): readonly string[] {
  return (life.ballots[step.id] ?? []).flatMap((held): readonly string[] => {
    if (held.openedOn !== day && held.result?.on !== day) return [];
    if (held.result === null || held.result.on > day) {
      return [
        `${step.title}: the vote was open until ${writeInstant(held.closes)} and decided nothing at this meeting.`,
      ];
    }
    return [
      outcomeSentence(step, held, held.result),
      ...afterwards(step, life, rules),
      ...held.votes.map((vote) => voteSentence(held, vote)),
      ...held.recused.map(
        ({ seat, reasons }) => `${titleOf(seat, held)}: recused.${reasons === '' ? '' : ` ${reasons}`}`,
      ),
    ];
  });
}

type Result = NonNullable<HeldBallot['result']>;

function outcomeSentence(step: Step, held: HeldBallot, { tally, outcome }: Result): string {
  const counted = tally.counted === 'categories' ? 'categories' : 'votes';
  const took = `${tally.present} of ${held.electorate.length - tally.recused.length} who could vote did`;
  if (outcome === 'no-quorum')
    return `${step.title}: no quorum, so the vote came to nothing; ${took}, and ${tally.quorum} were needed.`;
  const title = step.outcomes.find((one) => one.id === outcome)?.title ?? outcome;
  return `${step.title}: the vote closed with the outcome “${title}”, ${tally.approve} ${counted} for and ${tally.reject} against; ${took}.`;
}

/** That a vote is not the last word, where it is not. */
function afterwards(step: Step, life: ProposalLife, rules: ProposalRules): readonly string[] {
  const isSettled = factHolds('approval', life, rules.profile);
  const named = rules.profile.facts.some(({ id }) => id === 'approval');
  if (!named || isSettled !== 'unknown') return [];
  return [
    `${step.title}: this vote does not settle whether the modification is approved; that decision is still to come.`,
  ];
}

function voteSentence(
  held: HeldBallot,
  { seat, position, reasons, objectives, by }: HeldBallot['votes'][number],
): string {
  const voted = { approve: 'for', reject: 'against', abstain: 'abstained' }[position];
  const cast = by === null || by.as === 'holder' ? '' : `, cast by ${casterText(by, held)}`;
  const views = objectives.map(
    (one) => ` Objective (${one.objective}), ${one.effect}${one.reasons === '' ? '.' : `: ${one.reasons}`}`,
  );
  return `${titleOf(seat, held)}: ${voted}${cast}.${reasons === '' ? '' : ` ${reasons}`}${views.join('')}`;
}

function casterText({ as, name, seat }: Caster, held: HeldBallot): string {
  if (as === 'alternate') return `${name} as alternate`;
  return `${name} by proxy${seat === undefined ? '' : `, for ${titleOf(seat, held)}`}`;
}

function titleOf(seat: string, { electorate }: HeldBallot): string {
  return electorate.find((one) => one.seat === seat)?.title ?? seat;
}
