import type { DeclaredName, DeclaredNames } from '../kernel/condition-types.ts';
import type { FactKind } from './fact.ts';
import { nameOfDay, nameOfKind } from './scope.ts';

/** The names that conditions of duties may speak of: each kind of fact that can be recorded, and the day of each event. */
export function namesOfKinds(kinds: Iterable<FactKind>): DeclaredNames {
  const names = new Map<string, DeclaredName>();
  for (const { id, type, values, subject } of kinds) {
    if (subject === 'words') continue;
    names.set(nameOfKind(id), { type: { type: type === 'event' ? 'bool' : type }, values });
    if (type === 'event') names.set(nameOfDay(id), { type: { type: 'day' }, values: null });
  }
  return names;
}
