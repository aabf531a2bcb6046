import type { CurrentLegalText, ProposalLife } from '../state.ts';

/** The id of the solution that was proposed, beside alternatives. */
export const PROPOSED = 'proposed';

/** A solution of the issue that can be decided on. */
export interface Solution extends Pick<CurrentLegalText, 'amendments' | 'against'> {
  readonly id: string;
  readonly title: string;
}

/** All solutions: the one that was proposed first, and then the alternatives to which the Working Group agreed. */
export function solutionsOf({ content, legalText, refinement }: ProposalLife): readonly Solution[] {
  const { amendments, against } = legalText;
  const agreed = refinement.alternatives.filter((one) => one.agreed !== null);
  return [
    { id: PROPOSED, title: content.title, amendments, against },
    ...agreed.map((one) => ({ id: one.id, title: one.title, amendments: one.amendments, against: one.against })),
  ];
}
