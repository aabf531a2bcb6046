import { z } from 'zod';
import { done, operation } from '../operation.ts';
import { linesSchema } from './log-fields.ts';

/**
 * The whole record as NDJSON: a manifest, the rulebooks, the confidential contents, the events in commit order and a
 * closing digest. Accounts, passwords and sessions are not part of the record and not in it.
 */
export const exportRecord = operation({
  name: 'export-record',
  room: 'record',
  kind: 'read',
  summary: 'Writes the whole record, confidential contents included and accounts left out, as lines of NDJSON.',
  roles: ['code-administrator'],
  input: z.strictObject({}),
  output: z.strictObject({ lines: linesSchema }),
  run: async ({ ports }) => done({ lines: ports.store.exportLines() }),
});
