import { type Expression, partsOfExpression } from './condition.ts';

/** Most parts (names, values, operators) of one condition, so that walking its tree cannot exhaust the stack. */
export const MOST_PARTS = 1000;

/** How many parts an expression has, counted no further than one beyond {@link MOST_PARTS}, whatever its depth. */
export function sizeOfExpression(expression: Expression): number {
  const open: Expression[] = [expression];
  let count = 0;
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    count += 1;
    if (count > MOST_PARTS) return count;
    const parts = partsOfExpression(part);
    // Of a list's million items the first that are too many suffice.
    for (let at = Math.min(parts.length, MOST_PARTS + 1) - 1; at >= 0; at -= 1) open.push(parts[at] as Expression);
  }
  return count;
}

/** Says that an expression has too many parts; null when it has not. */
export function tooLarge(expression: Expression): string | null {
  return sizeOfExpression(expression) > MOST_PARTS ? `the condition has more than ${MOST_PARTS} parts` : null;
}
