import type { Citation } from '../../kernel/citation.ts';
import type { Role } from '../../party/actor.ts';
import type { Step } from '../profile/profile.ts';
import type { NextAct } from '../what-next.ts';
import type { Need } from './refinement-rule.ts';

/** An act of refinement. */
export interface RefiningAct {
  /** What it brings that a step can ask for; null for what can be done besides. */
  readonly need: Need | null;
  readonly act: NextAct;
}

/** Says an act for some roles, on a clause; `item` names which of several it is about. */
export type Sayer = (
  operation: string,
  roles: readonly Role[],
  act: string,
  citation: Citation,
  item?: string,
) => NextAct;

/** Says acts at the step that ends refinement. */
export function sayerAt({ id: step, title }: Step): Sayer {
  return (operation, roles, act, citation, item) => ({
    ...{ step, title, operation, roles, act, citation },
    ...{ who: '', from: null, until: null, timing: null, closes: null, overdue: false, optional: false },
    ...(item !== undefined && { item }),
  });
}
