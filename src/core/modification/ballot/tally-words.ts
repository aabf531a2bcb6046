import { writeDay } from '../../kernel/day.ts';
import { type Instant, writeInstant } from '../../kernel/instant.ts';
import type { Step } from '../profile/profile.ts';
import { awaitedIn, tallyHeld } from './electorate.ts';
import type { HeldBallot } from './held-ballot.ts';
import { combined, resultsOf, type SeveralPass, solutionSentences, solutionsNeed } from './solutions.ts';
import type { CountingRules } from './tally.ts';

/**
 * How a ballot stood at an instant, in sentences. What an open one comes to is said only as what it would be, so that it
 * never reads as a decision.
 */
export function tallySentences(
  { title, outcomes }: Pick<Step, 'title' | 'outcomes'>,
  held: HeldBallot,
  rules: CountingRules,
  at: Instant,
  { proposed, several }: { readonly proposed: string; readonly several: SeveralPass },
): readonly string[] {
  const tally = tallyHeld(held, rules);
  const { present, quorum, approve, reject, counted, recused, casting } = tally;
  const entitled = held.electorate.length - recused.length;
  const [one, many] = rules.unit === 'party' ? ['Party', 'Parties'] : ['seat', 'seats'];
  const named = (id: string) => outcomes.find((outcome) => outcome.id === id)?.title ?? id;
  const counts = [
    `${present} of ${entitled} ${entitled === 1 ? one : many} ${rules.presence === 'attendance' ? 'voted or attended' : 'voted'}; ${quorum} make a quorum.`,
    `Counted by ${counted === 'categories' ? 'category' : 'voter'}: ${approve} for approval, ${reject} against.`,
    ...(recused.length === 0
      ? []
      : [
          `Recused: ${recused.map((seat) => held.electorate.find((one) => one.seat === seat)?.title ?? seat).join(', ')}.`,
        ]),
    ...(casting === null ? [] : [`The casting vote was to ${casting}.`]),
  ];
  const solutions = solutionSentences(held, rules, several, proposed);
  if (held.result !== null) {
    return [
      `"${title}" closed on ${writeDay(held.result.on)}: ${named(held.result.outcome)}.`,
      ...counts,
      ...solutions,
    ];
  }
  const awaited = awaitedIn(held, rules).length;
  return [
    `At ${writeInstant(at)} "${title}" is open until ${writeInstant(held.closes)}; nothing is decided.`,
    ...counts,
    ...(awaited === 0 ? [] : [`${awaited} ${awaited === 1 ? `${one} has` : `${many} have`} still to vote.`]),
    ...solutions,
    `If it closed with these votes, it would come to: ${named(combined(resultsOf(held, rules), several.rule).outcome)}.`,
    ...solutionsNeed(held, rules, several, proposed).map((sentence) => `Still needed: ${sentence}`),
  ];
}
