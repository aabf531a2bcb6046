import { z } from 'zod';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { act } from '../act.ts';
import { operation } from '../operation.ts';
import { capacityFields, codeField } from './estate.ts';

/** Records how many Full assessments the assessor can make between two days. */
export const recordAssessorCapacity = operation({
  name: 'record-assessor-capacity',
  room: 'party',
  kind: 'write',
  summary: 'Records how many Full assessments the assessor can make between two days.',
  roles: ['code-administrator'],
  input: z.strictObject({ code: codeField, ...capacityFields }),
  output: z.strictObject({ full: capacityFields.full }),
  run: (context, { code, ...capacity }) =>
    act(context, 'record-assessor-capacity', async (load) => {
      if (capacity.until <= capacity.from) {
        const sentence =
          'The span has no day in it; expected `until` (the first day after it) to be later than `from`.';
        return refused(rejection('input-invalid', sentence, { place: { field: 'until' } }));
      }
      const stream = `facts/${code}`;
      await load(stream);
      return {
        ok: true,
        writes: [{ stream, events: [{ type: 'assessor-capacity-recorded', ...capacity }] }],
        value: { full: capacity.full },
      };
    }),
});
