import { expect, test } from 'vitest';
import { REJECTIONS, type RejectionCode, rejection } from '../core/kernel/rejection.ts';
import { problemOf, statusOf } from './problem.ts';

test('a refusal says its sentence, its clause and who can lift it', () => {
  const refused = rejection('step-not-open', 'The vote waits for the Modification Report.', {
    citation: { source: 'SEC', clause: 'D8', certainty: 'unverified' },
    unblock: [{ who: 'the Code Administrator', by: 'submit the Modification Report', until: null }],
  });
  expect(problemOf(refused, 'http://localhost:8010')).toEqual({
    type: 'http://localhost:8010/api#step-not-open',
    title: 'step not open',
    status: 409,
    detail: 'The vote waits for the Modification Report.',
    code: 'step-not-open',
    citation: { source: 'SEC', clause: 'D8', certainty: 'unverified' },
    unblock: [{ who: 'the Code Administrator', by: 'submit the Modification Report', until: null }],
  });
});

test('every refusal has a status that says it is one', () => {
  for (const code of Object.keys(REJECTIONS)) expect(statusOf(code as RejectionCode)).toBeGreaterThanOrEqual(400);
});
