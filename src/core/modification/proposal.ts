import type { Amendment } from '../code/amendment.ts';
import type { KeptResolution } from '../code/resolution.ts';
import type { VersionPublished } from '../code/version.ts';
import type { Commencement } from '../kernel/commencement.ts';
import type { Day } from '../kernel/day.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { ObligationChange } from '../obligation/obligation-change.ts';
import type { BallotEvent } from './ballot/ballot-event.ts';
import type { CommentEvent } from './comment/comment.ts';
import type { ConsultationEvent } from './consultation/consultation-event.ts';
import type { HoldEvent } from './hold/hold-event.ts';
import type { ImpactEvent } from './impact/impact.ts';
import type { PathEvent } from './path/path-event.ts';
import type { RefinementEvent } from './refinement/refinement-event.ts';
import type { ReportContent } from './report/report-content.ts';
import type { LegalTextPart } from './text/part.ts';
import type { Timetable } from './timetable/timetable.ts';
import type { TimetableEvent } from './timetable/timetable-event.ts';
import type { WithdrawalEvent } from './withdrawal/withdrawal-event.ts';

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
  /** `Path 3: Self-Governance`; empty where none is asked for. */
  readonly pathAsked: string;
  /** Whether it is raised as Fast-Track, which has few of the steps; absent: it is not. */
  readonly fastTrack?: boolean;
  readonly timetable: Timetable;
  /** When it would take effect. */
  readonly implementation: Commencement;
  readonly legalText: readonly Amendment[];
  /** How the legal text is divided into parts that take effect by themselves; absent when it is not. */
  readonly parts?: readonly LegalTextPart[];
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
      /** The solution that was approved, by id; absent where none was named. */
      readonly solution?: string;
      readonly timetable: Timetable | null;
    }
  | TimetableEvent
  | ConsultationEvent
  | BallotEvent
  | RefinementEvent
  | HoldEvent
  | WithdrawalEvent
  | PathEvent
  | CommentEvent
  | ImpactEvent
  | {
      readonly type: 'decision-referred';
      readonly step: string;
      readonly party: string;
      readonly grounds: string;
      readonly on: Day;
    }
  /** The length of a window that no rule says was given: its last day. */
  | { readonly type: 'window-opened'; readonly step: string; readonly lastDay: Day; readonly on: Day }
  | { readonly type: 'window-elapsed'; readonly step: string; readonly on: Day }
  /** An outcome of `step` sent the proposal back: these steps are done anew. */
  | {
      readonly type: 'steps-reopened';
      readonly step: string;
      readonly steps: readonly string[];
      /** What is to be done about it, where the outcome gives directions. */
      readonly directions?: string;
      readonly on: Day;
    }
  /** The proposal goes on under another profile; `steps` says which of its steps count as done there. */
  | {
      readonly type: 'profile-changed';
      readonly profile: string;
      readonly rulebook: string;
      readonly steps: Readonly<Record<string, string>>;
      readonly reasons: string;
      readonly on: Day;
    }
  | {
      readonly type: 'implementation-dated';
      readonly step: string;
      /** The part by id whose day it is; absent when the text is undivided. */
      readonly part?: string;
      readonly day: Day;
      readonly on: Day;
      readonly reasons: string;
    }
  /** A part of the legal text became a version of the code. */
  | ({ readonly type: 'part-implemented'; readonly step: string } & ImplementedPart)
  | { readonly type: 'modification-implemented'; readonly step: string; readonly on: Day; readonly label: string }
  /** The proposer wrote the legal text anew. */
  | {
      readonly type: 'legal-text-drafted';
      readonly amendments: readonly Amendment[];
      readonly parts?: readonly LegalTextPart[];
      readonly against: string;
      readonly on: Day;
    }
  /** A version was published, and the legal text mapped over it; what was settled with others is mapped with it. */
  | {
      /** What it does to obligations, whole, with the wordings that its words add. */
      readonly type: 'obligations-drafted';
      readonly obligations: readonly ObligationChange[];
      readonly wordings: readonly Wordings[];
      readonly on: Day;
    }
  | {
      readonly type: 'legal-text-rebased';
      readonly amendments: readonly Amendment[];
      /** The parts that are not in force yet; absent when it is undivided. */
      readonly parts?: readonly LegalTextPart[];
      readonly against: string;
      readonly over: VersionPublished['source'] & { readonly label: string };
      readonly resolutions: readonly StoredResolution[];
      readonly on: Day;
    }
  /** The versions around the one that the legal text amends changed their places, and the text stays word for word. */
  | {
      readonly type: 'legal-text-anchored';
      readonly against: string;
      /** Labels of the versions before that one over which it could not be mapped: it does not count them in. */
      readonly without: readonly string[];
      /** What was published or moved. */
      readonly over: VersionPublished['source'] & { readonly label: string };
      readonly on: Day;
    }
  | ({ readonly type: 'conflict-resolved' } & StoredResolution)
  /** An event that the implementation waits for took place. */
  | { readonly type: 'event-occurred'; readonly event: string; readonly day: Day; readonly on: Day }
  /** The first end of the profile that holds, recorded with the event that brought it about. */
  | { readonly type: 'proposal-closed'; readonly end: string; readonly title: string; readonly on: Day };

/** A part of a legal text that is in force, and the version that it made. */
export interface ImplementedPart {
  readonly part: string;
  readonly title: string;
  readonly label: string;
  readonly inForceFrom: Day;
  readonly on: Day;
}

/** What was settled of a conflict with another modification: by whom, why and when. */
export interface StoredResolution extends KeptResolution {
  /** A person by name. */
  readonly by: string;
  readonly reasons: string;
  readonly on: Day;
}
