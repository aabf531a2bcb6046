import type { Citation } from '../../kernel/citation.ts';
import type { Role } from '../../party/actor.ts';

/** How a ballot is held and counted, as data. Numbers and words of the law are parameters by id, each with its citation. */
export interface Voting {
  /** Who has a vote: the seats of the body, or every Party whose category votes. */
  readonly unit: 'seat' | 'party';
  /** The body whose seats vote, or in whose name Parties do. */
  readonly body: string;
  /** Roles of those who cast the votes. */
  readonly voters: readonly Role[];
  /** Every voter counts the same, or by a weight that is given when the ballot opens. */
  readonly weight: 'equal' | 'given';
  /** `by-category`: what is decided inside a category is that category's one vote; `individuals`: each voter's vote counts. */
  readonly aggregation: 'by-category' | 'individuals';
  /** Parameter: the share of approval with which it passes, such as `more than 1/2`; null: that one. */
  readonly threshold: string | null;
  /** Parameter: the share inside a category with which it votes to approve; null: more than 1/2. */
  readonly categoryThreshold: string | null;
  /** What a share is taken of: votes for and against, those and abstentions, or everybody on the list. */
  readonly of: 'cast' | 'present' | 'entitled';
  /** Parameter: voters who must be present, abstentions included, as a number or a share of the list. */
  readonly quorum: string;
  /** Categories with a quorum of their own, each by a parameter. */
  readonly quorumOf: readonly { readonly category: string; readonly seats: string }[];
  /** Parameter: what as many for as against comes to without a casting vote. */
  readonly tie: string;
  /** The seat whose vote counts only to break a tie; null: none. */
  readonly castingVote: string | null;
  /** Parameter: which solution is approved when several pass; absent: the one that was proposed, else the first. */
  readonly severalPass?: string;
  /** Whether a voter who declared an interest leaves the list, or still counts in what shares and quorums are taken of. */
  readonly recusal: 'shrinks' | 'counts';
  /** Whether a voter may vote anew, or take the vote back, until the ballot closes; null: a vote stands once it is cast. */
  readonly change: Cited<'until-close' | 'never'> | null;
  /** Whether those named for a seat vote in place of its holder; null: they do not. */
  readonly alternates: Cited<'allowed' | 'never'> | null;
  /** Whether a voter may give the vote to another; the rule is a parameter, how many votes one may hold so; null: no. */
  readonly proxies: Cited<string> | null;
  /** Whether the quorum counts those who attend, beside those who vote; null: only those who vote. */
  readonly presence: Cited<'votes' | 'attendance'> | null;
  /** Where all this comes from, when that differs from the step's own citation. */
  readonly citation: Citation | null;
}

/** A rule with where it comes from. */
export interface Cited<T> {
  readonly rule: T;
  readonly citation: Citation;
}

/** `more than 1/2`, `at least 2/3`. */
export interface Share {
  readonly strictly: boolean;
  readonly over: number;
  readonly under: number;
}

/** More than half, which holds where a profile names no other share. */
export const MAJORITY: Share = { strictly: true, over: 1, under: 2 };

/** Reads a share; null when the text is none, or is more than the whole. */
export function parseShare(text: string): Share | null {
  const found = /^(more than|at least) (\d{1,4})\/(\d{1,4})$/.exec(text);
  if (found === null) return null;
  const [over, under] = [Number(found[2]), Number(found[3])];
  const strictly = found[1] === 'more than';
  return under === 0 || over > under || (strictly && over === under) ? null : { strictly, over, under };
}

/** `more than 1/2`. */
export function writeShare({ strictly, over, under }: Share): string {
  return `${strictly ? 'more than' : 'at least'} ${over}/${under}`;
}

/** Whether a part is enough of a whole; nothing is enough of nothing. */
export function reaches(part: number, whole: number, { strictly, over, under }: Share): boolean {
  if (whole <= 0) return false;
  return strictly ? part * under > over * whole : part * under >= over * whole;
}

/** The least number of heads that is enough of a whole; one more than the whole when nobody can reach it. */
export function leastOf(whole: number, share: Share): number {
  const exact = (share.over * whole) / share.under;
  const up = Math.ceil(exact);
  return share.strictly && up === exact ? up + 1 : up;
}

/** Whether a share is the one that leaves a tie open: more than half. */
export function isHalf({ strictly, over, under }: Share): boolean {
  return strictly && over * 2 === under;
}

/** Whether what is counted for and against passes, a tie decided by the casting vote or else as the rules say. */
export function passes(
  counted: {
    readonly approve: number;
    readonly reject: number;
    readonly whole: number;
    readonly casting: 'approve' | 'reject' | null;
  },
  rules: { readonly threshold: Share; readonly tie: 'approve' | 'reject' },
): boolean {
  const { approve, reject, whole, casting } = counted;
  if (approve === reject && isHalf(rules.threshold)) return (casting ?? rules.tie) === 'approve';
  return reaches(approve, whole, rules.threshold);
}
