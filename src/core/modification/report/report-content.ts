import type { Citation } from '../../kernel/citation.ts';
import type { Day } from '../../kernel/day.ts';

/** Whose view a statement is. */
export type View = 'proposer' | 'ssc' | 'secas' | 'beis' | 'code' | 'panel';

/** One paragraph of a report in our words, with its owner. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly view: View;
  readonly citation: Citation;
  /** Items under the paragraph. */
  readonly items?: readonly string[];
  /** References to provisions quoted with the paragraph, printed from the code as it stood: `G3.26`. */
  readonly quotes?: readonly string[];
  /** A footnote to the paragraph. */
  readonly footnote?: string;
}

/** What a proposal's report conveys that is not computed from the record, by section of the report. What is absent nobody has said yet. */
export interface ReportContent {
  readonly paper: Paper;
  readonly attachments: readonly { readonly letter: string; readonly title: string }[];
  /** The abstract on the cover. */
  readonly abstract: Statement;
  readonly summaryIssue: readonly Statement[];
  readonly summarySolution: readonly Statement[];
  readonly summaryCosts: readonly Statement[];
  readonly background: readonly Statement[];
  readonly issue: readonly Statement[];
  readonly implications: readonly Statement[];
  readonly solution: readonly Statement[];
  readonly objectiveViews: readonly ObjectiveView[];
  readonly impacts: Impacts;
  /** Counted costs; absent where none are, what is said of them stands in `summaryCosts`. */
  readonly costs?: Costs;
  readonly pathReason?: Statement;
  readonly workingGroup?: { readonly membership: Statement; readonly termsOfReference: Statement };
  readonly glossary: readonly { readonly acronym: string; readonly meaning: string }[];
  readonly history: readonly { readonly on: Day; readonly what: string; readonly citation: Citation }[];
  readonly judgements: readonly Judgement[];
}

/** A paper of a meeting. */
export interface Paper {
  /** `SECP 61_1210_15`. */
  readonly number: string;
  readonly version: string;
  readonly dated: Day;
  readonly classification: string;
  /** The body before which it comes; number and day are absent until that meeting is known. */
  readonly meeting: { readonly body: string; readonly number?: number; readonly on?: Day };
  /** A role, never a person. */
  readonly contact: string;
}

/** A view on one objective of the code; objectives without one are neutral. */
export interface ObjectiveView {
  /** Objective by id: `g`. */
  readonly objective: string;
  readonly effect: 'better' | 'worse';
  readonly reason: string;
  readonly view: View;
}

/** The impact boxes: ids that are ticked, and a sentence for each group that something is said of. */
export interface Impacts {
  readonly parties: readonly string[];
  readonly systems: readonly string[];
  readonly partyStatement?: Statement;
  readonly systemStatement?: Statement;
  readonly testing?: Statement;
  readonly documents?: Statement;
  /** Documents of the code that the change says it touches: `Section G`. */
  readonly documentsTouched: readonly string[];
  readonly otherCodes?: Statement;
  readonly greenhouseGas?: Statement;
}

/** Costs: what they are said to be limited to, and what the table counts. Not made to agree: findings show where not. */
export interface Costs {
  readonly limitedTo: readonly string[];
  readonly activities: readonly string[];
  readonly effortPersonDays: number;
  readonly ratePerDayGbp: number;
  readonly effortWords: string;
  readonly rateNote: string;
}

/** A judgement that no program computes: who judged, what, when, on what. */
export interface Judgement {
  readonly id: string;
  readonly owner: string;
  readonly judgement: string;
  readonly basis: string;
  readonly citation: Citation;
}
