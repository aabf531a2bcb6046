import type { z } from 'zod';
import type { evaluateCondition } from '../../app/condition/evaluate-condition.ts';
import { endOfDay } from '../page/asked.ts';
import type { WebContext } from '../site.ts';

/** What a reader of the playground asks, as the address says it. */
export interface Asked {
  readonly condition: string;
  /** Lines `name = value`. */
  readonly given: string;
  readonly party: string;
  readonly system: string;
  readonly on: string;
  /** A day, at whose end the record is read. */
  readonly knownAt: string;
}

/** Reads what is asked from the address. */
export function askedOf(c: WebContext): Asked {
  const given = (name: string) => c.req.query(name)?.trim() ?? '';
  return {
    // What a person typed keeps its lines, in which its faults are counted.
    condition: (c.req.query('condition') ?? '').replaceAll('\r\n', '\n').trimEnd(),
    given: given('given').replaceAll('\r\n', '\n'),
    party: given('party'),
    system: given('system'),
    on: given('on'),
    knownAt: given('knownAt'),
  };
}

/** The same as the input of the operations. A line that is no `name = value` stands whole, for the operation to refuse. */
export function questionOf({
  condition,
  given,
  party,
  system,
  on,
  knownAt,
}: Asked): z.input<typeof evaluateCondition.input> {
  return {
    condition,
    given: valuesOf(given),
    ...(party === '' ? {} : { party, ...(system === '' ? {} : { system }) }),
    ...(on === '' ? {} : { on }),
    ...(knownAt === '' ? {} : { knownAt: endOfDay(knownAt) }),
  };
}

function valuesOf(given: string): Record<string, string> {
  const lines = given.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

/** The address of the playground for something asked. */
export function playgroundHref(asked: Partial<Asked>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return `/obligations/playground?${query.toString()}`;
}
