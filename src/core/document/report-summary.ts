import type { Block } from './block.ts';
import { heading, list, paragraph, section, statements } from './build.ts';
import { impactBoxes } from './report-impacts.ts';
import type { ReportInput } from './report-input.ts';
import { questionLine, questionsOf } from './report-questions.ts';

/** Section 1: issue, solution, impacts, costs and progression on one page. */
export function summary(input: ReportInput): readonly Block[] {
  const { report } = input.content;
  return [
    section('1', 'Summary'),
    heading('What is the issue?'),
    ...statements(report.summaryIssue),
    heading('What is the proposed solution?'),
    ...statements(report.summarySolution),
    heading('Potential impacts'),
    ...impactBoxes(input),
    heading('Potential implementation costs'),
    ...statements(report.summaryCosts),
    heading('Proposed progression'),
    paragraph('The Code Administrator and the Proposer recommend that this Modification Proposal:'),
    list(
      questionsOf(input)
        .filter((question) => question !== 'progression')
        .map((question) => questionLine(input, question)),
    ),
  ];
}
