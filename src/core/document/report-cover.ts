import { writeDay } from '../kernel/day.ts';
import type { Block, Cover, StageMark } from './block.ts';
import { heading, list, panel, paragraph, statement } from './build.ts';
import { sentenceCase } from './prose.ts';
import { impactLines } from './report-impacts.ts';
import { questionLine, questionsOf } from './report-questions.ts';
import type { ReportView } from './report-view.ts';

/** The cover: the stage, the title, the abstract, and boxes for progression, impacts and contact. */
export function reportCover(view: ReportView, kicker: string): Cover {
  const { content } = view;
  return {
    kicker,
    title: `${content.id}: ${content.title}`,
    blocks: [
      { kind: 'stages', title: 'What stage is this document in the process?', stages: view.stages.map(stageMark) },
      panel('Summary', statement(content.report.abstract)),
      panel('Proposed progression', progression(view), pathMark(content.pathAsked)),
      panel('Potential impacts', [list(impactLines(view))], '!'),
      panel('Contact', [paragraph(content.report.paper.contact)]),
    ],
  };
}

function stageMark({ number, title, status }: StageMark): StageMark {
  return { number, title, status };
}

/** What the paper is, what comes with it, and what is asked of its reader. */
export function aboutThisDocument(view: ReportView): readonly Block[] {
  const { id, report } = view.content;
  const { meeting } = report.paper;
  const parts = report.attachments.map((one) => `Attachment ${one.letter}: ${one.title}`);
  return [
    { kind: 'heading', level: 1, number: null, text: 'About this Document' },
    paragraph(
      `This Initial Modification Report sets out the issue behind ${id}, the proposed solution, its likely impacts and costs, and how it is proposed to be progressed.`,
    ),
    ...(parts.length === 0
      ? []
      : [
          paragraph(`It comes with ${parts.length === 1 ? 'one attachment' : `${parts.length} attachments`}:`),
          list(parts),
        ]),
    paragraph(
      `${sentenceCase(view.body)} considers it${meeting.number === undefined ? '' : ` at meeting ${meeting.number}`}${meeting.on === undefined ? '' : ` on ${writeDay(meeting.on)}`}. It first determines whether the proposal is progressed at all, and then, each by itself, what this paper recommends. It does not decide on the merits at this stage.`,
    ),
    heading(`What ${view.body} is invited to agree`),
    list(questionsOf(view).map((one) => `that ${id} ${questionLine(view, one)}`)),
  ];
}

function progression(view: ReportView): readonly Block[] {
  return [
    paragraph('It is recommended that this Modification Proposal:'),
    list(
      questionsOf(view)
        .filter(({ question }) => question !== 'progression' && question !== 'timetable')
        .map((one) => questionLine(view, one)),
    ),
  ];
}

/** `P3` of `Path 3: Self-Governance`. */
function pathMark(path: string): string | null {
  const number = /^Path (\d)/.exec(path)?.[1];
  return number === undefined ? null : `P${number}`;
}
