import type { Citation } from '../../kernel/citation.ts';
import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import { PROPOSED } from '../refinement/solutions.ts';
import type { ProposalLife } from '../state.ts';
import { parameterOf } from '../timetable/period.ts';
import type { Tally } from './ballot.ts';
import type { SolutionResult } from './ballot-event.ts';
import { tallyHeld } from './electorate.ts';
import type { HeldBallot } from './held-ballot.ts';
import { ballotOutcome, type CountingRules } from './tally.ts';

/** Which solution is approved when several pass: the one that was proposed, else the first; or that with most for it. */
export const SEVERAL_PASS = ['proposed-first', 'most-votes'] as const;

/** A rule of which solution is approved when several pass, and who says so; no citation where the profile says nothing. */
export interface SeveralPass {
  readonly rule: (typeof SEVERAL_PASS)[number];
  readonly citation: Citation | null;
}

/** The rule of a ballot's step, as it stood when the proposal was raised. */
export function severalPassOf({ voting }: Step, life: ProposalLife, rules: ProposalRules): SeveralPass {
  const found = parameterOf(voting?.severalPass ?? '', life, rules);
  const rule = SEVERAL_PASS.find((one) => one === found?.value) ?? 'proposed-first';
  return { rule, citation: found?.citation ?? null };
}

/** How one solution comes out of several that pass, as a sentence. */
export function severalPassSentence({ rule }: SeveralPass): string {
  return rule === 'most-votes'
    ? 'If several solutions pass, the one with most for it is approved; of equals, the first in the order listed.'
    : 'If several solutions pass, the one that was proposed is approved if it is among them, else the first alternative that passes, in the order listed.';
}

/** How a ballot on several solutions stands, or ended, on each of them; nothing where there is one alone. */
export function solutionSentences(
  held: HeldBallot,
  rules: CountingRules,
  several: SeveralPass,
  proposed: string,
): readonly string[] {
  if (held.alternatives.length === 0) return [];
  const results = resultsOf(held, rules);
  const named = (id: string | null) =>
    `“${id === PROPOSED ? proposed : (held.alternatives.find((one) => one.id === id)?.title ?? id)}”`;
  const isOpen = held.result === null;
  const each = results.map(({ solution, tally: { approve, reject }, outcome }) => {
    const words = { approve: ['would pass', 'passed'], reject: ['would not pass', 'did not pass'] } as const;
    const how = outcome === 'no-quorum' ? ['would lack a quorum', 'lacked a quorum'] : words[outcome];
    return `${named(solution)}: ${approve} for approval, ${reject} against; it ${how[isOpen ? 0 : 1]}.`;
  });
  const approved = held.result === null ? combined(results, several.rule).approved : held.result.approved;
  const ends = approved === null ? 'none of them' : named(approved);
  const { citation } = several;
  const said =
    citation === null
      ? ''
      : ` (${citation.source}${citation.clause === null ? '' : ` ${citation.clause}`}, ${citation.certainty})`;
  return [
    ...each,
    `${severalPassSentence(several).slice(0, -1)}${said}.`,
    isOpen ? `If it closed with these votes, the vote would be for ${ends}.` : `The vote was for ${ends}.`,
  ];
}

/** What every solution still needs, by name, and how one is chosen when several pass. */
export function solutionsNeed(
  held: HeldBallot,
  rules: CountingRules,
  several: SeveralPass,
  proposed: string,
): readonly string[] {
  const results = resultsOf(held, rules);
  if (held.alternatives.length === 0) return results.flatMap(({ tally }) => tally.stillNeeded);
  const titleOf = (id: string) => held.alternatives.find((one) => one.id === id)?.title ?? proposed;
  return [
    ...results.flatMap(({ solution, tally }) => tally.stillNeeded.map((one) => `“${titleOf(solution)}”: ${one}`)),
    severalPassSentence(several),
  ];
}

/** How a ballot stands, or stood when it closed, on each of its solutions: what was proposed first; one alone has none beside it. */
export function resultsOf(held: HeldBallot, rules: CountingRules): readonly SolutionResult[] {
  if (held.result?.solutions !== undefined) return held.result.solutions;
  return [PROPOSED, ...held.alternatives.map((one) => one.id)].map((solution) => {
    const tally = tallyHeld(votedOn(held, solution), rules);
    return { solution, tally, outcome: ballotOutcome(tally, rules) };
  });
}

/** What the results on all solutions come to: which is approved (null for none), and the tally that says so. */
export function combined(
  results: readonly SolutionResult[],
  severalPass: (typeof SEVERAL_PASS)[number],
): { readonly approved: string | null; readonly tally: Tally; readonly outcome: SolutionResult['outcome'] } {
  const passed = results.filter((one) => one.outcome === 'approve');
  const most = passed.reduce(
    (best, one) => (one.tally.approve > best.tally.approve ? one : best),
    passed[0] as SolutionResult,
  );
  const first = severalPass === 'most-votes' ? most : passed[0];
  if (first !== undefined) return { approved: first.solution, tally: first.tally, outcome: 'approve' };
  const { tally, outcome } = results[0] as SolutionResult;
  return { approved: null, tally, outcome };
}

/** The ballot with the votes on one of its solutions; whoever said nothing of an alternative abstained on it. */
function votedOn(held: HeldBallot, solution: string): HeldBallot {
  if (solution === PROPOSED) return held;
  const votes = held.votes.map((vote) => ({ ...vote, position: vote.alternatives[solution] ?? ('abstain' as const) }));
  return { ...held, votes };
}
