import type { z } from 'zod';
import type { Rejection } from '../../core/kernel/rejection.ts';
import { checkReferences } from './check-references.ts';
import { faultsOfPart } from './decode.ts';
import { type Located, type Path, partAt, plainOf, select } from './located.ts';

/** What each operation takes, by its name: the acts of a case are operations with their inputs. */
export type ActInputs = ReadonlyMap<string, z.ZodType>;

/** Acts whose operation does not exist or would not take the input that is given. */
export function checkActInputs(located: Located, inputs: ActInputs): Rejection[] {
  return [
    ...checkReferences(located, [{ from: 'acts.*.operation', noun: 'an operation', known: new Set(inputs.keys()) }]),
    ...select(located, 'acts.*').flatMap(({ part, path }) => {
      const name = partAt(part, ['operation']);
      const schema = name === undefined ? undefined : inputs.get(String(plainOf(name)));
      const input = partAt(part, ['input']);
      if (schema === undefined || input?.kind !== 'map') return [];
      return faultsOfInput(located, [...path, 'input'], schema);
    }),
  ];
}

/** Faults of an input. What stands in it by `{ case: proposal }` is checked where it is written. */
function faultsOfInput(located: Located, path: Path, schema: z.ZodType): readonly Rejection[] {
  const input = partAt(located, path);
  if (input === undefined) return [];
  const filled = fillInput(plainOf(input) as Record<string, unknown>, located);
  return faultsOfPart(filled, schema, located, path, (step) => !isPointer(plainOf(partAt(input, [step]) ?? input)));
}

/** An act's input with `{ case: proposal }` replaced by that part of the case as written, so that it is written once. */
export function fillInput(input: Readonly<Record<string, unknown>>, located: Located): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    const part = isPointer(value) ? partAt(located, [value.case]) : undefined;
    return part === undefined ? value : plainOf(part);
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, fill(value)]));
}

function isPointer(value: unknown): value is { readonly case: string } {
  return typeof value === 'object' && value !== null && 'case' in value && typeof value.case === 'string';
}
