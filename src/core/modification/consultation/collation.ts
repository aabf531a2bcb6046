import type { Day } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Question, Questionnaire, Stance } from './questionnaire.ts';
import type { KeptAttachment } from './response-content.ts';

/**
 * What a reader sees of something that was answered: `open` to whoever reads, `confidential` as its party marked it (its words are
 * there for those alone who may read them), `withheld` because it is not for this reader yet, or `erased`.
 */
export type AnswerStanding = 'open' | 'confidential' | 'withheld' | 'erased';

/** An answer to a question; `text` is null where the reader does not see it. */
export interface CollatedAnswer {
  readonly question: string;
  readonly standing: Exclude<AnswerStanding, 'withheld'>;
  readonly text: string | null;
}

/** A response as a reader sees it. */
export interface CollatedResponse {
  readonly party: string;
  readonly name: string;
  /** The category by id, and its title. */
  readonly category: string;
  readonly categoryTitle: string;
  /** Null where the reader does not see it. */
  readonly stance: Stance | null;
  readonly on: Day;
  /** The version of the questions that it answers; null: it is in words alone. */
  readonly version: number | null;
  readonly late: boolean;
  readonly filedBy: string | null;
  /** How many responses of the party it took the place of. */
  readonly replaced: number;
  /** Whether what it answered openly is not for this reader yet. */
  readonly withheld: boolean;
  readonly answers: readonly CollatedAnswer[];
  readonly attachments: readonly (Pick<KeptAttachment, 'id'> & {
    readonly standing: AnswerStanding;
    readonly file: Omit<KeptAttachment, 'id'> | null;
  })[];
}

/** How often an answer was chosen, by party category. */
export interface Count {
  readonly answer: string;
  readonly count: number;
  readonly byCategory: Readonly<Record<string, number>>;
}

/** A question with what was answered, and how often what was chosen. */
export interface CollatedQuestion {
  readonly question: Question;
  /** Versions of the questionnaire that ask it. */
  readonly versions: readonly number[];
  /** How it was put in each version where it was put otherwise before. */
  readonly wordings: readonly { readonly version: number; readonly text: string }[];
  /** Empty where words are written. */
  readonly counts: readonly Count[];
  readonly confidential: number;
  /** Responses that were asked it and whose open answers are not for this reader yet. */
  readonly withheld: number;
  readonly answered: number;
}

/** A consultation with what was answered, as one reader sees it. */
export interface Collation {
  readonly modification: string;
  readonly title: string;
  readonly step: string;
  readonly consultation: string;
  readonly status: 'ahead' | 'open' | 'closed';
  readonly from: Day;
  readonly closes: Instant;
  readonly extensions: readonly {
    readonly from: Instant;
    readonly to: Instant;
    readonly reasons: string;
    readonly on: Day;
  }[];
  /** Who it is made for: whoever asks, or everybody. */
  readonly audience: 'reader' | 'public';
  /** Whether what is not confidential is for everybody to read by now. */
  readonly published: boolean;
  readonly questionnaires: readonly Questionnaire[];
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  readonly totals: {
    readonly responses: number;
    readonly support: number;
    readonly oppose: number;
    readonly neutral: number;
    /** Responses whose view the reader does not see, or that have none. */
    readonly untold: number;
    readonly late: number;
    /** Responses of which a part is confidential. */
    readonly confidential: number;
    /** Responses of which a part is not for this reader. */
    readonly withheld: number;
    readonly replaced: number;
  };
  readonly questions: readonly CollatedQuestion[];
  readonly responses: readonly CollatedResponse[];
}
