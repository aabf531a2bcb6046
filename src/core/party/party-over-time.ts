import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import { type Steps, steps, valueOn } from '../kernel/steps.ts';
import type { Party } from './party.ts';

/** What a party is from a day on, when that differs from what it was before. */
export interface PartyChange {
  readonly from: Day;
  /** Party category by id. */
  readonly category: string;
  /** User roles by id that it holds from then on; absent: those it held. */
  readonly roles?: readonly string[];
  readonly citation: Citation;
}

/** The category of a party over days: of two changes from one day the one that was recorded later stands. */
export function categorySteps({ category, changes = [] }: Pick<Party, 'category' | 'changes'>): Steps<string> {
  return steps(
    category,
    changes.map((change) => ({ from: change.from, value: change.category })),
  );
}

/** The category of a party on a day. */
export function categoryOn(party: Pick<Party, 'category' | 'changes'>, on: Day): string {
  return valueOn(categorySteps(party), on);
}

/** The user roles that a party holds over days, each once and in the order of their names. */
export function roleSteps({ roles = [], changes = [] }: Pick<Party, 'roles' | 'changes'>): Steps<readonly string[]> {
  const told = changes.flatMap((change) =>
    change.roles === undefined ? [] : [{ from: change.from, value: change.roles }],
  );
  return steps<readonly string[]>(
    named(roles),
    told.map(({ from, value }) => ({ from, value: named(value) })),
  );
}

/** Whether a party is in one of some categories on any day. */
export function isEverIn(party: Pick<Party, 'category' | 'changes'>, categories: readonly string[]): boolean {
  const { initial, changes } = categorySteps(party);
  return categories.includes(initial) || changes.some(({ value }) => categories.includes(value));
}

function named(roles: readonly string[]): readonly string[] {
  return [...new Set(roles)].toSorted();
}
