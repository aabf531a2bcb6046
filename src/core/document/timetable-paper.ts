import { writeDay } from '../kernel/day.ts';
import type { Profile } from '../modification/profile.ts';
import type { ProposalContent } from '../modification/proposal.ts';
import type { Timetable } from '../modification/timetable.ts';
import type { Document } from './block.ts';
import { heading, paragraph, table } from './build.ts';
import { sentenceCase, writeCommencement, writeSpan } from './prose.ts';
import { NOTICE, paperFooter } from './report.ts';

/** The timetable of a proposal as a paper of its own, with who acts at each step. */
export function timetableDocument(input: {
  readonly content: ProposalContent;
  readonly profile: Profile;
  readonly timetable: Timetable;
}): Document {
  const { content, profile } = input;
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
      heading('Steps'),
      table(
        'Progression timetable',
        ['Activity', 'Date'],
        input.timetable.steps.map((planned) => [
          profile.steps.find((step) => step.id === planned.step)?.title ?? planned.step,
          writeSpan(planned.from, planned.to),
        ]),
      ),
      heading('Implementation'),
      paragraph(`${sentenceCase(writeCommencement(content.implementation))}.`),
    ],
  };
}
