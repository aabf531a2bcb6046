import type { Rejection } from '../../core/kernel/rejection.ts';
import { describe, faultAt, faultIn, oneOf } from './fault.ts';
import { type Located, plainOf, select, writePath } from './located.ts';

/** What the parts of a pattern refer to: each must be one of the known names. Null refers to nothing and is left alone. */
export interface Reference {
  readonly from: string;
  /** `a party category`. */
  readonly noun: string;
  readonly known: ReadonlySet<string>;
}

/** Every reference to a name that does not exist. Parts that are no text are the schema's to refuse. */
export function checkReferences(located: Located, references: readonly Reference[]): Rejection[] {
  return references.flatMap(({ from, noun, known }) =>
    select(located, from)
      .filter(({ part }) => part.kind === 'scalar' && typeof part.value === 'string' && !known.has(part.value))
      .map(({ part, path }) =>
        faultAt(
          located,
          path,
          `Found ${describe(plainOf(part))}, which is not ${noun}; expected ${expected(known, noun)}.`,
        ),
      ),
  );
}

/** As {@link checkReferences}, for names that are the keys of the maps that the pattern meets. */
export function checkNames(located: Located, references: readonly Reference[]): Rejection[] {
  return references.flatMap(({ from, noun, known }) =>
    select(located, from).flatMap(({ part, path }) =>
      [...(part.kind === 'map' ? part.entries : [])]
        .filter(([key]) => !known.has(key))
        .map(([key, { file, line }]) =>
          faultIn(
            file,
            line,
            writePath([...path, key]),
            `Found "${key}", which is not ${noun}; expected ${expected(known, noun)}.`,
          ),
        ),
    ),
  );
}

/** Every name in a list of such names that is given a second time. */
export function checkUnique(located: Located, patterns: readonly string[]): Rejection[] {
  return patterns.flatMap((pattern) => {
    const seen = new Map<string, string>();
    return select(located, pattern).flatMap(({ part, path }) => {
      if (part.kind !== 'scalar' || typeof part.value !== 'string') return [];
      const first = seen.get(part.value);
      if (first === undefined) {
        seen.set(part.value, `${part.file} line ${part.line}`);
        return [];
      }
      return [
        faultAt(
          located,
          path,
          `Found ${describe(part.value)} a second time; expected each once, and the first is in ${first}.`,
        ),
      ];
    });
  });
}

/** The texts that a pattern meets. */
export function namesAt(located: Located, ...patterns: readonly string[]): Set<string> {
  const values = patterns.flatMap((pattern) => select(located, pattern)).map(({ part }) => plainOf(part));
  return new Set(values.filter((value) => typeof value === 'string'));
}

function expected(known: ReadonlySet<string>, noun: string): string {
  return known.size === 0 ? `${noun}, of which there is none` : oneOf(known);
}
