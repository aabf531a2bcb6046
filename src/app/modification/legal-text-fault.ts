import type { Amendment } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { textLabelled } from '../../core/code/version.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import { readInstrument } from '../instruments.ts';
import type { Context } from '../operation.ts';

/** Why a legal text does not fit the version that it says it amends; null when it does. `fields` names the input's. */
export async function legalTextFault(
  context: Context,
  drafted: { readonly code: string; readonly against: string; readonly amendments: readonly Amendment[] },
  fields: { readonly against: string; readonly amendments: string },
): Promise<Rejection | null> {
  const read = await readInstrument(context, drafted.code, null);
  if (!read.ok) return read.rejection;
  const version = textLabelled(read.value, drafted.against, null);
  if (version === null) {
    const sentence = `The record holds no version ${drafted.against} of the ${read.value.shortTitle}.`;
    return rejection('not-found', sentence, { place: { field: fields.against } });
  }
  const made = applyAmendments(version.text, drafted.amendments);
  return made.ok ? null : rejection('text-does-not-apply', made.fault, { place: { field: fields.amendments } });
}
