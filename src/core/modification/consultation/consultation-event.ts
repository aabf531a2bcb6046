import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ContentRef } from '../content-ref.ts';
import type { Question, Stance } from './questionnaire.ts';

/** Everything that happens in a consultation. */
export type ConsultationEvent =
  /** What is asked, before it opens or, as a new version, while it is open. */
  | {
      readonly type: 'questionnaire-set';
      readonly step: string;
      readonly version: number;
      readonly questions: readonly Question[];
      readonly reasons: string;
      readonly on: Day;
    }
  | { readonly type: 'consultation-opened'; readonly step: string; readonly from: Day; readonly closes: Instant }
  | ({ readonly type: 'response-received'; readonly step: string } & ReceivedResponse)
  | {
      readonly type: 'consultation-extended';
      readonly step: string;
      readonly closes: Instant;
      readonly reasons: string;
      readonly on: Day;
    }
  | { readonly type: 'consultation-closed'; readonly step: string; readonly on: Day; readonly responses: number };

/** Stands for the Code Administrator where it records a response for a party. */
export const RECORDER = 'code-administrator';

/** What a party answered, as far as everybody may know; what it said is kept beside the chain. */
export interface ReceivedResponse {
  readonly party: string;
  /** Null where the party keeps its view confidential or was not asked for one. */
  readonly stance: Stance | null;
  /** The answers that are not confidential, as JSON; the words alone, all of them confidential, where no questionnaire is named. */
  readonly content: ContentRef;
  readonly on: Day;
  /** The version of the questions that it answers; absent: it is in words alone. */
  readonly questionnaire?: number;
  /** Answers that the party keeps confidential: to which questions by id, and where they are kept; absent: none. */
  readonly sealed?: { readonly questions: readonly string[]; readonly content: ContentRef };
  /** Files, kept beside the chain, and whether the party keeps them confidential; absent: none. */
  readonly attachments?: readonly AttachmentRef[];
  /** The party of its group that answered for it, or {@link RECORDER}; absent: itself. */
  readonly filedBy?: string;
  /** Taken after the consultation closed; absent: in time. */
  readonly late?: true;
}

/** A file beside the chain. */
export interface AttachmentRef extends ContentRef {
  readonly sealed: boolean;
}
