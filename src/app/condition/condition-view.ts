import { z } from 'zod';
import { type Expression, type Outcome, partsOfExpression } from '../../core/kernel/condition.ts';
import type { ConditionType } from '../../core/kernel/condition-types.ts';
import { daySchema } from '../../core/kernel/day.schema.ts';
import { explainCondition, isOn } from '../../core/kernel/explain-condition.ts';
import { printCondition, printValue } from '../../core/kernel/print-condition.ts';
import type { ConditionQuestion } from './condition-question.ts';

/** What a condition or a part of it comes to. */
export const outcomeSchema = z.strictObject({
  kind: z.enum(['value', 'unknown', 'error']),
  value: z
    .string()
    .nullable()
    .meta({ description: 'The value as a condition writes it: true, 12, day("2018-11-08").' }),
  missing: z.array(z.string()).meta({ description: 'Names that would settle what is unknown.' }),
  sentence: z.string().nullable().meta({ description: 'Why there is no value, of an error.' }),
});

/** {@link outcomeSchema} inside. */
export type OutcomeView = z.output<typeof outcomeSchema>;

/** A run of days with one outcome; null where it has no end. */
export const runSchema = z.strictObject({
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  outcome: outcomeSchema,
});

/** A part of a condition, in reading order; null for what is asked of each item of a list and so has no one outcome. */
export const partSchema = z.strictObject({
  depth: z.int(),
  text: z.string(),
  outcome: outcomeSchema.nullable(),
});

/** An outcome as it is given out. */
export function outcomeView(outcome: Outcome): OutcomeView {
  return {
    kind: outcome.kind,
    value: outcome.kind === 'value' ? printValue(outcome.value) : null,
    missing: outcome.kind === 'unknown' ? [...outcome.missing] : [],
    sentence: outcome.kind === 'error' ? outcome.sentence : null,
  };
}

/** Every part of a condition with what it comes to on the day asked about, the whole first; what is written out says so itself. */
export function partsOf(question: ConditionQuestion): z.output<typeof partSchema>[] {
  return partsUnder(question.condition, 0, false, question);
}

function partsUnder(
  expression: Expression,
  depth: number,
  isOfItem: boolean,
  question: ConditionQuestion,
): z.output<typeof partSchema>[] {
  const own = { depth, text: printUncited(expression), outcome: isOfItem ? null : outcomeOn(expression, question) };
  const isAsked = expression.kind === 'exists' || expression.kind === 'all';
  const below = partsOfExpression(expression)
    .filter((part) => part.kind !== 'literal')
    .flatMap((part) => partsUnder(part, depth + 1, isOfItem || (isAsked && part === expression.where), question));
  return [own, ...below];
}

function outcomeOn(expression: Expression, { facts, on, settings }: ConditionQuestion): OutcomeView {
  const outcome: Outcome = isOn(expression)
    ? { kind: 'value', value: { kind: 'day', day: on } }
    : explainCondition(expression, facts, settings).outcome;
  return outcomeView(outcome);
}

/** An expression as it is written, without the citations that its parts carry. */
export function printUncited(expression: Expression): string {
  const uncited: Expression = JSON.parse(
    JSON.stringify(expression, (key, value) => (key === 'citation' ? undefined : value)),
  );
  return printCondition(uncited);
}

/** `bool`, `list of int`. */
export function writeType(type: ConditionType): string {
  return type.type === 'list' ? `list of ${type.of ?? 'nothing'}` : type.type;
}
