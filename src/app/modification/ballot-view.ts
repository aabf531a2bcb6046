import { countingRules } from '../../core/modification/ballot/counting.ts';
import { awaitedIn, tallyHeld } from '../../core/modification/ballot/electorate.ts';
import type { HeldBallot, VoterAct } from '../../core/modification/ballot/held-ballot.ts';
import {
  resultsOf,
  severalPassOf,
  severalPassSentence,
  solutionsNeed,
} from '../../core/modification/ballot/solutions.ts';
import type { ProposalRules } from '../../core/modification/context.ts';
import type { Step } from '../../core/modification/profile/profile.ts';
import type { RaisedProposal } from '../../core/modification/state.ts';
import { parameterOf } from '../../core/modification/timetable/period.ts';
import type { BallotView } from './ballot.schema.ts';

/** A ballot with its frozen list, every vote, what stands and what is still needed. */
export function ballotViewOf(step: Step, held: HeldBallot, state: RaisedProposal, rules: ProposalRules): BallotView {
  const { electorate, votes, recused, result, attendance, proxies, acts } = held;
  const counting = countingRules(step, state, rules);
  const tally = tallyHeld(held, counting);
  const several = severalPassOf(step, state, rules);
  const isOpen = result === null && state.status === 'open';
  const { voting } = step;
  return {
    step: step.id,
    title: step.title,
    unit: counting.unit,
    body: counting.unit === 'party' ? null : (voting?.body ?? null),
    status: isOpen ? 'open' : 'closed',
    openedOn: held.openedOn,
    closes: held.closes,
    text: held.text && { ...held.text, current: held.text.revision === state.legalText.revision },
    change: voting?.change?.rule === 'until-close',
    proxies: Number(parameterOf(voting?.proxies?.rule ?? '', state, rules)?.value ?? 0),
    attendance: counting.presence === 'attendance',
    castingVote: counting.castingVote,
    electorate: electorate.map(({ voters = [], ...elector }) => {
      const { seat } = elector;
      const attends = attendance?.present.includes(seat)
        ? 'present'
        : attendance?.apologies.includes(seat)
          ? 'apologies'
          : null;
      const vote = votes.find((one) => one.seat === seat);
      return {
        ...elector,
        voters,
        proxy: proxies.find((one) => one.seat === seat)?.to ?? null,
        attends,
        interest: recused.find((one) => one.seat === seat)?.reasons ?? null,
        vote: vote === undefined ? null : voteView(vote),
      };
    }),
    vacant: held.vacant,
    solutions:
      held.alternatives.length === 0
        ? []
        : resultsOf(held, counting).map(({ solution, tally: { approve, reject }, outcome }) => ({
            ...{ id: solution, approve, reject },
            title: held.alternatives.find((one) => one.id === solution)?.title ?? state.content.title,
            outcome: isOpen ? null : outcome,
            approved: result?.approved === solution,
          })),
    severalPass:
      held.alternatives.length === 0 ? null : { sentence: severalPassSentence(several), citation: several.citation },
    acts: acts.map(actView),
    tally: {
      ...tally,
      categories: [...tally.categories],
      categoryQuorums: [...tally.categoryQuorums],
      recused: [...tally.recused],
      stillNeeded: [...solutionsNeed(held, counting, several, state.content.title)],
    },
    awaited: isOpen ? awaitedIn(held, counting).map((one) => one.seat) : [],
    outcome: step.outcomes.find((one) => one.id === result?.outcome) ?? null,
  };
}

function voteView({ seat: _, ...vote }: HeldBallot['votes'][number]) {
  return vote;
}

function actView(act: VoterAct): BallotView['acts'][number] {
  return {
    act: act.type,
    seat: act.seat,
    position: act.type === 'vote-cast' ? act.position : null,
    to: act.type === 'proxy-given' ? act.to : null,
    by: 'by' in act ? (act.by ?? null) : null,
    on: act.on,
  };
}
