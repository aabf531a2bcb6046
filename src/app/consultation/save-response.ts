import { z } from 'zod';
import { instantSchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import {
  confidentialFault,
  questionnaireOf,
  questionnairesOf,
} from '../../core/modification/consultation/questionnaire.ts';
import { openConsultation } from '../../core/modification/running.ts';
import { modificationField, SIGNED_IN, stepField } from '../modification/proposals.ts';
import { done, operation, refuse } from '../operation.ts';
import { answersField, confidentialField, partiesField, partyField, responseDraftChanged } from './response-fields.ts';
import { ownConsultation } from './response-owner.ts';

/** Keeps what a party is still writing, if nobody of it has saved meanwhile; nobody else sees it, and it is no part of the record. */
export const saveResponse = operation({
  name: 'save-response',
  room: 'consultation',
  kind: 'write',
  summary:
    'Keeps the draft of a response, outside the record and for the party alone, if nobody of it saved meanwhile.',
  roles: SIGNED_IN,
  input: z.strictObject({
    modification: modificationField,
    step: stepField,
    party: partyField,
    revision: z.int().nonnegative().meta({ description: 'The revision seen last; 0 for the first.' }),
    answers: answersField,
    confidential: confidentialField,
    parties: partiesField,
  }),
  output: z.strictObject({ revision: z.int(), at: instantSchema }),
  run: async (context, { modification, step, party, revision, answers, confidential, parties }) => {
    const own = await ownConsultation(context, { modification, step, party });
    if (!own.ok) return own;
    const { key, proposal } = own.value;
    const late = own.value.step.consulting?.late;
    if (openConsultation(key.step, proposal.state) === null && context.actor.role !== 'code-administrator') {
      const who = late === undefined ? '' : ' Late responses go to the Code Administrator.';
      const sentence = `"${own.value.step.title}" is not open, so no draft of a response is kept.${who}`;
      return refuse(rejection('step-not-open', sentence, { citation: own.value.step.citation }));
    }
    // a page that was opened before the questions changed still keeps what was written
    const asked = questionnairesOf(own.value.step, proposal.state).flatMap(({ questions }) => questions);
    const fault = confidentialFault(asked, confidential);
    if (fault !== null) {
      const { citation } = own.value.step;
      return refuse(rejection('input-invalid', fault.sentence, { citation, place: { field: fault.field } }));
    }
    const { version } = questionnaireOf(own.value.step, proposal.state);
    const given = Object.entries(answers).filter(([, answer]) => answer.trim() !== '');
    const content = { version, answers: Object.fromEntries(given), confidential, parties };
    const { id, name } = context.actor;
    const kept = await context.ports.store.responseDrafts.keep(key, { content, by: { id, name } }, revision);
    if (!kept.ok) return refuse(responseDraftChanged(kept.found, revision));
    return done({ revision: kept.draft.revision, at: kept.draft.at });
  },
});
