import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import type { Role } from '../../party/actor.ts';

/** Who helps a proposer with a proposal as its critical friend, and until when. */
export interface CriticalFriendRules {
  readonly by: readonly Role[];
  /** Once it is true nobody comments any more. */
  readonly until: Expression;
  /** `comment on the proposal as its critical friend`. */
  readonly act: string;
  readonly citation: Citation;
}

/** A comment on a proposal, and what its proposer answered. */
export interface Comment {
  /** `1` for the first. */
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly on: Day;
  readonly answer: { readonly by: string; readonly text: string; readonly on: Day } | null;
}

/** What is said between a critical friend and a proposer. */
export type CommentEvent =
  | {
      readonly type: 'comment-made';
      readonly comment: string;
      readonly by: string;
      readonly text: string;
      readonly on: Day;
    }
  | {
      readonly type: 'comment-answered';
      readonly comment: string;
      readonly by: string;
      readonly text: string;
      readonly on: Day;
    };

/** Comments after one more event. */
export function withComment(comments: readonly Comment[], event: CommentEvent): readonly Comment[] {
  const { comment: id, by, text, on } = event;
  if (event.type === 'comment-made') return [...comments, { id, by, text, on, answer: null }];
  return comments.map((one) => (one.id === id ? { ...one, answer: { by, text, on } } : one));
}
