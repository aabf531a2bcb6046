import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { done, operation, refuse } from '../operation.ts';

const count = z.number().int().nonnegative();

/** Whether the log is as it was written; refused `record-broken`, naming the first event that is not. */
export const verifyAudit = operation({
  name: 'verify-audit',
  room: 'record',
  kind: 'read',
  summary: 'Recomputes every chain, confidential digest and checkpoint, and names the first event that is broken.',
  roles: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({ streams: count, events: count, checkpoints: count }),
  run: async ({ ports }) => {
    const verified = await ports.store.verify();
    if (verified.ok) {
      const { streams, events, checkpoints } = verified;
      return done({ streams, events, checkpoints });
    }
    const { stream, version, position, fault } = verified;
    const sentence = `The record does not verify: version ${version} of ${stream} (event ${position}) was ${fault}.`;
    return refuse(rejection('record-broken', sentence));
  },
});
