import type { Block } from './block.ts';
import { heading, list, paragraph, section, statements } from './build.ts';
import { impactBoxes } from './report-impacts.ts';
import { questionLine, questionsOf } from './report-questions.ts';
import type { ReportView } from './report-view.ts';

/** Section 1: issue, solution, impacts, costs and progression on one page. */
export function summary(view: ReportView): readonly Block[] {
  const { report } = view.content;
  return [
    section('1', 'Summary'),
    heading('What is the issue?'),
    ...statements(report.summaryIssue),
    heading('What is the proposed solution?'),
    ...statements(report.summarySolution),
    heading('Potential impacts'),
    ...impactBoxes(view),
    heading('Potential implementation costs'),
    ...statements(report.summaryCosts),
    heading('Proposed progression'),
    paragraph('The Code Administrator and the Proposer recommend that this Modification Proposal:'),
    list(
      questionsOf(view)
        .filter(({ question }) => question !== 'progression')
        .map((one) => questionLine(view, one)),
    ),
  ];
}
