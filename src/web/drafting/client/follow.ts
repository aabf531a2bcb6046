import type { Node } from 'prosemirror-model';
import type { Amendment } from '../../../core/code/amendment.ts';
import { type DraftFault, faultsOfDraft } from '../../../core/code/draft-fault.ts';
import { withPart } from '../../../core/code/draft-part.ts';
import { amendmentsBetween } from '../../../core/code/drafting.ts';
import { instructedBy } from '../../../core/code/legal-text.ts';
import type { CodeText } from '../../../core/code/provision.ts';
import { onlyTouched, type RedlineBlock, redline } from '../../../core/code/redline.ts';
import { provisionsIn } from './provision-doc.ts';

/** What follows from a document as it stands. */
export interface Followed {
  readonly text: CodeText;
  readonly amendments: readonly Amendment[];
  readonly instructions: readonly string[];
  readonly blocks: readonly RedlineBlock[];
  readonly faults: readonly DraftFault[];
}

/** The amendments that make a document of the base, with their instructions, the redline, and what cannot stand so. */
export function follow(base: CodeText, part: string | null, doc: Node): Followed {
  const text = withPart(base, part, provisionsIn(doc));
  const amendments = amendmentsBetween(base, text);
  const made = instructedBy(base, amendments);
  return {
    text,
    amendments,
    instructions: made.ok ? made.instructed.instructions.flat() : [made.fault],
    blocks: onlyTouched(redline(base, text)),
    faults: faultsOfDraft(base, text),
  };
}
