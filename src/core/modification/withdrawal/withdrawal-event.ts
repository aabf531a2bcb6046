import type { Day } from '../../kernel/day.ts';
import type { MovedClock } from '../hold/hold-event.ts';

/** What happens to a proposal that is taken back. */
export type WithdrawalEvent =
  /** Whoever proposed it took it back. */
  | {
      readonly type: 'proposal-withdrawn';
      readonly by: string;
      readonly reasons: string;
      readonly on: Day;
      /** The last day on which another can adopt it; null when nobody can, and it ends. */
      readonly adoptableUntil: Day | null;
    }
  /** Another took it on, and it goes on as theirs. */
  | {
      readonly type: 'proposal-adopted';
      readonly proposer: { readonly id: string; readonly name: string };
      readonly by: string;
      readonly reasons: string;
      readonly on: Day;
      readonly clocks: readonly MovedClock[];
    };
