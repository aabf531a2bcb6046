import type { Day } from '../../kernel/day.ts';

/** The path was changed after it had been determined: from this day on the step has another outcome. */
export interface PathEvent {
  readonly type: 'path-changed';
  readonly step: string;
  readonly outcome: string;
  /** Steps by id that were done and that the new path does not have: they fall away. */
  readonly fallen: readonly string[];
  readonly by: string;
  readonly reasons: string;
  readonly on: Day;
}
