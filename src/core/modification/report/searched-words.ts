import type { ProposalContent } from '../proposal.ts';
import type { Statement } from './report-content.ts';

/** The words of a proposal by which it is found, those that say most about it apart. */
export interface SearchedWords {
  readonly title: string;
  /** What is wrong, and what follows from it. */
  readonly problem: string;
  readonly solution: string;
  /** Everything else that its report says. */
  readonly report: string;
}

/** The words of a proposal as it was raised. */
export function searchedWords({ title, report, urgency }: ProposalContent): SearchedWords {
  const { issue, summaryIssue, implications, summarySolution, solution } = report;
  const rest = [
    ...report.background,
    ...report.summaryCosts,
    ...(report.pathReason === undefined ? [] : [report.pathReason]),
  ];
  const impacts = Object.values(report.impacts).flatMap((one) => (isStatement(one) ? [one] : []));
  return {
    title,
    problem: said([report.abstract, ...summaryIssue, ...issue, ...implications]),
    solution: said([...summarySolution, ...solution]),
    report: [
      said([...rest, ...impacts]),
      ...report.objectiveViews.map(({ reason }) => reason),
      ...report.judgements.map(({ judgement }) => judgement),
      urgency.reason,
    ].join('\n'),
  };
}

function said(statements: readonly Statement[]): string {
  return statements.flatMap(({ text, items = [] }) => [text, ...items]).join('\n');
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value;
}
