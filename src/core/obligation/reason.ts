import type { Citation } from '../kernel/citation.ts';
import type { Verdict } from './bound-steps.ts';

/** Why something holds, fails or is not settled: one sentence, and beneath it only the reasons that decide it. */
export interface Reason {
  readonly verdict: Verdict;
  readonly says: string;
  /** The first words of the provision that it speaks of, where it is about them. */
  readonly quote?: string;
  readonly because: readonly Reason[];
  readonly citations: readonly Citation[];
  /** Facts (by id) that it rests on. */
  readonly facts: readonly string[];
  /** Events and kinds of facts that would settle it; empty when it is settled. */
  readonly awaiting: readonly string[];
}
