import type { AssessorCapacity, CycleYear, ScheduledAssessment } from '../assurance/assessment.ts';
import type { SystemGroup } from '../estate/estate.ts';
import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Fact } from '../obligation/fact.ts';
import type { Role } from '../party/actor.ts';
import type { Party } from '../party/party.ts';

/** A case: a proposal, the people and estates it touches, and the acts that carry it through. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly notice: string;
  /** Rulebook by folder name: `sec`. */
  readonly rulebook: string;
  /** Where the case clock starts. */
  readonly startsAt: Instant;
  readonly proposal: ProposalContent;
  /** When the form was handed in and the paper sent, for the lead-time findings. */
  readonly submittedOn: Day;
  readonly parties: readonly (Party & { readonly cycleYear: CycleYear })[];
  readonly groups: readonly SystemGroup[];
  readonly assessments: readonly ScheduledAssessment[];
  readonly assessorCapacity: AssessorCapacity;
  readonly facts: readonly Fact[];
  /** Meetings of bodies that are called when the case starts. */
  readonly meetings: readonly CalledMeeting[];
  readonly accounts: readonly DemoAccount[];
  readonly acts: readonly ScriptedAct[];
}

/** A demonstration account; exists only with the demonstration. */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly seat: string | null;
  readonly party: string | null;
}

/** A meeting that is called when a case starts; its paper day and number are those of the body's calendar. */
export interface CalledMeeting {
  /** Body by id. */
  readonly body: string;
  readonly day: Day;
  readonly startsAt: string;
  readonly place: string;
}

/** One act of the plan: which operation, by whom, at which case-clock instant, with which input. */
export interface ScriptedAct {
  readonly at: Instant;
  /** Account by id. */
  readonly by: string;
  /** Operation by name: `make-determination`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What a careful reader finds. */
export interface Finding {
  /** `glossary-and-text-disagree`. */
  readonly id: string;
  readonly sentence: string;
  /** Part of the report it concerns. */
  readonly where: string;
  readonly citations: readonly Citation[];
}
