import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import type { ConflictSide, OpenConflict, OpenConflictClass } from './conflict.ts';
import type { CodeText } from './provision.ts';
import { type RedlineBlock, redline } from './redline.ts';
import { breadcrumb, findById, referenceOf } from './tree.ts';

/** A conflict for those who settle it: a sentence, and what each side makes of the provision. */
export interface DescribedConflict {
  readonly reference: string;
  /** Whether the provision stands in the text that both amend, so that it can be read there. */
  readonly stands: boolean;
  /** The document that it is in: `Section G Security`. */
  readonly document: string;
  readonly sentence: string;
  readonly sides: readonly [DescribedSide, DescribedSide];
}

/** One side of a conflict. */
export interface DescribedSide {
  readonly modification: string;
  /** The provision that it amends there, as printed before it or, if it is new, after it. */
  readonly reference: string;
  /** The provision with all below it, from the text that both amend to the one side's. */
  readonly blocks: readonly RedlineBlock[];
}

/** Describes conflicts of texts drafted on one text; what each of them makes of it is worked out once. */
export function conflictDescriber(
  base: CodeText,
  amendmentsOf: (modification: string) => readonly Amendment[],
): (conflict: OpenConflict) => DescribedConflict {
  const made = new Map<string, CodeText>();
  const textWith = (modification: string): CodeText => {
    const known = made.get(modification);
    if (known !== undefined) return known;
    const applied = applyAmendments(base, amendmentsOf(modification));
    const text = applied.ok ? applied.text : base;
    made.set(modification, text);
    return text;
  };
  const sideOf = ({ modification, subject }: ConflictSide): DescribedSide => {
    const after = textWith(modification);
    const [old, current] = [findById(base, subject), findById(after, subject)];
    const blocks = redline(
      { provisions: old === null ? [] : [old] },
      { provisions: current === null ? [] : [current] },
    );
    return { modification, reference: referenceOf(base, subject) ?? referenceOf(after, subject) ?? subject, blocks };
  };
  return (conflict) => {
    const sides = [sideOf(conflict.one), sideOf(conflict.other)] as const;
    const { class: kind, provision, one } = conflict;
    const printed = referenceOf(base, provision);
    const reference = printed ?? sides[0].reference;
    const document = documentOf(base, provision) ?? documentOf(textWith(one.modification), one.subject) ?? '';
    return { reference, stands: printed !== null, document, sentence: sentenceOf(kind, reference, ...sides), sides };
  };
}

function documentOf(text: CodeText, id: string): string | null {
  const [top] = breadcrumb(text, id);
  if (top === undefined) return null;
  return [top.kind === 'section' ? 'Section' : '', top.number ?? '', top.heading ?? ''].join(' ').trim() || top.id;
}

function sentenceOf(kind: OpenConflictClass, at: string, one: DescribedSide, other: DescribedSide): string {
  const both = `${one.modification} and ${other.modification}`;
  switch (kind) {
    case 'same-words':
      return `${both} change the same words of ${at}.`;
    case 'same-number':
      return `${both} give the same number, or two numbers to one provision, at ${at}.`;
    case 'same-place':
      return `${both} put ${one.reference} and ${other.reference} at one place; their order is not given.`;
    case 'same-identity':
      return `${both} each insert a provision under the same identity, ${at}.`;
    case 'repeal-against-edit':
      return `Of ${both}, one repeals what the other amends, at ${at}.`;
    case 'nested-repeal':
      return `Of ${both}, one repeals a part of what the other repeals, at ${at}.`;
    case 'reshaped':
      return `Of ${both}, one divides, joins or moves what the other amends, at ${at}.`;
    case 'broken-reference':
      return `New words of ${other.modification} in ${other.reference} refer to ${at}, which ${one.modification} repeals, moves or renumbers.`;
    case 'changed-term':
      return `New words of ${other.modification} in ${other.reference} use the term of ${at}, which ${one.modification} takes away or defines anew.`;
    case 'same-term':
      return `${both} each define the term of ${at}.`;
  }
}
