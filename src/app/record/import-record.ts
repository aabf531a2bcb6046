import { z } from 'zod';
import { done, operation, refuse } from '../operation.ts';
import { linesSchema } from './log-fields.ts';

/**
 * Restores an exported record into an empty one, all or nothing, after every chain and digest was recomputed. Accounts
 * are not part of a record: those of the server stay as they are.
 */
export const importRecord = operation({
  name: 'import-record',
  room: 'record',
  kind: 'write',
  summary:
    'Restores an exported record into an empty one; a file that is cut off, malformed or changed is refused by line.',
  roles: ['code-administrator'],
  input: z.strictObject({ lines: linesSchema }),
  output: z.strictObject({ events: z.number().int().nonnegative() }),
  run: async ({ ports }, { lines }) => {
    const result = await ports.store.importLines(lines);
    return 'rejection' in result ? refuse(result.rejection) : done(result);
  },
});
