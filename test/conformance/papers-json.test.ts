import { expect, test } from 'vitest';
import { z } from 'zod';
import { documentSchema } from '../../src/core/document/block.schema.ts';
import { initialModificationReport } from '../../src/core/document/report.ts';
import { seedInput } from './support/seed-papers.ts';

test('a paper goes out as JSON with ISO days and comes back the same', async () => {
  const report = initialModificationReport(await seedInput());
  const json = z.encode(documentSchema, report);
  expect(json.dated).toBe('2018-10-09');
  expect(z.decode(documentSchema, JSON.parse(JSON.stringify(json)))).toEqual(report);
});
