import { closeHistory } from 'prosemirror-history';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { DraftChecks } from '../../../app/modification/draft.schema.ts';
import type { Amendment } from '../../../core/code/amendment.ts';
import { splicesOf } from '../../../core/code/amendment-words.ts';
import { blocksOf, fieldStart } from './blocks.ts';
import { fieldOf } from './schema.ts';

/** Amendments of one provision by which its words go on to name what they named. */
export type Consequence = DraftChecks['consequences'][number];

/** What taking consequences comes to: one change, to be undone at once, and those whose words have changed since. */
export interface Taking {
  readonly tr: Transaction;
  readonly taken: readonly Consequence[];
  readonly stale: readonly Consequence[];
}

/** Takes consequences into a draft: those of the part in its words, those of other provisions among what is amended elsewhere. */
export function takeConsequences(state: EditorState, consequences: readonly Consequence[]): Taking {
  const tr = closeHistory(state.tr);
  const taken: Consequence[] = [];
  const stale: Consequence[] = [];
  const here = new Set(blocksOf(state.doc).map(({ id }) => id));
  for (const one of consequences) {
    const trial = state.tr;
    if (!here.has(one.provision)) tr.setDocAttribute('outside', [...outsideIn(tr.doc), ...one.amendments]);
    else if (one.amendments.every((amendment) => replaceHere(trial, amendment)))
      for (const amendment of one.amendments) replaceHere(tr, amendment);
    else {
      stale.push(one);
      continue;
    }
    taken.push(one);
  }
  return { tr, taken, stale };
}

/** The amendments of what stands outside the part, as the drafter has them. */
export function outsideIn({ attrs }: EditorState['doc']): readonly Amendment[] {
  return attrs.outside as readonly Amendment[];
}

/** Makes a replacement in the words of its provision; false, and nothing is done, where they are others. */
function replaceHere(tr: Transaction, amendment: Amendment): boolean {
  if (amendment.kind !== 'replace') return false;
  const field = amendment.field === 'text' ? 'words' : 'heading';
  const block = blocksOf(tr.doc).find(({ id }) => id === amendment.target);
  if (block === undefined) return false;
  const words = fieldOf(block.node, field);
  const splices = splicesOf(amendment);
  if (splices.some(({ from, to }) => words.slice(from, to) !== amendment.find)) return false;
  const start = fieldStart(block, field);
  for (const { from, to, words: by } of splices.toReversed()) tr.insertText(by, start + from, start + to);
  return true;
}
