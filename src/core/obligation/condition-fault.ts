import { checkConditionText } from '../kernel/check-condition.ts';
import { type Expression, namesIn, stopped, writeConditionFault } from '../kernel/condition.ts';
import { faultAt, MOST_CHARACTERS, parseConditionWithPlaces } from '../kernel/parse-condition.ts';
import { printCondition } from '../kernel/print-condition.ts';
import { namesOfKinds } from './condition-names.ts';
import { isOutOfReach } from './event-fault.ts';
import type { FactKind } from './fact.ts';
import type { Obligation } from './obligation.ts';
import { kindOfName, nameOfDay } from './scope.ts';

/** What is wrong with the text of a duty's condition, in a sentence with line and column; null when the duty can have it. */
export function conditionFault(text: string, kinds: readonly FactKind[], each: Obligation['each']): string | null {
  const checked = checkConditionText(text, namesOfKinds(kinds));
  if (!checked.ok) return stopped(`The condition cannot be asked: ${writeConditionFault(checked.fault)}`);
  if (checked.type.type !== 'bool') {
    return `The condition comes to a value of type ${checked.type.type}; expected one that is true or false.`;
  }
  const written = printCondition(checked.expression).length;
  if (written > MOST_CHARACTERS) {
    return `The condition is ${written} characters long as it is written out; expected at most ${MOST_CHARACTERS}.`;
  }
  const own = namesIn(checked.expression).find((name) => isOutOfReach(settling(name, kinds), kinds, each));
  return own === undefined ? null : neverSettled(text, own);
}

/** The same of a condition that comes without its text: line and column are those of the condition as it is written out. */
export function expressionFault(
  expression: Expression,
  kinds: readonly FactKind[],
  each: Obligation['each'],
): string | null {
  return conditionFault(printCondition(expression), kinds, each);
}

/** The kind of fact that a declared name speaks of. */
function settling(name: string, kinds: readonly FactKind[]): string {
  return kinds.find(({ id }) => nameOfDay(id) === name)?.id ?? kindOfName(name);
}

function neverSettled(text: string, own: string): string {
  const parsed = parseConditionWithPlaces(text);
  const [, place] = parsed.ok
    ? ([...parsed.places].find(([part]) => part.kind === 'name' && part.name === own) ?? [])
    : [];
  const expected = 'a name of the market or of the party, since the duty binds the party as a whole';
  const fault = faultAt(text, place?.at ?? 0, expected, `"${own}", which each system has of its own`);
  return stopped(`The condition can never be settled: ${writeConditionFault(fault)}`);
}
