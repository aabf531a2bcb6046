import type { Amendment } from '../code/amendment.ts';
import type { Commencement } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { ObligationChange, Wordings } from '../kernel/reading.ts';
import type { Tally } from './ballot.ts';
import type { ReportContent } from './report-content.ts';
import type { Timetable } from './timetable.ts';

/** What is proposed. Kept whole in the first event, so that a proposal never changes under its readers. */
export interface ProposalContent {
  readonly id: string;
  readonly title: string;
  /** `ssc`: a body or a party by id. */
  readonly proposer: { readonly id: string; readonly name: string };
  /** Code by id. */
  readonly code: string;
  /** Whether urgency is asked for, and why. */
  readonly urgency: { readonly asked: boolean; readonly reason: string };
  /** `Path 3: Self-Governance`. */
  readonly pathAsked: string;
  readonly timetable: Timetable;
  /** When it would take effect. */
  readonly implementation: Commencement;
  readonly legalText: readonly Amendment[];
  /** The label of the version that the legal text was drafted against. */
  readonly draftedAgainst: string;
  /** What it does to obligations, drafted beside the words. */
  readonly obligations: readonly ObligationChange[];
  /** Wordings that its own words add, with their readings. */
  readonly wordings: readonly Wordings[];
  readonly report: ReportContent;
}

/** Everything that happens to a proposal. Days are legal days; the recorded instant is in the log, not here. */
export type ProposalEvent =
  | {
      readonly type: 'proposal-raised';
      readonly content: ProposalContent;
      readonly raisedOn: Day;
      readonly profile: string;
      /** Digest of the rulebook that governs it from now on. */
      readonly rulebook: string;
    }
  | { readonly type: 'paper-submitted'; readonly step: string; readonly on: Day }
  | {
      readonly type: 'determination-made';
      readonly step: string;
      readonly outcome: string;
      readonly reasons: string;
      readonly on: Day;
      readonly timetable: Timetable | null;
    }
  | { readonly type: 'consultation-opened'; readonly step: string; readonly from: Day; readonly closes: Instant }
  | {
      readonly type: 'response-received';
      readonly step: string;
      readonly party: string;
      readonly stance: 'support' | 'oppose' | 'neutral';
      /** The words are kept beside the chain; this names them. */
      readonly content: ContentRef;
      readonly on: Day;
    }
  | { readonly type: 'consultation-closed'; readonly step: string; readonly on: Day; readonly responses: number }
  | {
      readonly type: 'ballot-opened';
      readonly step: string;
      readonly electorate: readonly Elector[];
      readonly closes: Instant;
      readonly on: Day;
    }
  | {
      readonly type: 'vote-cast';
      readonly step: string;
      readonly seat: string;
      readonly position: Position;
      readonly reasons: string;
      readonly on: Day;
    }
  | {
      readonly type: 'ballot-closed';
      readonly step: string;
      readonly tally: Tally;
      readonly outcome: 'approve' | 'reject' | 'no-quorum';
      readonly on: Day;
    }
  | {
      readonly type: 'decision-referred';
      readonly step: string;
      readonly party: string;
      readonly grounds: string;
      readonly on: Day;
    }
  | { readonly type: 'window-elapsed'; readonly step: string; readonly on: Day }
  | {
      readonly type: 'implementation-dated';
      readonly step: string;
      readonly day: Day;
      readonly on: Day;
      readonly reasons: string;
    }
  | { readonly type: 'modification-implemented'; readonly step: string; readonly on: Day; readonly label: string }
  /** The first end of the profile that holds, recorded with the event that brought it about. */
  | { readonly type: 'proposal-closed'; readonly end: string; readonly title: string; readonly on: Day };

/** A seat on the list of voters, frozen at opening. */
export interface Elector {
  readonly seat: string;
  readonly title: string;
  readonly votingCategory: string;
}

export type Position = 'approve' | 'reject' | 'abstain';

/** Content kept beside the chain: its id, and the salted digest that the chain holds. */
export interface ContentRef {
  readonly id: string;
  readonly digest: string;
}
