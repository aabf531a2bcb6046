import { z } from 'zod';
import { type Expression, writeConditionFault } from './condition.ts';
import { parseCondition } from './parse-condition.ts';
import { printCondition } from './print-condition.ts';

/** A condition: text outside, tree inside. A fault's message carries its line, its column and what was expected. */
export const conditionSchema = z
  .codec(
    z.string().meta({ description: 'A condition in a subset of CEL: path == "agreed" && (urgent || !closed).' }),
    z.custom<Expression>(),
    {
      decode: (text, context) => {
        const parsed = parseCondition(text);
        if (parsed.ok) return parsed.expression;
        const message = `not a condition: ${writeConditionFault(parsed.fault)}`;
        context.issues.push({ code: 'custom', input: text, message });
        return z.NEVER;
      },
      encode: (expression) => printCondition(expression),
    },
  )
  .meta({ id: 'Condition' });
