import type { Place, Provision } from './provision.ts';

/** A change of the text as a value. It carries what it replaces, so that it can be checked, inverted and read alone. */
export type Amendment =
  | { readonly kind: 'insert'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'repeal'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'substitute'; readonly target: string; readonly from: Wording; readonly to: Wording }
  | Replacement
  | { readonly kind: 'renumber'; readonly target: string; readonly from: string | null; readonly to: string | null }
  | Move
  | Division;

/** The words of one provision. */
export interface Wording {
  readonly heading: string | null;
  readonly text: string;
}

/** Some words of a provision and what comes in their place, everywhere that is named. */
export interface Replacement {
  readonly kind: 'replace';
  readonly target: string;
  readonly field: 'text' | 'heading';
  /** The words that go; empty where words are only added. */
  readonly find: string;
  /** The words that come; empty where words are only taken out. */
  readonly with: string;
  /** Where `find` stands in the field, in UTF-16 units, rising; two places do not touch. */
  readonly at: readonly number[];
}

/** A provision, with all below it, that comes to stand elsewhere. */
export interface Move {
  readonly kind: 'move';
  readonly target: string;
  readonly from: Place;
  /** As the text reads without the provision; never within it. */
  readonly to: Place;
}

/** One provision that becomes two siblings (`split`), or two that become one (`join`): each undoes the other. */
export interface Division {
  readonly kind: 'split' | 'join';
  /** The first of the two, or the one. */
  readonly target: string;
  /** How long the words of the first of the two are, in UTF-16 units. */
  readonly at: number;
  /** What stands between the words of both when they are one: mostly a space. */
  readonly between: string;
  /** The second of the two: its words, and the last provisions below the one. */
  readonly provision: Provision;
}

/** The amendments of one kind. */
export type AmendmentOf<K extends Amendment['kind']> = Extract<Amendment, { readonly kind: K }>;

/** The amendment that undoes it. */
export function invertAmendment(amendment: Amendment): Amendment {
  switch (amendment.kind) {
    case 'insert':
      return { ...amendment, kind: 'repeal' };
    case 'repeal':
      return { ...amendment, kind: 'insert' };
    case 'substitute':
      return { ...amendment, from: amendment.to, to: amendment.from };
    case 'renumber':
      return { ...amendment, from: amendment.to, to: amendment.from };
    case 'replace': {
      const longer = amendment.with.length - amendment.find.length;
      const at = amendment.at.map((offset, index) => offset + index * longer);
      return { ...amendment, find: amendment.with, with: amendment.find, at };
    }
    case 'move':
      return { ...amendment, from: amendment.to, to: amendment.from };
    case 'split':
      return { ...amendment, kind: 'join' };
    case 'join':
      return { ...amendment, kind: 'split' };
  }
}

/** The amendments that undo a list of them: each undone, last first. */
export function invertAmendments(amendments: readonly Amendment[]): readonly Amendment[] {
  return amendments.map(invertAmendment).reverse();
}

/** The provision that an amendment is about: what is inserted or repealed, or what is edited. */
export function subjectOf(amendment: Amendment): string {
  return amendment.kind === 'insert' || amendment.kind === 'repeal' ? amendment.provision.id : amendment.target;
}

/** Whether two wordings are the same words. */
export function sameWording(a: Wording, b: Wording): boolean {
  return a.heading === b.heading && a.text === b.text;
}

/** Whether two places are one. */
export function samePlace(a: Place, b: Place): boolean {
  return a.parent === b.parent && a.after === b.after;
}
