import { writeDay } from '../kernel/day.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { TimetableRow } from '../modification/timetable/timetable.ts';
import type { Document } from './block.ts';
import { heading, paragraph, table } from './build.ts';
import { sentenceCase, writeCommencement, writeSpan } from './prose.ts';
import { NOTICE, paperFooter } from './report.ts';

/** The timetable that holds for a proposal, as a paper of its own. */
export function timetableDocument(content: ProposalContent, rows: readonly TimetableRow[]): Document {
  const { paper } = content.report;
  return {
    id: 'timetable',
    title: `${content.id} ${content.title}: timetable`,
    language: 'en-GB',
    dated: paper.dated,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: { kicker: 'Timetable', title: `${content.id}: ${content.title}`, blocks: [] },
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: false,
    blocks: [
      heading('Steps', 1),
      table(
        'Progression timetable',
        ['Activity', 'Date', 'Working Days'],
        rows.map((row) => [
          row.title,
          writeSpan(row.from, row.to),
          row.workingDays === null ? '–' : String(row.workingDays),
        ]),
      ),
      heading('Implementation', 1),
      paragraph(`${sentenceCase(writeCommencement(content.implementation))}.`),
    ],
  };
}
