import type { Rejection } from '../../core/kernel/rejection.ts';
import { caseSchema } from '../../core/rulebook/case.schema.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { checkCase } from './check-case.ts';
import { decodeFiles } from './decode.ts';
import { type Files, readFiles } from './files.ts';
import { type Located, partAt, plainOf } from './located.ts';

/** A case, or every fault of its files. */
export type ReadCase =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly faults: readonly Rejection[] };

/** Reads the files of a case against its rulebook. Every fault is told, not only the first. */
export function readCase(files: Files, rulebook: Rulebook): ReadCase {
  const read = readFiles(files);
  const decoded = decodeFiles(read, caseSchema, (located) => checkCase(located, rulebook));
  if (!decoded.ok) return decoded;
  const acts = decoded.value.acts.map((act) => ({ ...act, input: filled(act.input, read.located) }));
  return { ok: true, case: { ...decoded.value, acts } };
}

/** An act's input with `{ case: proposal }` replaced by that part of the case as written, so that it is written once. */
function filled(input: Readonly<Record<string, unknown>>, located: Located): Record<string, unknown> {
  const fill = (value: unknown): unknown => {
    const part = isPointer(value) ? partAt(located, [value.case]) : undefined;
    return part === undefined ? value : plainOf(part);
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, fill(value)]));
}

function isPointer(value: unknown): value is { readonly case: string } {
  return typeof value === 'object' && value !== null && 'case' in value && typeof value.case === 'string';
}
