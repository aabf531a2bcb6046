import type { EffectReport } from '../assurance/effect.ts';
import type { LegalText } from '../code/legal-text.ts';
import type { CodeText } from '../code/provision.ts';
import type { ProposalRules } from '../modification/context.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { RaisedProposal } from '../modification/state.ts';
import { type Progression, progressionOf } from '../modification/timetable/progression.ts';
import { type TimetableRow, timetableRows } from '../modification/timetable/timetable.ts';
import { type TrackedStage, trackStages } from '../modification/tracker.ts';
import type { Finding } from '../rulebook/case.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ReportImpact } from './report-impact.ts';
import type { OtherModifications } from './report-others.ts';

/** Everything that a report is made of: the proposal with what has been decided of it, its rules, and the code's text. */
export interface ReportInput {
  readonly life: RaisedProposal;
  readonly rules: ProposalRules;
  readonly rulebook: Pick<Rulebook, 'objectives' | 'impactCategories' | 'systemImpactCategories'>;
  /** How the code is cited (`SEC`), and its text in force on the paper's day, for quoted provisions. */
  readonly code: { readonly shortTitle: string; readonly text: CodeText };
  readonly legalText: LegalText;
  /** The other open modifications of the code, so far as they meet this one. */
  readonly others: OtherModifications;
  /** What a careful reader finds; an appendix when there is any. */
  readonly findings: readonly Finding[];
  /** The computed effect; an appendix when it is given. */
  readonly effect: EffectReport | null;
  /** What is said of the impact on the duties of Parties; null in a report that says nothing of it. */
  readonly impact: ReportImpact | null;
}

/** The input with what is worked out from it once, for the parts of the report. */
export interface ReportView extends ReportInput {
  readonly content: ProposalContent;
  readonly progression: Progression;
  readonly stages: readonly TrackedStage[];
  /** The timetable as proposed. */
  readonly recommended: readonly TimetableRow[];
  /** `the Panel`: the body before which the paper comes, inside a sentence. */
  readonly body: string;
}

/** Works out what the parts of the report share. */
export function reportView(input: ReportInput): ReportView {
  const { life, rules } = input;
  const { content } = life;
  const { body } = content.report.paper.meeting;
  return {
    ...input,
    content,
    progression: progressionOf(life, rules),
    stages: trackStages(life, rules.profile, life.status === 'closed'),
    recommended: timetableRows(content.timetable, rules),
    body: rules.bodies.find((one) => one.id === body)?.inSentence ?? body,
  };
}
