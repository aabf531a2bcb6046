import { completed } from '../completed.ts';
import type { OpenProposal } from '../state.ts';
import type { Consultation } from './consultation.ts';
import type { ConsultationEvent } from './consultation-event.ts';

/** State after one more event of a consultation. */
export function evolveConsultation(state: OpenProposal, event: ConsultationEvent): OpenProposal {
  switch (event.type) {
    case 'consultation-opened': {
      const { from, closes } = event;
      return withConsultation(state, event.step, () => ({ from, closes, responses: [] }));
    }
    case 'response-received': {
      const { party, stance, content, on } = event;
      return withConsultation(
        state,
        event.step,
        (held) => held && { ...held, responses: [...held.responses, { party, stance, content, on }] },
      );
    }
    case 'consultation-closed':
      return completed(state, event.step, 'closed', event.on);
  }
}

function withConsultation(
  state: OpenProposal,
  step: string,
  change: (held: Consultation | undefined) => Consultation | undefined,
): OpenProposal {
  const held = change(state.consultations[step]);
  return held === undefined ? state : { ...state, consultations: { ...state.consultations, [step]: held } };
}
