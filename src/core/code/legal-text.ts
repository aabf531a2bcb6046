import type { Amendment } from './amendment.ts';
import { make } from './apply-amendment.ts';
import { closeDraft, openDraft } from './draft.ts';
import { instructionFor } from './instruction.ts';
import type { CodeText } from './provision.ts';
import { onlyTouched, type RedlineBlock, redline } from './redline.ts';

/** What a list of amendments makes of a text, and says to whoever makes them by hand. */
export interface Instructed {
  readonly after: CodeText;
  /** In plain English, for each amendment in order: for the text that those before it leave. */
  readonly instructions: readonly (readonly string[])[];
}

/** What a list of amendments does to the text that it was drafted against. */
export interface LegalText {
  readonly before: CodeText;
  readonly after: CodeText;
  /** The changed provisions, each under those it stands in. */
  readonly blocks: readonly RedlineBlock[];
  /** In plain English, in order: each for the text that those before it leave. */
  readonly instructions: readonly string[];
}

/** One sentence that says why an amendment does not fit, and its index in the list. */
export interface Misfit {
  readonly ok: false;
  readonly fault: string;
  readonly at: number;
}

/** Makes the amendments and says each in plain English, or says which does not fit. */
export function instructedBy(
  before: CodeText,
  amendments: readonly Amendment[],
): { readonly ok: true; readonly instructed: Instructed } | Misfit {
  let after = before;
  const instructions: (readonly string[])[] = [];
  const draft = openDraft(before);
  for (const [at, amendment] of amendments.entries()) {
    const fault = make(draft, amendment);
    if (fault !== null) return { ok: false, fault, at };
    instructions.push(instructionFor(after, amendment));
    after = closeDraft(draft);
  }
  return { ok: true, instructed: { after, instructions } };
}

/** Makes the amendments and shows what they do, or says in one sentence which does not fit. */
export function legalTextOf(
  before: CodeText,
  amendments: readonly Amendment[],
): { readonly ok: true; readonly legalText: LegalText } | Misfit {
  const made = instructedBy(before, amendments);
  if (!made.ok) return made;
  const { after, instructions } = made.instructed;
  return {
    ok: true,
    legalText: { before, after, blocks: onlyTouched(redline(before, after)), instructions: instructions.flat() },
  };
}
