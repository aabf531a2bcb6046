import type { Amendment } from '../code/amendment.ts';
import type { Day } from '../kernel/day.ts';
import type { HeldBallot } from './ballot/held-ballot.ts';
import type { Comment } from './comment/comment.ts';
import type { Consultation } from './consultation/consultation.ts';
import type { Questionnaire } from './consultation/questionnaire.ts';
import type { Hold } from './hold/hold.ts';
import type { SignedImpact } from './impact/impact.ts';
import type { PathChanged } from './path/path-change.ts';
import type { ImplementedPart, ProposalContent, ProposalEvent, StoredResolution } from './proposal.ts';
import type { Refinement } from './refinement/refinement.ts';
import type { LegalTextPart } from './text/part.ts';
import type { Timetable } from './timetable/timetable.ts';
import type { ProposedTimetable } from './timetable/timetable-event.ts';
import type { Adoptable, Adopted, Withdrawn } from './withdrawal/withdrawal.ts';

/** The step that raising completes in every profile. */
export const RAISING = 'raise';

/** A step that has come to an outcome. */
export interface DoneStep {
  readonly step: string;
  readonly outcome: string;
  readonly on: Day;
  readonly reasons: string | null;
}

/** A timetable that a body set in place of the one before. */
interface TimetableSet {
  readonly step: string;
  readonly on: Day;
  readonly timetable: Timetable;
}

/** A day of implementation that a body set. */
interface SetImplementation {
  readonly step: string;
  /** The part by id; absent when the text is undivided. */
  readonly part?: string;
  readonly day: Day;
  readonly on: Day;
  readonly reasons: string;
}

/** That a decision sent the proposal back: which steps were opened anew, and what is to be done. */
export interface SentBack {
  readonly step: string;
  /** The outcome by id. */
  readonly outcome: string;
  readonly reasons: string;
  /** Null where none were given. */
  readonly directions: string | null;
  readonly steps: readonly string[];
  /** How many timetables had been set before, none of which plans what is done anew. */
  readonly timetables: number;
  readonly on: Day;
}

/** A party's referral of a decision. */
interface Referral {
  readonly step: string;
  readonly party: string;
  readonly grounds: string;
  readonly on: Day;
}

/** The legal text as it now stands. */
export interface CurrentLegalText {
  readonly amendments: readonly Amendment[];
  /** Its parts that are not in force yet; absent when it is undivided. */
  readonly parts?: readonly LegalTextPart[];
  /** The label of the version that it amends. */
  readonly against: string;
  /** Labels of versions that were put before that one since and that it does not count in; absent when there are none. */
  readonly without?: readonly string[];
  /** The day on which its proposer's words were last changed; re-basing them does not count. */
  readonly since: Day;
  /** Counts the texts from 1; the first is the one that was raised. */
  readonly revision: number;
  /** What it was mapped over last; null when the proposer's own words stand. */
  readonly over: Extract<ProposalEvent, { type: 'legal-text-rebased' }>['over'] | null;
}

/** What is known of a proposal once it is raised, open or closed. */
export interface ProposalLife {
  /** As raised, but for its proposer once another adopted it, and what it does to obligations once that is drafted anew; what the legal text has become since is `legalText`. */
  readonly content: ProposalContent;
  readonly legalText: CurrentLegalText;
  /** What was settled of conflicts with others and kept here. */
  readonly resolutions: readonly StoredResolution[];
  /** Events that the implementation waited for, by name. */
  readonly occurred: Readonly<Record<string, Day>>;
  readonly raisedOn: Day;
  readonly profile: string;
  readonly rulebook: string;
  /** In the order in which they were done. */
  readonly done: readonly DoneStep[];
  readonly timetables: readonly TimetableSet[];
  /** What consultations ask, by step: each version that was set. */
  readonly questionnaires: Readonly<Record<string, readonly Questionnaire[]>>;
  /** Another timetable that waits for its answer; null when none does. */
  readonly proposedTimetable: ProposedTimetable | null;
  /** By step. */
  readonly consultations: Readonly<Record<string, Consultation>>;
  /** By step, in the order in which they were held. */
  readonly ballots: Readonly<Record<string, readonly HeldBallot[]>>;
  readonly refinement: Refinement;
  readonly referrals: readonly Referral[];
  /** Days of implementation that a body set, in the order in which they were set. */
  readonly dated: readonly SetImplementation[];
  /** Parts that are in force. */
  readonly implemented: readonly ImplementedPart[];
  /** Last days of windows whose length was given, or which stood still meanwhile, by step. */
  readonly windows: Readonly<Record<string, Day>>;
  /** The label of the version that implemented it. */
  readonly label: string | null;
  /** That it ended because whoever proposed it took it back; null when nobody has. */
  readonly withdrawn: Withdrawn | null;
  /** That it was taken back and others may adopt it; null when it goes on. */
  readonly adoptable: Adoptable | null;
  /** Who took it on from whom, in order. */
  readonly adoptions: readonly Adopted[];
  /** What its critical friend said, in order. */
  readonly comments: readonly Comment[];
  /** What somebody signed of its impact on Parties last; null while nobody has. */
  readonly impact: SignedImpact | null;
  /** Changes of its path after that was determined, in order. */
  readonly pathChanges: readonly PathChanged[];
  /** Times when a decision sent it back, in order. */
  readonly sentBack: readonly SentBack[];
  /** Times in which it rested, in order. */
  readonly holds: readonly Hold[];
}

export interface OpenProposal extends ProposalLife {
  readonly status: 'open';
}

interface ClosedProposal extends ProposalLife {
  readonly status: 'closed';
  readonly end: { readonly id: string; readonly title: string; readonly on: Day };
}

/** A proposal that was raised. */
export type RaisedProposal = OpenProposal | ClosedProposal;

/** A proposal's state, by what has become of it. */
export type ProposalState = { readonly status: 'none' } | RaisedProposal;

/** Before anything happened. */
export const NO_PROPOSAL: ProposalState = Object.freeze({ status: 'none' });
