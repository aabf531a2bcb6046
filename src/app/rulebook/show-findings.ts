import { z } from 'zod';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { findingSchema } from '../../core/rulebook/case.schema.ts';
import { findings } from '../../core/rulebook/findings.ts';
import { knownAtField } from '../instruments.ts';
import { done, operation, refuse } from '../operation.ts';

/** What a careful reader finds in a proposal of the register, by the rulebook that it pinned. */
export const showFindings = operation({
  name: 'show-findings',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Shows what a careful reader finds in a proposal: disagreements, missing reasons, lead times, several readings.',
  roles: 'anyone',
  input: z.strictObject({
    modification: z.string().min(1).meta({ description: 'Proposal by its number: SECMP0065.' }),
    knownAt: knownAtField,
  }),
  output: z.strictObject({ modification: z.string(), raisedOn: daySchema, findings: z.array(findingSchema) }),
  run: async ({ ports }, { modification, knownAt }) => {
    const recorded = await ports.store.read(`modification/${modification}`, knownAt);
    const raised = recorded.map((one) => one.event).find((event) => event.type === 'proposal-raised');
    if (raised === undefined) {
      return refuse(rejection('not-found', `There is no proposal "${modification}" in the register.`));
    }
    const { content: proposal, raisedOn, rulebook } = raised;
    const pinned = await ports.rulebooks.byDigest(rulebook);
    return done({ modification, raisedOn, findings: findings({ proposal, submittedOn: raisedOn }, pinned) });
  },
});
