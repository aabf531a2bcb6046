import { z } from 'zod';
import { checkConditionText } from '../../core/kernel/check-condition.ts';
import { namesIn, ON, writeConditionFault } from '../../core/kernel/condition.ts';
import { printCondition } from '../../core/kernel/print-condition.ts';
import { done, operation, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { conditionField, questionFields, readDeclared } from './condition-question.ts';
import { writeType } from './condition-view.ts';
import { readGiven } from './given-values.ts';

/** Whether a text is a condition over the facts of a code, or where it stops being one. */
export const checkCondition = operation({
  name: 'check-condition',
  room: 'condition',
  kind: 'read',
  summary: 'Checks a condition: whether it can be read, and whether its names and types are those of the code.',
  roles: 'anyone',
  input: z.strictObject({ condition: conditionField, given: questionFields.given, code: codeField }),
  output: z.strictObject({
    condition: z.string().nullable().meta({ description: 'As it is written out; null when it has a fault.' }),
    type: z.string().nullable().meta({ description: 'What it comes to; a duty takes only bool.' }),
    names: z.array(z.strictObject({ name: z.string(), type: z.string() })),
    fault: z
      .strictObject({
        line: z.int(),
        column: z.int(),
        expected: z.string(),
        found: z.string(),
        meant: z.string().nullable(),
        sentence: z.string(),
      })
      .nullable(),
  }),
  run: async (context, { condition, given, code }) => {
    const values = readGiven(given, await readDeclared(context, code));
    if ('rejection' in values) return refuse(values.rejection);
    const checked = checkConditionText(condition, values.declared);
    if (!checked.ok) {
      const { fault } = checked;
      const told = { ...fault, meant: fault.meant ?? null, sentence: writeConditionFault(fault) };
      return done({ condition: null, type: null, names: [], fault: told });
    }
    const names = namesIn(checked.expression).map((name) => {
      const type = name === ON ? ({ type: 'day' } as const) : values.declared.get(name)?.type;
      return { name, type: type === undefined ? '' : writeType(type) };
    });
    return done({ condition: printCondition(checked.expression), type: writeType(checked.type), names, fault: null });
  },
});
