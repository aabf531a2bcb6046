import type { Comparison, Expression } from '../kernel/condition.ts';
import { ON } from '../kernel/condition.ts';
import { printCondition } from '../kernel/print-condition.ts';
import type { FactKind } from './fact.ts';
import { kindOfName } from './scope.ts';

const COMPARED: Readonly<Record<Comparison, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};
const DAY_OF = /_day$/;

/**
 * A condition over kinds of facts in words: `“Devices of the systems” is more than “Devices above which …”`. What has no
 * words of its own, such as a function, stays as it is written.
 */
export function conditionInWords(condition: Expression, kinds: readonly FactKind[]): string {
  const titled = new Map(kinds.map(({ id, title }) => [id, `“${title}”`]));
  const named = (name: string): string => {
    const kind = titled.get(kindOfName(name));
    if (kind !== undefined) return kind;
    if (name === ON) return 'the day asked about';
    const event = titled.get(kindOfName(name.replace(DAY_OF, '')));
    return event === undefined ? name : `the day of ${event}`;
  };
  const words = (of: Expression): string => {
    switch (of.kind) {
      case 'name':
        return named(of.name);
      case 'not':
        return of.of.kind === 'name' ? `not: ${named(of.of.name)}` : `not (${words(of.of)})`;
      case 'and':
      case 'or':
        return `${within(of.left, of.kind)}, ${of.kind} ${within(of.right, of.kind)}`;
      case 'compare':
        return `${words(of.left)} ${COMPARED[of.operator]} ${words(of.right)}`;
      case 'in':
        return `${words(of.left)} is one of ${words(of.right)}`;
      case 'choose':
        return `if ${words(of.when)}: ${words(of.take)}; otherwise: ${words(of.otherwise)}`;
      case 'list':
        return of.items.map(words).join(', ');
      default:
        return printCondition(of);
    }
  };
  const within = (of: Expression, around: 'and' | 'or'): string =>
    (of.kind === 'and' || of.kind === 'or') && of.kind !== around ? `(${words(of)})` : words(of);
  return words(condition);
}
