import { z } from 'zod';
import { citationSchema } from '../../core/kernel/citation.schema.ts';
import type { Citation } from '../../core/kernel/citation.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { type Explanation, explainCondition as explain } from '../../core/kernel/explain-condition.ts';
import { printCondition, printValue } from '../../core/kernel/print-condition.ts';
import { done, operation } from '../operation.ts';
import { questionFields, readConditionQuestion } from './condition-question.ts';
import { type OutcomeView, outcomeSchema, outcomeView, printUncited } from './condition-view.ts';

/** A part of a condition that decides, and beneath it the parts that decide it. */
export interface PartReason {
  readonly text: string;
  readonly outcome: OutcomeView;
  /** The item of a list under which it was asked: `start = day("2018-07-18")`. */
  readonly item: string | null;
  readonly citation: Citation | null;
  readonly because: readonly PartReason[];
}

const partReasonSchema: z.ZodType<PartReason> = z
  .strictObject({
    text: z.string(),
    outcome: outcomeSchema,
    item: z.string().nullable(),
    citation: citationSchema.nullable(),
    get because() {
      return z.array(partReasonSchema);
    },
  })
  .meta({ id: 'PartReason' });

/** Why a condition comes on a day to what it does. */
export const explainCondition = operation({
  name: 'explain-condition',
  room: 'condition',
  kind: 'read',
  summary: 'Says why a condition comes on a day to what it does, by the parts of it that decide.',
  roles: 'anyone',
  input: z.strictObject(questionFields),
  output: z.strictObject({ condition: z.string(), on: daySchema, reason: partReasonSchema }),
  run: async (context, input) => {
    const read = await readConditionQuestion(context, input);
    if (!read.ok) return read;
    const { condition, settings, on, facts } = read.value;
    const reason = reasonOf(explain(condition, facts, settings));
    return done({ condition: printCondition(condition), on, reason });
  },
});

function reasonOf({ expression, outcome, because, item }: Explanation): PartReason {
  return {
    text: printUncited(expression),
    outcome: outcomeView(outcome),
    item: item === undefined ? null : `${item.name} = ${printValue(item.value)}`,
    citation: expression.citation ?? null,
    // What is written out explains itself.
    because: because.filter((part) => !isWritten(part)).map(reasonOf),
  };
}

function isWritten({ expression, because }: Explanation): boolean {
  if (expression.kind === 'literal') return true;
  return (expression.kind === 'list' || expression.kind === 'call') && because.every(isWritten);
}
