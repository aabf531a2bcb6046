import type { Rejection } from '../../core/kernel/rejection.ts';
import { caseSchema } from '../../core/rulebook/case.schema.ts';
import type { Case } from '../../core/rulebook/case.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { type ActInputs, checkActInputs, fillInput } from './check-acts.ts';
import { checkCase } from './check-case.ts';
import { checkScenario } from './check-scenario.ts';
import { decodeFiles } from './decode.ts';
import { type Files, readFiles } from './files.ts';

/** A case, or every fault of its files. */
export type ReadCase =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly faults: readonly Rejection[] };

/** What a case is checked by beside its rulebook. */
interface CheckedBy {
  /** The folder that the files come from, as a person named it. */
  readonly folder?: string;
  /** Left out, acts are not held to their operations. */
  readonly inputs?: ActInputs;
}

/**
 * Reads the files of a case against its rulebook, and those under `scenarios/` against the case, of which they are no
 * part. Every fault is told, not only the first.
 */
export function readCase(files: Files, rulebook: Rulebook, { folder, inputs }: CheckedBy = {}): ReadCase {
  const [own, scenarios] = [false, true].map((wanted) => [...files].filter(([path]) => isScenario(path) === wanted));
  const read = readFiles(new Map(own), folder);
  const decoded = decodeFiles(read, caseSchema, (located) => [
    ...checkCase(located, rulebook),
    ...(inputs === undefined ? [] : checkActInputs(located, inputs)),
  ]);
  if (!decoded.ok) return decoded;
  const faults = (scenarios ?? []).flatMap(([path, text]) => checkScenario(path, text, decoded.value, rulebook));
  if (faults.length > 0) return { ok: false, faults };
  const acts = decoded.value.acts.map((act) => ({ ...act, input: fillInput(act.input, read.located) }));
  return { ok: true, case: { ...decoded.value, acts } };
}

function isScenario(path: string): boolean {
  return path.startsWith('scenarios/');
}
