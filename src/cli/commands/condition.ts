import { checkCondition } from '../../app/condition/check-condition.ts';
import { evaluateCondition } from '../../app/condition/evaluate-condition.ts';
import { explainCondition } from '../../app/condition/explain-condition.ts';
import { done, type Operation } from '../../app/operation.ts';
import type { Command } from '../command.ts';
import { checkedText, evaluatedText, explainedText } from '../condition-text.ts';
import { operationCommand, type Shape } from '../operation-command.ts';

/** `condition check TEXT`: exit code 1 when it has a fault, whose place is marked. */
export const conditionCheck: Command = withoutRecord(checkCondition, {
  path: ['condition', 'check'],
  places: ['condition'],
});

/** `condition eval TEXT --given devices=300000 --on 2018-11-08`. */
export const conditionEval: Command = withoutRecord(evaluateCondition, {
  path: ['condition', 'eval'],
  places: ['condition'],
  text: evaluatedText,
});

/** `condition explain TEXT --party pebblewick`. */
export const conditionExplain: Command = withoutRecord(explainCondition, {
  path: ['condition', 'explain'],
  places: ['condition'],
  text: explainedText,
});

/** A condition over given values needs no record, one that is asked of a party does. */
function withoutRecord(operation: Operation, shape: Shape): Command {
  const onRecord = operationCommand(operation, shape);
  const recordless = operationCommand(operation, { ...shape, recordless: true });
  return {
    ...(operation === checkCondition ? recordless : onRecord),
    run: async (given, runtime) => {
      const result = await (given.values.has('party') ? onRecord : recordless).run(given, runtime);
      if (!result.ok || operation !== checkCondition) return result;
      const { text, hasFault } = checkedText(given.positionals[0] ?? '', result.value.json);
      return done({ ...result.value, text, ...(hasFault ? { exit: 1 } : {}) });
    },
  };
}
