import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import { type Day, writeDay } from '../../kernel/day.ts';
import type { Role } from '../../party/actor.ts';

/** Kinds of steps whose running clocks a hold can stop. */
export const PAUSED_KINDS = ['consultation', 'window'] as const;

/** How a process lets a proposal rest: who puts it on hold, who takes it off again, and what becomes of running clocks. */
export interface HoldRules {
  /** `party` and `proposer` mean whoever proposed it. */
  readonly by: readonly Role[];
  readonly resumedBy: readonly Role[];
  /** `put the proposal on hold`. */
  readonly act: string;
  /** `take the proposal off hold`. */
  readonly resume: string;
  /** Once it is true the proposal cannot be put on hold any more. */
  readonly until: Expression;
  /** Steps of these kinds keep the Working Days that they had left; while a step of another kind runs, there is no hold. */
  readonly pauses: readonly (typeof PAUSED_KINDS)[number][];
  readonly citation: Citation;
}

/** A time in which a proposal rested. */
export interface Hold {
  /** A person by name. */
  readonly by: string;
  readonly reasons: string;
  readonly from: Day;
  /** The day on which it is to go on by itself; null when none is given. */
  readonly planned: Day | null;
  /** The day on which it went on; null while it rests. */
  readonly to: Day | null;
  /** Who took it off hold, and why; null while it rests. */
  readonly resumed: { readonly by: string; readonly reasons: string } | null;
}

/** Since when and until when a proposal rests: `on hold since 10 October 2018 until 14 January 2019`. */
export function writeHold({ from, planned }: Pick<Hold, 'from' | 'planned'>): string {
  const until = planned === null ? ', until somebody takes it off hold' : ` until ${writeDay(planned)}`;
  return `on hold since ${writeDay(from)}${until}`;
}

/** The hold on which a proposal is; null when it goes on. */
export function currentHold({ holds }: { readonly holds: readonly Hold[] }): Hold | null {
  const last = holds.at(-1);
  return last !== undefined && last.to === null ? last : null;
}
