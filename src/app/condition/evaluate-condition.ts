import { z } from 'zod';
import { conditionSteps } from '../../core/kernel/condition-steps.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { evaluateCondition as evaluate } from '../../core/kernel/evaluate-condition.ts';
import { printCondition, printValue } from '../../core/kernel/print-condition.ts';
import { done, operation } from '../operation.ts';
import { questionFields, readConditionQuestion } from './condition-question.ts';
import { outcomeSchema, outcomeView, partSchema, partsOf, runSchema, writeType } from './condition-view.ts';

/** What a condition comes to on a day, part by part, and over all days. */
export const evaluateCondition = operation({
  name: 'evaluate-condition',
  room: 'condition',
  kind: 'read',
  summary: 'Evaluates a condition on a day, part by part, and over all days: true, false, unknown or an error.',
  roles: 'anyone',
  input: z.strictObject(questionFields),
  output: z.strictObject({
    condition: z.string(),
    type: z.string(),
    on: daySchema,
    outcome: outcomeSchema,
    names: z.array(
      z.strictObject({
        name: z.string(),
        value: z.string().nullable().meta({ description: 'What is known of it on the day; null: nothing is.' }),
      }),
    ),
    parts: z.array(partSchema),
    runs: z.array(runSchema).meta({ description: 'What it comes to over all days, in order and without gaps.' }),
  }),
  run: async (context, input) => {
    const read = await readConditionQuestion(context, input);
    if (!read.ok) return read;
    const { condition, type, scope, settings, on, names, facts } = read.value;
    const { initial, changes } = conditionSteps(condition, scope, settings);
    const starts = [{ from: null, value: initial }, ...changes];
    return done({
      condition: printCondition(condition),
      type: writeType(type),
      on,
      outcome: outcomeView(evaluate(condition, facts, settings)),
      names: names.map((name) => {
        const value = facts(name);
        return { name, value: value === undefined ? null : printValue(value) };
      }),
      parts: partsOf(read.value),
      runs: starts.map(({ from, value }, index) => ({
        from,
        until: starts[index + 1]?.from ?? null,
        outcome: outcomeView(value),
      })),
    });
  },
});
