import type { OpenProposal } from '../state.ts';
import type { TimetableEvent } from './timetable-event.ts';

/** State after one more event of its timetables: what is agreed is kept beside those before it. */
export function evolveTimetable(state: OpenProposal, event: TimetableEvent): OpenProposal {
  switch (event.type) {
    case 'timetable-proposed': {
      const { type: _, ...proposed } = event;
      return { ...state, proposedTimetable: proposed };
    }
    case 'timetable-answered': {
      const { proposedTimetable: proposed } = state;
      const answered = { ...state, proposedTimetable: null };
      if (proposed === null || !event.agreed) return answered;
      const { step, on } = event;
      return { ...answered, timetables: [...state.timetables, { step, on, timetable: proposed.timetable }] };
    }
  }
}
