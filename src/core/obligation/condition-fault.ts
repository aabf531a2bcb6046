import { checkCondition } from '../kernel/check-condition.ts';
import { type Expression, stopped } from '../kernel/condition.ts';
import { printCondition } from '../kernel/print-condition.ts';
import { namesOfKinds } from './condition-names.ts';
import type { FactKind } from './fact.ts';
import type { ObligationChange } from './obligation-change.ts';

/** What is wrong with a condition over kinds of facts, and in which part of it; null when it is one that a duty can have. */
export function conditionFault(condition: Expression, kinds: Iterable<FactKind>): string | null {
  const fault = checkCondition(condition, namesOfKinds(kinds));
  if (fault === null) return null;
  const meant = fault.meant === undefined ? '' : `; did you mean ${fault.meant}?`;
  return `in ${printCondition(fault.expression)} expected ${fault.expected}, found ${fault.found}${meant}`;
}

/** The first change that gives an obligation a condition that it cannot have. */
export function changesFault(changes: readonly ObligationChange[], kinds: readonly FactKind[]): string | null {
  for (const change of changes) {
    const condition =
      change.kind === 'add' ? change.duty.condition : change.kind === 'amend' ? change.fields.condition : null;
    const fault = condition == null ? null : conditionFault(condition, kinds);
    if (fault !== null)
      return stopped(`The condition of the obligation "${change.obligation}" cannot be asked: ${fault}`);
  }
  return null;
}
