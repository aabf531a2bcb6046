import type { Instant } from '../../kernel/instant.ts';
import type { Answers } from './questionnaire.ts';

/** Whose draft of a response it is: a party by id, or one for whom the Code Administrator records what it sent. */
export interface ResponseDraftKey {
  readonly modification: string;
  readonly step: string;
  readonly owner: string;
}

/** What somebody is still writing for a consultation: no event, not exported, on the wall clock. */
export interface ResponseDraft {
  /** 1 for the first save; each is one more. */
  readonly revision: number;
  readonly content: {
    readonly version: number;
    readonly answers: Answers;
    readonly confidential: readonly string[];
    readonly parties: readonly string[];
  };
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
}

/** A file that goes with a draft. */
export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sealed: boolean;
}
