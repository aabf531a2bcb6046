import type { Place, Provision } from './provision.ts';

/** A change of the text as a value. It carries what it replaces, so that it can be checked, inverted and read alone. */
export type Amendment =
  | { readonly kind: 'insert'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'substitute'; readonly target: string; readonly from: Wording; readonly to: Wording }
  | { readonly kind: 'repeal'; readonly at: Place; readonly provision: Provision }
  | { readonly kind: 'renumber'; readonly target: string; readonly from: string | null; readonly to: string | null };

/** The words of one provision. */
export interface Wording {
  readonly heading: string | null;
  readonly text: string;
}

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
