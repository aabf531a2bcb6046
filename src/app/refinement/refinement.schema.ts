import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import { daySchema, instantSchema } from '../../core/kernel/day.schema.ts';
import { roleSchema } from '../../core/party/actor.schema.ts';
import { nextActSchema } from '../modification/view.schema.ts';

const many = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const groupSchema = z.strictObject({
  members: many(z.strictObject({ id: z.string(), name: z.string(), party: z.string().nullable() })),
  chair: z.string().meta({ description: 'Member by id.' }),
  questions: many(z.strictObject({ id: z.string(), question: z.string() })),
  due: daySchema,
  reasons: z.string().meta({ description: 'Why it was changed; empty when it was appointed first.' }),
  on: daySchema,
});

const assessmentSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  questions: many(z.string()),
  on: daySchema,
  due: instantSchema.nullable().meta({ description: 'Null while its clock stands still, and once it is delivered.' }),
  overdue: z.boolean(),
  stopped: z
    .strictObject({ since: daySchema, left: z.number() })
    .nullable()
    .meta({ description: 'Since when its clock stands still, and how many Working Days are left.' }),
  information: many(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      on: daySchema,
      given: z.strictObject({ answer: z.string(), by: z.string(), on: daySchema }).nullable(),
    }),
  ),
  delivered: z
    .strictObject({
      summary: z.string(),
      costFromGbp: z.number(),
      costToGbp: z.number(),
      leadTimeMonths: z.number(),
      findings: many(z.string()),
      on: daySchema,
    })
    .nullable(),
});

const alternativeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  against: z.string().meta({ description: 'Label of the version that it amends.' }),
  amendments: z.number().int().meta({ description: 'How many it has.' }),
  by: z.string(),
  on: daySchema,
  votes: many(
    z.strictObject({ member: z.string(), position: z.enum(['for', 'against']), by: z.string(), on: daySchema }),
  ),
  agreed: z.strictObject({ inFavour: z.number(), members: z.number(), on: daySchema }).nullable(),
});

/** How a modification is refined: its Working Group, its assessments, its solutions, and what is still to be done. */
export const refinementViewSchema = z
  .strictObject({
    modification: z.string(),
    title: z.string(),
    status: z
      .enum(['none', 'ahead', 'not-needed', 'open', 'done'])
      .meta({ description: 'Whether the profile has refinement, and where the modification stands in it.' }),
    waitsFor: many(z.string()).meta({ description: 'Before it begins: who must do what first.' }),
    rules: z
      .strictObject({
        members: z.number().int().meta({ description: 'Least number of members of the Working Group.' }),
        appointedBy: many(roleSchema),
        answeredBy: many(roleSchema),
        citation: citationSchema,
        agreedBy: z.string().nullable().meta({ description: 'Share of all members that agrees to an alternative.' }),
        assessments: many(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            requestedBy: many(roleSchema),
            by: many(roleSchema),
            workingDays: z.number().nullable(),
            countFirst: z.boolean(),
            informationStopsClock: z.boolean(),
            citation: citationSchema,
          }),
        ),
      })
      .nullable(),
    groups: many(groupSchema).meta({ description: 'The Working Group each time it was changed; the last one stands.' }),
    answers: many(z.strictObject({ question: z.string(), answer: z.string(), by: z.string(), on: daySchema })),
    assessments: many(assessmentSchema),
    alternatives: many(alternativeSchema),
    solutions: many(z.strictObject({ id: z.string(), title: z.string() })).meta({
      description: 'What can be decided on: what was proposed, and the alternatives to which the group agreed.',
    }),
    next: many(nextActSchema).meta({ description: 'What can be done in refinement now.' }),
  })
  .meta({ id: 'Refinement' });

/** What {@link refinementViewSchema} says. */
export type RefinementView = z.output<typeof refinementViewSchema>;
