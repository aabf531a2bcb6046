import { expect, test } from 'vitest';
import { duty, factKind } from '../../../test/support/duty.ts';
import { parseCondition } from '../kernel/parse-condition.ts';
import { changesFault } from './condition-fault.ts';

const kinds = [factKind({ id: 'system-enrolled' })];

function conditionOf(text: string) {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.expression;
}

test('a modification that gives an obligation a condition over what is no fact is told which part, and what was meant', () => {
  const { id: _, ...whole } = duty({ condition: conditionOf('on >= system_enroled_day') });
  expect(changesFault([{ kind: 'add', obligation: 'survey', duty: whole }], kinds)).toBe(
    'The condition of the obligation "survey" cannot be asked: in system_enroled_day expected a name that is declared, found "system_enroled_day"; did you mean "system_enrolled_day"?',
  );
  const fields = { condition: conditionOf('on >= system_enrolled_day') };
  expect(changesFault([{ kind: 'amend', obligation: 'survey', fields }], kinds)).toBeNull();
});
