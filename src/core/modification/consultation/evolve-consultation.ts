import { completed } from '../completed.ts';
import type { OpenProposal } from '../state.ts';
import type { Consultation } from './consultation.ts';
import type { ConsultationEvent } from './consultation-event.ts';

/** State after one more event of a consultation. */
export function evolveConsultation(state: OpenProposal, event: ConsultationEvent): OpenProposal {
  switch (event.type) {
    case 'questionnaire-set': {
      const { type: _, step, ...questionnaire } = event;
      const before = state.questionnaires[step] ?? [];
      return { ...state, questionnaires: { ...state.questionnaires, [step]: [...before, questionnaire] } };
    }
    case 'consultation-opened': {
      const { from, closes } = event;
      return withConsultation(state, event.step, () => ({ from, closes, extensions: [], responses: [], replaced: [] }));
    }
    case 'response-received': {
      const { type: _, step, ...response } = event;
      return withConsultation(state, step, (held) => {
        if (held === undefined) return undefined;
        const before = held.responses.filter((one) => one.party === response.party);
        const others = held.responses.filter((one) => one.party !== response.party);
        return { ...held, responses: [...others, response], replaced: [...held.replaced, ...before] };
      });
    }
    case 'consultation-extended': {
      const { closes, reasons, on } = event;
      return withConsultation(
        state,
        event.step,
        (held) =>
          held && { ...held, closes, extensions: [...held.extensions, { from: held.closes, to: closes, reasons, on }] },
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
