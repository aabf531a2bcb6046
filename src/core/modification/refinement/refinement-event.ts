import type { GroupAnswer, WorkingGroup } from './working-group.ts';

/** Everything that happens to refine a proposal. */
export type RefinementEvent =
  /** A Working Group was appointed, or the one that was is now this. */
  | ({ readonly type: 'working-group-appointed' } & WorkingGroup)
  | ({ readonly type: 'group-question-answered' } & GroupAnswer);
