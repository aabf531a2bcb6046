import { commencementSchema } from '../../core/kernel/commencement.schema.ts';
import type { Commencement } from '../../core/kernel/commencement.ts';
import { findCommencementCycle } from '../../core/kernel/commencement-cycle.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { implementationDateEvent } from '../../core/kernel/resolve-commencement.ts';
import { faultAt } from './fault.ts';
import { type Located, partAt, plainOf, select } from './located.ts';

/** The event that the history of an instrument answers: the words of a provision come into force. */
const WORDS_IN_FORCE = 'words-in-force';

/** Every wording without exactly one default reading. `pattern` meets the wordings. */
export function checkDefaultReadings(located: Located, pattern: string): Rejection[] {
  return select(located, pattern).flatMap(({ part, path }) => {
    const defaults = select(part, 'readings.*.default').filter(({ part: one }) => plainOf(one) === true).length;
    if (defaults === 1) return [];
    const found = defaults === 0 ? 'no default reading' : `${defaults} default readings`;
    return [
      faultAt(located, [...path, 'readings'], `Found ${found}; expected exactly one reading with default: true.`),
    ];
  });
}

/** Fact kinds that are each the first of another, in a circle. */
export function checkFactKinds(located: Located): Rejection[] {
  const definitions = new Map<string, Commencement>();
  for (const { part } of select(located, 'factKinds.*')) {
    const [id, first] = ['id', 'firstOf'].map((key) => plainOf(partAt(part, [key]) ?? part));
    if (typeof id === 'string' && typeof first === 'string') definitions.set(id, { kind: 'event', event: first });
  }
  const cycle = findCommencementCycle(definitions);
  if (cycle === null) return [];
  const at = select(located, 'factKinds.*').find(({ part }) => plainOf(partAt(part, ['id']) ?? part) === cycle[0]);
  return [faultAt(located, [...(at?.path ?? []), 'firstOf'], circle(cycle))];
}

/** An implementation that waits, by any detour, for what it brings about itself. */
export function checkImplementation(located: Located): Rejection[] {
  const path = ['proposal', 'implementation'];
  const part = partAt(located, path);
  const parsed = commencementSchema.safeParse(part === undefined ? undefined : plainOf(part));
  if (!parsed.success) return [];
  const broughtAbout: Commencement = { kind: 'event', event: 'implementation' };
  const decisions = select(located, 'proposal.implementation.**.decision').map(({ part: one }) => String(plainOf(one)));
  const definitions = new Map<string, Commencement>([
    ['implementation', parsed.data],
    [WORDS_IN_FORCE, broughtAbout],
    ...decisions.map((decision) => [implementationDateEvent(decision), broughtAbout] as const),
  ]);
  const cycle = findCommencementCycle(definitions);
  return cycle === null ? [] : [faultAt(located, path, circle(cycle))];
}

function circle(names: readonly string[]): string {
  return `Found a commencement that waits for itself (${names.join(' → ')}); expected one that some day or event outside it settles.`;
}
