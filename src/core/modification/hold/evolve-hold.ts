import type { OpenProposal } from '../state.ts';
import { dayClosedAt } from '../timetable/period.ts';
import { currentHold, type Hold } from './hold.ts';
import type { HoldEvent, MovedClock } from './hold-event.ts';

/** A proposal after something happened to its rest. */
export function evolveHold(state: OpenProposal, event: HoldEvent): OpenProposal {
  const hold = currentHold(state);
  switch (event.type) {
    case 'modification-held': {
      if (hold !== null) return state;
      const { by, reasons, on: from, until: planned } = event;
      return { ...state, holds: [...state.holds, { by, reasons, from, planned, to: null, resumed: null }] };
    }
    case 'hold-planned':
      return hold === null ? state : withLast(state, { ...hold, planned: event.until });
    case 'modification-resumed': {
      if (hold === null) return state;
      const { by, reasons, on: to, clocks } = event;
      return withClocks(withLast(state, { ...hold, to, resumed: { by, reasons } }), clocks);
    }
  }
}

/** The proposal with clocks that run to another instant. */
export function withClocks(state: OpenProposal, clocks: readonly MovedClock[]): OpenProposal {
  const moved = clocks.map(({ step, closes }) => ({ step, closes, held: state.consultations[step] }));
  const consultations = moved.flatMap(({ step, closes, held }) => (held ? [[step, { ...held, closes }] as const] : []));
  const windows = moved.flatMap(({ step, closes, held }) => (held ? [] : [[step, dayClosedAt(closes)] as const]));
  return {
    ...state,
    consultations: { ...state.consultations, ...Object.fromEntries(consultations) },
    windows: { ...state.windows, ...Object.fromEntries(windows) },
  };
}

/** The proposal with its present hold over on a day, if it is on hold: whoever took it back ended that. */
export function withHoldEnded(state: OpenProposal, by: string, reasons: string, to: Hold['to']): OpenProposal {
  const hold = currentHold(state);
  return hold === null ? state : withLast(state, { ...hold, to, resumed: { by, reasons } });
}

function withLast(state: OpenProposal, hold: Hold): OpenProposal {
  return { ...state, holds: [...state.holds.slice(0, -1), hold] };
}
