import { isWithinCharacter } from '../kernel/characters.ts';
import { type Amendment, type Replacement, sameWording, type Wording } from './amendment.ts';
import { excerpt, missing, otherWords } from './amendment-fault.ts';
import { insert, join, move, renumber, repeal, split } from './amendment-structure.ts';
import { spliced, splicesOf } from './amendment-words.ts';
import { closeDraft, type Draft, openDraft, referenceOfNode, touch } from './draft.ts';
import type { CodeText } from './provision.ts';

/** The amended text, or one sentence that names the provision, what was expected and what was found. */
export type Applied =
  | { readonly ok: true; readonly text: CodeText }
  | { readonly ok: false; readonly fault: string; readonly at: number };

/** Makes one amendment. It applies only to a text that reads as the amendment says. */
export function applyAmendment(text: CodeText, amendment: Amendment): Applied {
  return applyAmendments(text, [amendment]);
}

/** Makes amendments in order, each on the text that those before it leave: all of them, or none; `at` is the index of the one that fails. */
export function applyAmendments(text: CodeText, amendments: readonly Amendment[]): Applied {
  if (amendments.length === 0) return { ok: true, text };
  return amendDraft(openDraft(text), amendments);
}

/** Makes amendments in a draft and gives the text that it becomes; a draft in which one has failed is of no more use. */
export function amendDraft(draft: Draft, amendments: readonly Amendment[]): Applied {
  for (const [at, amendment] of amendments.entries()) {
    const fault = make(draft, amendment);
    if (fault !== null) return { ok: false, fault, at };
  }
  return { ok: true, text: closeDraft(draft) };
}

/** Makes one amendment in a draft: null, or the sentence that says why it does not fit. */
export function make(draft: Draft, amendment: Amendment): string | null {
  switch (amendment.kind) {
    case 'insert':
      return insert(draft, amendment.at, amendment.provision);
    case 'repeal':
      return repeal(draft, amendment.at, amendment.provision);
    case 'substitute':
      return substitute(draft, amendment.target, amendment.from, amendment.to);
    case 'replace':
      return replace(draft, amendment);
    case 'renumber':
      return renumber(draft, amendment.target, amendment.from, amendment.to);
    case 'move':
      return move(draft, amendment);
    case 'split':
      return split(draft, amendment);
    case 'join':
      return join(draft, amendment);
  }
}

function substitute(draft: Draft, target: string, from: Wording, to: Wording): string | null {
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'amend');
  if (!sameWording(node, from)) return otherWords(referenceOfNode(node), from, node);
  node.heading = to.heading;
  node.text = to.text;
  touch(node);
  return null;
}

function replace(draft: Draft, replacement: Replacement): string | null {
  const { target, field, find } = replacement;
  const node = draft.nodes.get(target);
  if (node === undefined) return missing(target, 'amend');
  const name = field === 'text' ? referenceOfNode(node) : `The heading of ${referenceOfNode(node)}`;
  const words = node[field];
  if (words === null) return `${name} does not read as the amendment says: expected “${find}”, found no heading.`;
  const wrong = replacement.at.find((at) => at > words.length || !words.startsWith(find, at));
  if (wrong !== undefined) {
    return `${name} does not read as the amendment says at ${wrong}: expected “${find}”, found “${excerpt(words.slice(wrong), 0)}”.`;
  }
  const within = replacement.at.find((at) => [at, at + find.length].some((end) => isWithinCharacter(words, end)));
  if (within !== undefined) {
    return `${name} cannot be amended at ${within}: expected whole characters to replace, found half of one.`;
  }
  const after = spliced(words, splicesOf(replacement));
  if (field === 'heading' && after === '') {
    return `${name} cannot lose all its words so: expected a substitution that takes the heading away.`;
  }
  node[field] = after;
  touch(node);
  return null;
}
