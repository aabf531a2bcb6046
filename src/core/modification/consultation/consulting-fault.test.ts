import { expect, test } from 'vitest';
import { RULES } from '../../../../test/support/proposal.ts';
import { checkSteps } from '../profile/check-profile.ts';
import type { Consulting } from './consulting.ts';

const consultation = RULES.profile.steps.find((step) => step.consulting !== undefined);
const consulting = consultation?.consulting;

test.each<[string, Partial<Consulting>, string]>([
  [
    'late responses until a step that is not there',
    { late: { by: ['panel'], before: 'nothing' } },
    'until "nothing", which is no step',
  ],
  [
    'an extension by a parameter that is not there',
    { extension: { by: ['panel'], workingDays: 'no-such' } },
    '"no-such" at least, which is no parameter',
  ],
  [
    'an extension by somebody who is not there',
    { extension: { by: ['assessor'], workingDays: 'consultation-extension' } },
    'which this code does not have',
  ],
  [
    'one question twice',
    {
      questions: [
        { id: 'a', kind: 'text', text: 'A?' },
        { id: 'a', kind: 'text', text: 'B?' },
      ],
    },
    'Two questions are called "a"',
  ],
])('a check of a process finds %s', (_, changed, sentence) => {
  if (consulting === undefined) throw new Error('the profile says nothing of its consultation');
  const steps = RULES.profile.steps.map((step) =>
    step === consultation ? { ...step, consulting: { ...consulting, ...changed } } : step,
  );
  const bodies = RULES.bodies.filter((body) => body.id !== 'assessor');
  const faults = checkSteps({ ...RULES, bodies, profile: { ...RULES.profile, steps } });
  expect(faults.map((fault) => fault.sentence).join(' ')).toContain(sentence);
});
