import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Role } from '../../party/actor.ts';

/** How a proposal is refined, as data of a profile. Numbers are parameters by id. */
export interface RefinementRule {
  /** From when on a Working Group can be appointed; refinement ends with the step that submits its report. */
  readonly begins: Expression;
  /** The step, by id, that submits the report. */
  readonly report: string;
  readonly group: GroupRule;
  /** What the steps of refinement ask for before they can be done. */
  readonly asks: readonly Asked[];
}

/** Who appoints a Working Group, of how many, and who answers its questions. */
interface GroupRule {
  readonly appointedBy: readonly Role[];
  readonly answeredBy: readonly Role[];
  /** The parameter with the least number of members. */
  readonly members: string;
  readonly citation: Citation;
}

/** What refinement can be asked for: a Working Group, and an answer to each question of its terms of reference. */
export const NEEDS = ['group', 'answers'] as const;

/** One of them. */
export type Need = (typeof NEEDS)[number];

/** What a step asks for before it can be done. */
interface Asked {
  /** Step by id. */
  readonly step: string;
  readonly of: readonly Need[];
}
