import type { Day } from '../../kernel/day.ts';
import type { Timetable } from './timetable.ts';

/** What happens to a timetable beside the determinations that carry one. */
export type TimetableEvent =
  /** Another timetable for what is still to come was put to the body that agrees it. */
  | {
      readonly type: 'timetable-proposed';
      readonly timetable: Timetable;
      readonly by: string;
      readonly reasons: string;
      readonly on: Day;
    }
  /** The body agreed it, and it takes the place of the one before; or refused it, and that one stays. */
  | {
      readonly type: 'timetable-answered';
      readonly agreed: boolean;
      /** The step that then gives the timetable its standing, by id. */
      readonly step: string;
      readonly by: string;
      readonly reasons: string;
      readonly on: Day;
    };

/** A timetable that waits for its answer. */
export type ProposedTimetable = Omit<Extract<TimetableEvent, { type: 'timetable-proposed' }>, 'type'>;
