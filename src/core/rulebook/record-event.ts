import type { AssessorCapacity, CycleYear, ScheduledAssessment } from '../assurance/assessment.ts';
import type { CodeEvent } from '../code/code-event.ts';
import type { SystemGroup } from '../estate/estate.ts';
import type { Citation } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';
import type { MeetingEvent } from '../modification/meeting/meeting-event.ts';
import type { ProposalEvent } from '../modification/proposal.ts';
import type { BindingEvent } from '../obligation/binding-event.ts';
import type { EvidenceEvent } from '../obligation/evidence.ts';
import type { Fact } from '../obligation/fact.ts';
import type { JudgementEvent } from '../obligation/judgement.ts';
import type { MembershipEvent } from '../party/membership.ts';
import type { Party } from '../party/party.ts';
import type { PartyChange } from '../party/party-over-time.ts';

/** Stream `party/<id>`: a party, its estate and its assessments. */
export type PartyEvent =
  | ({ readonly type: 'party-admitted'; readonly cycleYear: CycleYear | null } & Party)
  | { readonly type: 'party-recategorised'; readonly party: string; readonly change: PartyChange }
  | { readonly type: 'system-group-recorded'; readonly group: SystemGroup }
  /** In the stream of the supplier that loses it; that of the one that gains it records the group anew. */
  | {
      readonly type: 'system-group-moved';
      readonly group: string;
      readonly supplier: string;
      readonly to: string;
      readonly effectiveOn: Day;
      readonly citation: Citation;
    }
  | { readonly type: 'assessment-scheduled'; readonly assessment: ScheduledAssessment };

/** Stream `facts/<code>`: what happened in the market. */
export type FactEvent =
  | { readonly type: 'fact-recorded'; readonly fact: Fact }
  | { readonly type: 'fact-withdrawn'; readonly fact: string; readonly reasons: string }
  | ({ readonly type: 'assessor-capacity-recorded' } & AssessorCapacity);

/** Stream `record`: what the record itself goes through. */
export type LifeEvent =
  | { readonly type: 'rulebook-adopted'; readonly code: string; readonly digest: string }
  | { readonly type: 'demonstration-loaded'; readonly case: string; readonly startsAt: string }
  | { readonly type: 'clock-advanced'; readonly to: string }
  | { readonly type: 'checkpoint-made'; readonly root: string; readonly heads: number; readonly position: number };

/** Stream `correction/<stream>`: what should be read instead of an event that was recorded in error. */
export interface CorrectionEvent {
  readonly type: 'correction-noted';
  readonly stream: string;
  /** Which event of the stream, counted from 1. */
  readonly version: number;
  readonly instead: string;
  readonly reasons: string;
  /** A person by name. */
  readonly by: string;
  readonly on: Day;
}

/** Every event that a record can hold. */
export type RecordEvent =
  | ProposalEvent
  | MeetingEvent
  | CodeEvent
  | PartyEvent
  | MembershipEvent
  | FactEvent
  | BindingEvent
  | JudgementEvent
  | EvidenceEvent
  | LifeEvent
  | CorrectionEvent;
