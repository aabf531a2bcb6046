import { PROPOSED } from '../refinement/solutions.ts';
import type { Tally } from './ballot.ts';
import type { SolutionResult } from './ballot-event.ts';
import { tallyHeld } from './electorate.ts';
import type { HeldBallot } from './held-ballot.ts';
import { ballotOutcome, type CountingRules } from './tally.ts';

/** Which solution is approved when several pass: the one that was proposed, else the first; or that with most for it. */
export const SEVERAL_PASS = ['proposed-first', 'most-votes'] as const;

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
