import type { Alternative } from './alternative.ts';
import type { Assessment } from './assessment.ts';
import type { GroupAnswer, WorkingGroup } from './working-group.ts';

/** What has been done to refine a proposal. It stays when steps are done anew. */
export interface Refinement {
  /** The Working Group each time it was appointed or changed, the last one standing. */
  readonly groups: readonly WorkingGroup[];
  /** The answer that stands to each question. */
  readonly answers: readonly GroupAnswer[];
  /** In the order in which they were requested. */
  readonly assessments: readonly Assessment[];
  /** In the order in which they were raised. */
  readonly alternatives: readonly Alternative[];
  /** The alternative that was approved, by id; null when none was. */
  readonly approved: string | null;
}

/** Before anything was refined. */
export const NOT_REFINED: Refinement = Object.freeze({
  groups: [],
  answers: [],
  assessments: [],
  alternatives: [],
  approved: null,
});

/** The Working Group that stands; null before one is appointed. */
export function groupOf({ groups }: Refinement): WorkingGroup | null {
  return groups.at(-1) ?? null;
}

/** Questions of the terms of reference that nobody has answered. */
export function unansweredOf(refinement: Refinement): WorkingGroup['questions'] {
  const answered = (id: string) => refinement.answers.some((one) => one.question === id);
  return (groupOf(refinement)?.questions ?? []).filter((one) => !answered(one.id));
}
