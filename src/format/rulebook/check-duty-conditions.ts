import { checkConditionText } from '../../core/kernel/check-condition.ts';
import { stopped, writeConditionFault } from '../../core/kernel/condition.ts';
import { parseCondition } from '../../core/kernel/parse-condition.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { namesOfKinds } from '../../core/obligation/condition-names.ts';
import { factKindSchema } from '../../core/obligation/fact.schema.ts';
import type { FactKind } from '../../core/obligation/fact.ts';
import { faultAt } from './fault.ts';
import { type Located, plainOf, select } from './located.ts';

/** Conditions of duties that speak of what no kind of fact is, or of it as what it is not. */
export function checkDutyConditions(
  located: Located,
  places: readonly string[],
  kinds: readonly FactKind[],
): Rejection[] {
  const names = namesOfKinds(kinds);
  return places
    .flatMap((place) => select(located, place))
    .flatMap(({ part, path }) => {
      const text = plainOf(part);
      // A text that is no condition at all is the schema's to refuse.
      if (typeof text !== 'string' || !parseCondition(text).ok) return [];
      const checked = checkConditionText(text, names);
      if (!checked.ok) {
        return [
          faultAt(located, path, stopped(`The condition cannot be asked: ${writeConditionFault(checked.fault)}`)),
        ];
      }
      if (checked.type.type === 'bool') return [];
      const sentence = `The condition comes to a value of type ${checked.type.type}; expected one that is true or false.`;
      return [faultAt(located, path, sentence)];
    });
}

/** The kinds of facts that a rulebook declares, so far as they can be read. */
export function kindsOf(located: Located): readonly FactKind[] {
  return select(located, 'factKinds.*').flatMap(({ part }) => {
    const parsed = factKindSchema.safeParse(plainOf(part));
    return parsed.success ? [parsed.data] : [];
  });
}
