import { commencementSchema } from '../../core/kernel/commencement.schema.ts';
import type { Commencement } from '../../core/kernel/commencement.ts';
import { findCommencementCycle } from '../../core/kernel/commencement-cycle.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { implementationDateEvent } from '../../core/kernel/resolve-commencement.ts';
import { sameReadings } from '../../core/obligation/event-fault.ts';
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

/** Words of which two readings come to the same. `pattern` meets the wordings. */
export function checkReadings(located: Located, pattern: string): Rejection[] {
  return select(located, pattern).flatMap(({ part, path }) => {
    const parsed = wordingsSchema.safeParse(plainOf(part));
    const sentence = parsed.success ? sameReadings(parsed.data) : null;
    return sentence === null ? [] : [faultAt(located, [...path, 'readings'], sentence)];
  });
}

/** An implementation, or a part of it, that waits by any detour for what it brings about itself; `definitions` are the rulebook's. */
export function checkImplementation(
  located: Located,
  definitions: ReadonlyMap<string, Commencement> = new Map(),
): Rejection[] {
  const whole = { name: 'implementation', path: ['proposal', 'implementation'] };
  const parts = select(located, 'proposal.parts.*').flatMap(({ part, path }) => {
    const id = String(plainOf(partAt(part, ['id']) ?? part));
    return [
      { name: `part ${id}`, path: [...path, 'commences'] },
      { name: `the end of part ${id}`, path: [...path, 'until'] },
    ];
  });
  const named = [whole, ...parts].flatMap(({ name, path }) => {
    const found = partAt(located, path);
    const parsed = commencementSchema.safeParse(found === undefined ? undefined : plainOf(found));
    return parsed.success ? [{ name, path, commences: parsed.data }] : [];
  });
  const begins = named.filter(({ name }) => !name.startsWith('the end'));
  if (begins.length === 0) return [];
  const broughtAbout: Commencement = {
    kind: 'earlier-of',
    of: begins.map(({ name }) => ({ kind: 'event', event: name })),
  };
  const decisions = select(located, 'proposal.implementation.**.decision').map(({ part: one }) => String(plainOf(one)));
  const cycle = findCommencementCycle(
    new Map<string, Commencement>([
      ...named.map(({ name, commences }) => [name, commences] as const),
      [WORDS_IN_FORCE, broughtAbout],
      ...decisions.map((decision) => [implementationDateEvent(decision), broughtAbout] as const),
      ...definitions,
    ]),
  );
  if (cycle === null) return [];
  const at = named.find(({ name }) => cycle.includes(name)) ?? whole;
  return [faultAt(located, at.path, circle(cycle))];
}

/** That a commencement waits for itself, with the names on its way. */
export function circle(names: readonly string[]): string {
  return `Found a commencement that waits for itself (${names.join(' → ')}); expected one that some day or event outside it settles.`;
}
