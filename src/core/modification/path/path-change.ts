import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Day } from '../../kernel/day.ts';
import type { Role } from '../../party/actor.ts';
import type { DoneStep } from '../state.ts';

/** Who may change the path after it was determined, and until when. */
export interface PathChangeRules {
  /** The step by id that determines the path. */
  readonly step: string;
  readonly by: readonly Role[];
  /** Once it is true the path stands. */
  readonly until: Expression;
  /** `change the path of the Modification Proposal`. */
  readonly act: string;
  readonly citation: Citation;
}

/** How a proposal is raised that goes without most of the steps. */
export interface FastTrackRules {
  readonly by: readonly Role[];
  /** Steps by id that it has; all others are ruled out. */
  readonly steps: readonly string[];
  readonly citation: Citation;
}

/** A change of the path, with what was determined before it. */
export interface PathChanged {
  readonly before: DoneStep;
  readonly outcome: string;
  /** A person by name. */
  readonly by: string;
  readonly reasons: string;
  readonly on: Day;
}
