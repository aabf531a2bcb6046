import type { Citation } from '../../kernel/citation.ts';
import type { Expression } from '../../kernel/condition.ts';
import type { Role } from '../../party/actor.ts';
import type { StepClock } from '../profile/profile.ts';

/** How a proposal is refined, as data of a profile. Numbers are parameters by id. */
export interface RefinementRule {
  /** From when on a Working Group can be appointed; refinement ends with the step that submits its report. */
  readonly begins: Expression;
  /** The step, by id, that submits the report. */
  readonly report: string;
  readonly group: GroupRule;
  /** What can be asked of whoever runs the systems. */
  readonly assessments: readonly AssessmentRule[];
  /** How other solutions come up; absent: there is the one that was proposed. */
  readonly alternatives?: AlternativesRule;
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

/** An assessment of what a proposal would mean for systems: who asks for it, who makes it, in what time. */
export interface AssessmentRule {
  /** `preliminary`. */
  readonly id: string;
  readonly title: string;
  /** Who asks for it, and gives the information that it needs. */
  readonly requestedBy: readonly Role[];
  readonly by: readonly Role[];
  readonly clock: StepClock;
  /** Whether the clock stops from the day on which information is requested to that on which it is given. */
  readonly informationStopsClock: boolean;
  /** Whether every proposal that is refined needs it; else those that are requested count. */
  readonly needed: boolean;
  readonly citation: Citation;
}

/** Who raises another solution, who votes on it, and by what share of the Working Group it is agreed. */
interface AlternativesRule {
  readonly raisedBy: readonly Role[];
  readonly votedBy: readonly Role[];
  /** The parameter with the share of all members, such as `more than 1/2`. */
  readonly agreedBy: string;
  readonly citation: Citation;
}

/** What refinement can be asked for: a Working Group, an answer to each question of its terms of reference, and the assessments. */
export const NEEDS = ['group', 'answers', 'assessments'] as const;

/** One of them. */
export type Need = (typeof NEEDS)[number];

/** What a step asks for before it can be done. */
interface Asked {
  /** Step by id. */
  readonly step: string;
  readonly of: readonly Need[];
}
