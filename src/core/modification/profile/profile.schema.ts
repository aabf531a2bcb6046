import { z } from 'zod';
import { citationSchema } from '../../kernel/citation.schema.ts';
import { conditionSchema } from '../../kernel/condition.schema.ts';
import { intervalSchema } from '../../kernel/interval.schema.ts';
import { roleSchema } from '../../party/actor.schema.ts';
import { listedSchema } from '../../party/party.schema.ts';
import { votingSchema } from '../ballot/voting.schema.ts';
import { criticalFriendRulesSchema } from '../comment/comment.schema.ts';
import { consultingSchema } from '../consultation/consulting.schema.ts';
import { formRulesSchema } from '../form/proposal-form.schema.ts';
import { holdRulesSchema } from '../hold/hold.schema.ts';
import { impactRulesSchema } from '../impact/impact.schema.ts';
import { fastTrackRulesSchema, pathChangeRulesSchema } from '../path/path.schema.ts';
import { refinementRuleSchema } from '../refinement/refinement-rule.schema.ts';
import { replanningSchema } from '../timetable/replanning.schema.ts';
import { withdrawalRulesSchema } from '../withdrawal/withdrawal.schema.ts';
import { clockSchema } from './clock.schema.ts';
import { type Profile, QUESTIONS } from './profile.ts';

const words = z.string().min(1);

const stepSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, { message: 'expected a name that a condition can use, such as panel_path' }),
  kind: z.enum(['submission', 'determination', 'consultation', 'ballot', 'window', 'dating', 'implementation']),
  stage: words,
  title: words,
  act: words,
  by: z.array(roleSchema).min(1),
  opens: conditionSchema,
  outcomes: z
    .array(
      z.strictObject({
        id: words,
        title: words,
        reopens: z.array(words).min(1).exactOptional(),
        directs: z.boolean().exactOptional(),
      }),
    )
    .min(1),
  reasons: z.boolean().default(false),
  carriesTimetable: z.boolean().default(false),
  clock: clockSchema.nullable().default(null),
  consulting: consultingSchema.exactOptional(),
  voting: votingSchema.nullable().default(null),
  answers: z.enum(QUESTIONS).exactOptional(),
  timetabled: z.boolean().exactOptional(),
  repeatableUntil: z.array(words).min(1).exactOptional(),
  movesDay: z.boolean().exactOptional(),
  dayOf: z
    .strictObject({
      step: words,
      lead: z.strictObject({ workingDays: words, calendar: words }).exactOptional(),
    })
    .exactOptional(),
  gap: z.strictObject({ workingDays: words, urgentWorkingDays: words.exactOptional() }).exactOptional(),
  consultees: z.array(words).min(1).exactOptional(),
  tier: z.number().int().positive().exactOptional(),
  citation: citationSchema,
});

const identifierSchema = z.strictObject({
  from: words,
  prefix: z.string().regex(/^[A-Z]+$/, { message: 'expected capital letters, such as MP' }),
  digits: z.number().int().min(1).max(9),
  citation: citationSchema,
});

const pathSchema = z.strictObject({
  id: words,
  title: words,
  when: conditionSchema,
  decides: roleSchema,
  tests: z.array(words),
  citation: citationSchema,
});

const transitionSchema = z.strictObject({
  from: words,
  by: z.array(roleSchema).min(1),
  steps: z.record(words, words),
  citation: citationSchema,
});

/** A change process as data; its conditions are text outside. */
export const profileSchema: z.ZodType<Profile> = z
  .strictObject({
    id: words,
    title: words,
    applies: intervalSchema,
    citation: citationSchema,
    stages: z.array(z.strictObject({ id: words, number: words, title: words })).min(1),
    steps: z.array(stepSchema).min(1),
    facts: z.array(z.strictObject({ id: words, when: conditionSchema })),
    ends: z.array(z.strictObject({ id: words, when: conditionSchema, title: words })),
    withdrawal: withdrawalRulesSchema.exactOptional(),
    hold: holdRulesSchema.exactOptional(),
    identifiers: z.array(identifierSchema).min(1).exactOptional(),
    paths: z.array(pathSchema).min(1).exactOptional(),
    refinement: refinementRuleSchema.exactOptional(),
    pathChange: pathChangeRulesSchema.exactOptional(),
    fastTrack: fastTrackRulesSchema.exactOptional(),
    form: formRulesSchema.exactOptional(),
    criticalFriend: criticalFriendRulesSchema.exactOptional(),
    impactStatement: impactRulesSchema.exactOptional(),
    textUntil: words.exactOptional(),
    beside: z
      .array(z.strictObject({ says: words, citation: citationSchema }))
      .min(1)
      .exactOptional(),
    urgencyGrounds: z.array(listedSchema).min(1).exactOptional(),
    replanning: replanningSchema.exactOptional(),
    releases: z
      .strictObject({
        kinds: z.array(z.enum(['scheduled', 'ad-hoc'])).min(1),
        late: z.enum(['told', 'refused']).exactOptional(),
        citation: citationSchema,
      })
      .exactOptional(),
    transitions: z.array(transitionSchema).min(1).exactOptional(),
    notKnown: z.array(words).min(1).exactOptional(),
  })
  .meta({ id: 'Profile' });
