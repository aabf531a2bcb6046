import type { Tally } from './ballot.ts';
import type { CountingRules } from './tally.ts';
import { isHalf, leastOf, passes, type Share, writeShare } from './voting.ts';

const NOUNS = { seat: ['seat', 'seats'], party: ['Party', 'Parties'] } as const;

const WHOLES = {
  cast: 'the votes for and against',
  present: 'those present',
  entitled: 'all who may vote',
} as const;

/** What is still needed to pass, in sentences; it never reads as a decision. */
export function stillNeeded(tally: Omit<Tally, 'stillNeeded'>, rules: CountingRules): string[] {
  const { present, quorum, categoryQuorums } = tally;
  const take = rules.presence === 'attendance' ? 'attend or vote' : 'vote';
  const sentences: string[] = [];
  if (present < quorum) {
    sentences.push(`${voters(quorum - present, rules)} more must ${take} to reach the quorum of ${quorum}.`);
  }
  for (const one of categoryQuorums.filter((each) => each.present < each.quorum)) {
    const missing = voters(one.quorum - one.present, rules);
    sentences.push(`${missing} more of ${one.votingCategory} must ${take} to reach its quorum of ${one.quorum}.`);
  }
  const lacking = approvalLacks(tally, rules);
  if (lacking !== null) sentences.push(lacking);
  else if (tally.quorate) {
    const { approve, reject } = tally;
    sentences.push(`Nothing more, if ${approve} for and ${reject} against still stand when the ballot closes.`);
  }
  return sentences;
}

/** What approval lacks; null when it would pass on the votes cast so far. */
function approvalLacks(tally: Omit<Tally, 'stillNeeded'>, rules: CountingRules): string | null {
  if (passes(tally, rules)) return null;
  const { approve, reject, counted, casting } = tally;
  const { threshold, of, castingVote } = rules;
  const standing = `${approve} for and ${reject} against`;
  const isPlain = isHalf(threshold) && of === 'cast';
  const share = isPlain ? '' : `; needed: ${writeShare(threshold)} of ${WHOLES[of]}`;
  if (approve === reject && approve > 0 && isHalf(threshold) && castingVote !== null && casting === null) {
    return `As it stands, ${standing}, the casting vote decides.`;
  }
  const short = shortOf(tally, rules);
  if (short === null) {
    return `Approval cannot be reached with ${standing}${share}.`;
  }
  const open = counted === 'categories' ? categoriesWithout(tally) : '';
  return `To pass, approval must gain ${short} on the votes of the ${counted}, ${standing}${open}${share}.`;
}

/** How much approval must gain if nothing else changes; null when it cannot gain enough. */
function shortOf(
  { approve, reject, whole }: Omit<Tally, 'stillNeeded'>,
  { threshold, of, tie, castingVote }: CountingRules,
): number | null {
  if (of === 'entitled') return Math.max(1, leastOf(whole, threshold) - approve);
  if (isHalf(threshold) && of === 'cast') return reject - approve + (tie === 'approve' && castingVote === null ? 0 : 1);
  return gainOf(approve, whole, threshold);
}

/** The least gain with which approval is enough of a whole that grows with it; null when none is. */
function gainOf(approve: number, whole: number, { strictly, over, under }: Share): number | null {
  if (over === under) return whole > approve ? null : 1;
  const exact = (over * whole - approve * under) / (under - over);
  return Math.max(1, Math.ceil(exact) + (strictly && Number.isInteger(exact) ? 1 : 0));
}

function categoriesWithout({ categories }: Omit<Tally, 'stillNeeded'>): string {
  const open = categories.filter((category) => category.vote === null).map((category) => category.votingCategory);
  return ` (${open.length === 0 ? 'every category has a vote now' : `without a vote so far: ${open.join(', ')}`})`;
}

function voters(count: number, { unit }: CountingRules): string {
  return `${count} ${NOUNS[unit][count === 1 ? 0 : 1]}`;
}
