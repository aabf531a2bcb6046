import { z } from 'zod';
import { scheduledAssessmentSchema } from '../../core/assurance/assessment.schema.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { noParty, partyOf } from './estate.ts';

/** Books an assessment of a party with the assessor. */
export const scheduleAssessment = operation({
  name: 'schedule-assessment',
  room: 'party',
  kind: 'write',
  summary: 'Books a security assessment of a party on a day, of the type that is planned.',
  roles: ['code-administrator'],
  input: scheduledAssessmentSchema,
  output: z.strictObject({ assessment: z.string() }),
  run: (context, assessment) =>
    act(context, 'schedule-assessment', async (load) => {
      const stream = `party/${assessment.party}`;
      const state = partyOf((await load(stream)).events);
      if (state === null) return refused(noParty(assessment.party));
      if (state.assessments.some((other) => other.id === assessment.id)) {
        return refused(
          rejection('assessment-exists', `${state.party.name} already has an assessment "${assessment.id}".`),
        );
      }
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'assessment-scheduled', assessment }] }],
        value: { assessment: assessment.id },
      };
    }),
});
