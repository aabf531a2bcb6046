import type { Rejection } from '../../core/kernel/rejection.ts';
import { caseSchema } from '../../core/rulebook/case.schema.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { checkCase } from './check-case.ts';
import { decodeFiles } from './decode.ts';
import { type Files, readFiles } from './files.ts';

/** A case, or every fault of its files. */
export type ReadCase =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly faults: readonly Rejection[] };

/** Reads the files of a case against its rulebook. Every fault is told, not only the first. */
export function readCase(files: Files, rulebook: Rulebook): ReadCase {
  const decoded = decodeFiles(readFiles(files), caseSchema, (located) => checkCase(located, rulebook));
  return decoded.ok ? { ok: true, case: decoded.value } : decoded;
}
