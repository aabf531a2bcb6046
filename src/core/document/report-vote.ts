import type { Instant } from '../kernel/instant.ts';
import { countingRules } from '../modification/ballot/counting.ts';
import { tallyHeld } from '../modification/ballot/electorate.ts';
import type { HeldBallot } from '../modification/ballot/held-ballot.ts';
import { combined, resultsOf, severalPassOf } from '../modification/ballot/solutions.ts';
import type { CountingRules } from '../modification/ballot/tally.ts';
import { tallySentences } from '../modification/ballot/tally-words.ts';
import { conditionHolds } from '../modification/profile/net.ts';
import type { Step } from '../modification/profile/profile.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, table } from './build.ts';
import { sentenceCase } from './prose.ts';
import type { ReportView } from './report-view.ts';

/** Every holding of every vote: its sentences, how categories voted, each solution, and the reasons that were given. */
export function voteBlocks(view: ReportView, at: Instant): readonly Block[] {
  const { life, rules } = view;
  const votes = rules.profile.steps.flatMap((step) => (life.ballots[step.id] ?? []).map((held) => ({ step, held })));
  if (votes.length === 0) return [paragraph('No vote has been held yet.')];
  return votes.flatMap(({ step, held }) => {
    const counting = countingRules(step, life, rules);
    const several = severalPassOf(step, life, rules);
    return [
      heading(step.title),
      list(tallySentences(step, held, counting, at, { proposed: life.content.title, several })),
      ...recommendation(view, step, held),
      byCategory(held, counting),
      ...bySolution(view, held, counting),
      ...reasons(held),
    ];
  });
}

/** What a vote is worth where somebody else decides: it recommends, or would. */
function recommendation({ life, rules }: ReportView, step: Step, held: HeldBallot): readonly Block[] {
  const { profile } = rules;
  const path = profile.paths?.find(({ when }) => conditionHolds(when, life, profile));
  if (path?.decides !== 'authority' || held.result?.outcome === 'no-quorum') return [];
  const body = rules.bodies.find((one) => one.id === step.voting?.body)?.inSentence ?? 'the vote';
  const counting = countingRules(step, life, rules);
  const outcome =
    held.result?.outcome ?? combined(resultsOf(held, counting), severalPassOf(step, life, rules).rule).outcome;
  if (outcome === 'no-quorum') return [];
  const verb = held.result === null ? 'would recommend' : 'recommends';
  const what = outcome === 'approve' ? 'that it is approved' : 'that it is rejected';
  return [paragraph(`${sentenceCase(body)} ${verb} ${what}. The vote is no decision: the Authority decides.`)];
}

function byCategory(held: HeldBallot, counting: CountingRules): Block {
  return table(
    held.result === null ? 'How each category stands; it decides nothing yet' : 'Each category',
    ['Category', 'For approval', 'Against', 'Abstained', 'Its vote'],
    tallyHeld(held, counting).categories.map((one) => [
      named(one.votingCategory),
      ...[one.approve, one.reject, one.abstain].map(String),
      one.vote === null ? 'None' : sentenceCase(one.vote),
    ]),
  );
}

function bySolution({ content }: ReportView, held: HeldBallot, counting: CountingRules): readonly Block[] {
  if (held.alternatives.length === 0) return [];
  const rows = resultsOf(held, counting).map(({ solution, tally, outcome }) => [
    held.alternatives.find((one) => one.id === solution)?.title ?? content.title,
    String(tally.approve),
    String(tally.reject),
    `${held.result === null ? 'Would come to: ' : ''}${named(outcome)}${held.result?.approved === solution ? ', and is the one that passed' : ''}`,
  ]);
  const caption = held.result === null ? 'How each solution stands; it decides nothing yet' : 'Each solution';
  return [table(caption, ['Solution', 'For approval', 'Against', 'Result'], rows)];
}

function reasons(held: HeldBallot): readonly Block[] {
  if (held.votes.length === 0) return [];
  const electorOf = (seat: string) => held.electorate.find((one) => one.seat === seat);
  const rows = held.votes.map(({ seat, position, reasons: given }) => [
    electorOf(seat)?.title ?? seat,
    named(electorOf(seat)?.votingCategory ?? ''),
    named(position),
    given,
  ]);
  return [table('Votes cast, with their reasons', ['Voter', 'Category', 'Vote', 'Reasons'], rows)];
}

function named(id: string): string {
  return sentenceCase(id.replaceAll('-', ' '));
}
