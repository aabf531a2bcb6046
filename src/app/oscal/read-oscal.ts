import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import type { Amendment } from '../../core/code/amendment.ts';
import { provisionSchema } from '../../core/code/provision.schema.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import type { Wordings } from '../../core/kernel/reading.ts';
import { obligationSchema } from '../../core/obligation/obligation.schema.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { obligationChangeSchema } from '../../core/obligation/obligation-change.schema.ts';
import type { ObligationChange } from '../../core/obligation/obligation-change.ts';
import { done, operation } from '../operation.ts';
import { bytesSchema, reportSchema } from '../text/document-fields.ts';

const obligationsSchema: z.ZodType<readonly Obligation[]> = z.array(obligationSchema);
const readWordingsSchema: z.ZodType<readonly Wordings[]> = z.array(wordingsSchema);
const changesSchema: z.ZodType<readonly ObligationChange[]> = z.array(obligationChangeSchema);
const amendmentsSchema: z.ZodType<readonly Amendment[]> = z.array(amendmentSchema);

/** What a file of OSCAL says: provisions, duties and changes as far as they are understood, the rest with its place. Stores nothing. */
export const readOscal = operation({
  name: 'read-oscal',
  room: 'oscal',
  kind: 'read',
  summary: 'Says what a file of OSCAL holds, what is understood of it and what is not, with its place; stores nothing.',
  roles: 'anyone',
  takesFile: true,
  input: z.strictObject({
    fileName: z.string().min(1).meta({ description: 'What the file is called, for the report.' }),
    file: bytesSchema,
  }),
  output: z.strictObject({
    root: z.string().meta({ description: 'catalog, profile, system-security-plan, …' }),
    title: z.string(),
    version: z.string(),
    oscalVersion: z.string(),
    ours: z.boolean().meta({ description: 'Whether the file says that it was made by Proviso.' }),
    includes: z
      .array(z.strictObject({ from: z.string(), controls: z.array(z.string()).nullable() }))
      .meta({ description: 'What a profile takes from which catalogs; null for all controls.' }),
    provisions: z.array(provisionSchema),
    obligations: obligationsSchema,
    wordings: readWordingsSchema,
    changes: changesSchema,
    amendments: amendmentsSchema,
    report: reportSchema,
  }),
  run: async (context, { fileName, file }) => {
    const read = await context.ports.documents.readOscal(file, { fileName });
    if (!read.ok) return read;
    const { document, report, includes, ...rest } = read.value;
    return done({
      ...rest,
      includes: includes.map(({ from, controls }) => ({ from, controls: controls === null ? null : [...controls] })),
      provisions: [...(document?.provisions ?? [])],
      report: {
        ...report,
        kept: { ...report.kept },
        listed: [...report.listed],
        refused: [...report.refused],
      },
    });
  },
});
