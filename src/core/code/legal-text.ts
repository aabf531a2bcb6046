import type { Amendment } from './amendment.ts';
import { applyAmendment } from './apply-amendment.ts';
import { instructionFor } from './instruction.ts';
import type { CodeText } from './provision.ts';
import { onlyTouched, type RedlineBlock, redline } from './redline.ts';

/** What a list of amendments does to the text that it was drafted against. */
export interface LegalText {
  readonly before: CodeText;
  readonly after: CodeText;
  /** The changed provisions, each under those it stands in. */
  readonly blocks: readonly RedlineBlock[];
  /** In plain English, in order: each for the text that those before it leave. */
  readonly instructions: readonly string[];
}

/** Makes the amendments and shows what they do, or says in one sentence which does not fit. */
export function legalTextOf(
  before: CodeText,
  amendments: readonly Amendment[],
): { readonly ok: true; readonly legalText: LegalText } | { readonly ok: false; readonly fault: string } {
  let after = before;
  const instructions: string[] = [];
  for (const amendment of amendments) {
    const applied = applyAmendment(after, amendment);
    if (!applied.ok) return { ok: false, fault: applied.fault };
    instructions.push(...instructionFor(after, amendment));
    after = applied.text;
  }
  return { ok: true, legalText: { before, after, blocks: onlyTouched(redline(before, after)), instructions } };
}
