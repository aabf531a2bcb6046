import type { Block } from './block.ts';
import { heading, lines, list, paragraph, runs, section, statements, table } from './build.ts';
import { writePounds } from './prose.ts';
import type { ReportView } from './report-view.ts';

/** Section 5: what costs are said to be limited to, and the table with its rate. */
export function potentialCosts(view: ReportView): readonly Block[] {
  const { costs, summaryCosts } = view.content.report;
  if (costs === undefined) return [section('5', 'Potential costs'), ...statements(summaryCosts)];
  const total = costs.effortPersonDays * costs.ratePerDayGbp;
  return [
    section('5', 'Potential costs'),
    heading('Potential implementation costs'),
    paragraph(`The costs of ${view.content.id} are put at the time and effort of the Code Administrator, limited to:`),
    list(costs.limitedTo),
    heading('Implementation costs of the Code Administrator'),
    table(
      'Implementation costs',
      ['Implementation activities', 'Effort', 'Cost'],
      [
        [
          lines(costs.activities),
          costs.effortWords,
          [...runs(writePounds(total)), { kind: 'footnote', id: 'rate', text: costs.rateNote }],
        ],
      ],
    ),
  ];
}
