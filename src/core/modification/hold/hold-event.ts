import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';

/** The instant to which a clock runs that had stopped. */
export interface MovedClock {
  /** Step by id. */
  readonly step: string;
  readonly closes: Instant;
}

/** What happens to a proposal that rests. */
export type HoldEvent =
  | {
      readonly type: 'modification-held';
      readonly by: string;
      readonly reasons: string;
      /** The day on which it is to go on by itself; null when none is given. */
      readonly until: Day | null;
      readonly on: Day;
    }
  /** The day on which a held proposal goes on was given, or another was given. */
  | {
      readonly type: 'hold-planned';
      readonly by: string;
      readonly reasons: string;
      readonly until: Day;
      readonly on: Day;
    }
  | {
      readonly type: 'modification-resumed';
      readonly by: string;
      readonly reasons: string;
      readonly on: Day;
      readonly clocks: readonly MovedClock[];
    };
