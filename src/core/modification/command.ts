import type { Amendment } from '../code/amendment.ts';
import type { KeptResolution } from '../code/resolution.ts';
import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { ObligationChange } from '../obligation/obligation-change.ts';
import type { ObjectivePosition, Position, VotedText } from './ballot/ballot-event.ts';
import type { ReceivedResponse } from './consultation/consultation-event.ts';
import type { Answers, Question } from './consultation/questionnaire.ts';
import type { ContentRef } from './content-ref.ts';
import type { ImpactBasis, ImpactFigure } from './impact/impact.ts';
import type { Profile } from './profile/profile.ts';
import type { ProposalContent } from './proposal.ts';
import type { RefinementCommand } from './refinement/refinement-command.ts';
import type { LegalTextPart } from './text/part.ts';
import type { Timetable } from './timetable/timetable.ts';

/**
 * What can be asked of a proposal. Where `step` may be null it means the profile's step of the command's kind: the one
 * that is open, or else the first. `party` and `seat` may be null for the actor's own.
 */
export type ProposalCommand =
  | RefinementCommand
  | { readonly type: 'raise-proposal'; readonly content: ProposalContent; readonly rulebook: string }
  | { readonly type: 'submit-paper'; readonly step: string }
  | {
      readonly type: 'make-determination';
      readonly step: string;
      readonly outcome: string;
      readonly reasons: string;
      /** The solution that is approved, by id; absent: the one that the vote approved. */
      readonly solution?: string;
      readonly timetable: Timetable | null;
      /** What is to be done about what is sent back, where the outcome gives directions. */
      readonly directions?: string;
    }
  | {
      readonly type: 'open-consultation';
      readonly step: string | null;
      readonly from: Day | null;
      readonly to: Day | null;
    }
  | {
      readonly type: 'respond';
      readonly step: string | null;
      readonly party: string | null;
      readonly stance: ReceivedResponse['stance'];
      readonly content: ContentRef;
      /** Others of its group by id for whom it answers too. */
      readonly parties?: readonly string[];
      /** What it answers; absent: in words alone, which stand in `content`. */
      readonly answers?: Answers;
      readonly sealed?: NonNullable<ReceivedResponse['sealed']>;
      /** Questions by id that are to be kept confidential, answered or not; absent: those of `sealed`. */
      readonly confidential?: readonly string[];
      readonly attachments?: NonNullable<ReceivedResponse['attachments']>;
      /** The version of the questions that was answered; null: whichever holds. */
      readonly version?: number | null;
      /** Contents by id of the responses that it takes the place of. */
      readonly replaces?: readonly string[];
    }
  | {
      readonly type: 'set-questionnaire';
      readonly step: string | null;
      readonly questions: readonly Question[];
      /** The version that was looked at; null: whichever holds. */
      readonly replaces: number | null;
      readonly reasons: string;
    }
  | {
      readonly type: 'extend-consultation';
      readonly step: string | null;
      /** Its new last day. */
      readonly to: Day;
      readonly reasons: string;
    }
  | { readonly type: 'close-consultation'; readonly step: string | null }
  | {
      readonly type: 'open-ballot';
      readonly step: string | null;
      readonly closes: Instant | null;
      /** Weights of voters by id, where the rules want them given. */
      readonly weights?: Readonly<Record<string, number>>;
      /** The legal text that is voted on. */
      readonly text?: VotedText;
    }
  | {
      readonly type: 'cast-vote';
      readonly step: string | null;
      readonly seat: string | null;
      readonly position: Position;
      /** Positions on alternatives by id; what is left out is an abstention. */
      readonly alternatives?: Readonly<Record<string, Position>>;
      readonly reasons: string;
      /** What the voter holds of objectives of the code. */
      readonly objectives?: readonly ObjectivePosition[];
    }
  | { readonly type: 'withdraw-vote'; readonly step: string | null; readonly seat: string | null }
  | {
      readonly type: 'give-proxy';
      readonly step: string | null;
      readonly seat: string | null;
      /** The voter to whom it is given, by seat or Party; null: it is taken back. */
      readonly to: string | null;
    }
  | {
      readonly type: 'record-attendance';
      readonly step: string | null;
      readonly present: readonly string[];
      readonly apologies: readonly string[];
    }
  | {
      readonly type: 'declare-interest';
      readonly step: string | null;
      readonly seat: string | null;
      readonly reasons: string;
    }
  | { readonly type: 'propose-timetable'; readonly timetable: Timetable; readonly reasons: string }
  | { readonly type: 'answer-timetable'; readonly agreed: boolean; readonly reasons: string }
  | { readonly type: 'close-ballot'; readonly step: string | null }
  | { readonly type: 'open-window'; readonly step: string | null; readonly lastDay: Day }
  | {
      readonly type: 'refer-decision';
      readonly step: string | null;
      readonly party: string | null;
      readonly grounds: string;
    }
  | {
      readonly type: 'set-implementation-date';
      readonly step: string | null;
      /** By id; absent: the next that has no day. */
      readonly part?: string;
      readonly day: Day;
      readonly reasons: string;
    }
  | {
      readonly type: 'draft-legal-text';
      readonly amendments: readonly Amendment[];
      readonly parts?: readonly LegalTextPart[];
      readonly against: string;
    }
  | {
      readonly type: 'draft-obligations';
      readonly obligations: readonly ObligationChange[];
      readonly wordings: readonly Wordings[];
    }
  | ({
      readonly type: 'resolve-conflict';
      /** Who proposed the other modification, by id. */
      readonly otherProposer: string;
      readonly reasons: string;
    } & KeptResolution)
  | { readonly type: 'withdraw-proposal'; readonly reasons: string }
  | { readonly type: 'adopt-proposal'; readonly party: string | null; readonly reasons: string }
  | { readonly type: 'hold-modification'; readonly reasons: string; readonly until: Day | null }
  | {
      readonly type: 'sign-impact';
      readonly text: string;
      readonly figures: readonly ImpactFigure[];
      readonly basis: ImpactBasis;
    }
  | { readonly type: 'comment-on-proposal'; readonly text: string }
  | { readonly type: 'answer-comment'; readonly comment: string; readonly text: string }
  | { readonly type: 'change-path'; readonly outcome: string; readonly reasons: string }
  | { readonly type: 'resume-modification'; readonly reasons: string }
  | {
      readonly type: 'move-to-profile';
      readonly to: Profile;
      /** Digest of the rulebook that has it. */
      readonly rulebook: string;
      readonly reasons: string;
    }
  | {
      readonly type: 'implement-modification';
      readonly step: string | null;
      /** By id; absent: the next. */
      readonly part?: string;
      readonly label: string;
    };

/** A command of one type. */
export type CommandOf<T extends ProposalCommand['type']> = Extract<ProposalCommand, { type: T }>;
