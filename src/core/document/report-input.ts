import type { EffectReport } from '../assurance/effect.ts';
import type { CodeText } from '../code/provision.ts';
import type { RedlineBlock } from '../code/redline.ts';
import type { Day } from '../kernel/day.ts';
import type { Profile, Question } from '../modification/profile.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Timetable } from '../modification/timetable.ts';
import type { Finding } from '../rulebook/case.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { StageMark } from './block.ts';

/** Everything that a report is made of: the proposal as raised, what has been decided of it, and the code's text. */
export interface ReportInput {
  readonly content: ProposalContent;
  readonly rulebook: Pick<Rulebook, 'title' | 'objectives' | 'impactCategories' | 'systemImpactCategories' | 'bodies'>;
  readonly profile: Profile;
  /** What has been determined so far; a question without an answer is still recommended. */
  readonly answers: Answers;
  /** The last timetable that a determination carried in place of the recommended one, and its day. */
  readonly revisedTimetable: { readonly timetable: Timetable; readonly on: Day } | null;
  readonly stages: readonly StageMark[];
  /** How the code is cited (`SEC`), and its text as in force on the paper's day, for quoted provisions. */
  readonly code: { readonly shortTitle: string; readonly text: CodeText };
  /** The legal text as a redline, of which the report names the provisions that change. */
  readonly redline: readonly RedlineBlock[];
  readonly findings: readonly Finding[];
  readonly effect: EffectReport | null;
}

export type Answers = Partial<Record<Question, Answer>>;

/** A determination that was made. */
export interface Answer {
  readonly outcome: 'agreed' | 'refused';
  readonly on: Day;
  readonly reasons: string;
}

/** `the Panel`: how the body before which the paper comes is named inside a sentence. */
export function bodyBefore(input: ReportInput): string {
  const { body } = input.content.report.paper.meeting;
  return input.rulebook.bodies.find((one) => one.id === body)?.inSentence ?? body;
}
