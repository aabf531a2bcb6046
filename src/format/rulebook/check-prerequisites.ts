import type { Commencement } from '../../core/kernel/commencement.ts';
import { findCommencementCycle } from '../../core/kernel/commencement-cycle.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { faultAt } from './fault.ts';
import { type Located, partAt, plainOf, select } from './located.ts';

/** Events that wait, by any detour, for themselves before they can come about. */
export function checkPrerequisites(located: Located): Rejection[] {
  const kinds = select(located, 'factKinds.*').map(({ part, path }) => ({
    id: String(plainOf(partAt(part, ['id']) ?? part)),
    path,
    needs: select(part, 'broughtAbout.needs.*').map(({ part: one }) => String(plainOf(one))),
  }));
  const definitions = new Map<string, Commencement>(
    kinds.map(({ id, needs }) => [id, { kind: 'later-of', of: needs.map((event) => ({ kind: 'event', event })) }]),
  );
  const cycle = findCommencementCycle(definitions);
  if (cycle === null) return [];
  const at = kinds.find(({ id }) => id === cycle[0]);
  const sentence = `Found an event that needs itself before it can come about (${cycle.join(' → ')}); expected needs that end with an event that needs none.`;
  return [faultAt(located, [...(at?.path ?? []), 'broughtAbout', 'needs'], sentence)];
}
