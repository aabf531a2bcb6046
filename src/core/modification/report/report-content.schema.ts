import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { daySchema } from '../../kernel/day.schema.ts';
import type { ReportContent } from './report-content.ts';

const words = z.string().min(1);

const viewSchema = z.enum(['proposer', 'ssc', 'secas', 'beis', 'code', 'panel']);

const statementSchema = z.strictObject({
  id: words,
  text: words,
  view: viewSchema,
  citation: citationSchema,
  items: z.array(words).exactOptional(),
  quotes: z.array(words).exactOptional(),
  footnote: words.exactOptional(),
});

// two shapes, since a day that is left out cannot be encoded
const meetingSchema = z.union([
  z.strictObject({ body: words }),
  z.strictObject({ body: words, number: z.number().int().positive(), on: daySchema }),
]);

const paperSchema = z.strictObject({
  number: words,
  version: words,
  dated: daySchema,
  classification: words,
  meeting: meetingSchema,
  contact: words,
});

const impactsSchema = z.strictObject({
  parties: z.array(words),
  systems: z.array(words),
  partyStatement: statementSchema.exactOptional(),
  systemStatement: statementSchema.exactOptional(),
  testing: statementSchema.exactOptional(),
  documents: statementSchema.exactOptional(),
  documentsTouched: z.array(words),
  otherCodes: statementSchema.exactOptional(),
  greenhouseGas: statementSchema.exactOptional(),
});

const costsSchema = z.strictObject({
  limitedTo: z.array(words),
  activities: z.array(words),
  effortPersonDays: z.number().nonnegative(),
  ratePerDayGbp: z.number().nonnegative(),
  effortWords: words,
  rateNote: words,
});

const judgementSchema = z.strictObject({
  id: words,
  owner: words,
  judgement: words,
  basis: words,
  citation: citationSchema,
});

/** What a proposal's report conveys that is not computed from the record. */
export const reportContentSchema = z
  .strictObject({
    paper: paperSchema,
    attachments: z.array(z.strictObject({ letter: words, title: words })),
    abstract: statementSchema,
    summaryIssue: z.array(statementSchema),
    summarySolution: z.array(statementSchema),
    summaryCosts: z.array(statementSchema),
    background: z.array(statementSchema),
    issue: z.array(statementSchema),
    implications: z.array(statementSchema),
    solution: z.array(statementSchema),
    objectiveViews: z.array(
      z.strictObject({ objective: words, effect: z.enum(['better', 'worse']), reason: words, view: viewSchema }),
    ),
    impacts: impactsSchema,
    costs: costsSchema.exactOptional(),
    pathReason: statementSchema.exactOptional(),
    workingGroup: z.strictObject({ membership: statementSchema, termsOfReference: statementSchema }).exactOptional(),
    glossary: z.array(z.strictObject({ acronym: words, meaning: words })),
    history: z.array(z.strictObject({ on: daySchema, what: words, citation: citationSchema })),
    judgements: z.array(judgementSchema),
  })
  .meta({ id: 'ReportContent' }) satisfies z.ZodType<ReportContent>;
