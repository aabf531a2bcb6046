import { writeDay } from '../kernel/day.ts';
import type { Block, Cover } from './block.ts';
import { heading, list, paragraph, statement } from './build.ts';
import { sentenceCase } from './prose.ts';
import { impactLines } from './report-impacts.ts';
import { bodyBefore, type ReportInput } from './report-input.ts';
import { questionLine, questionsOf } from './report-questions.ts';

/** The cover: the stage, the title, the abstract, and boxes for progression, impacts and contact. */
export function reportCover(input: ReportInput): Cover {
  const { content } = input;
  const current = input.stages.find((stage) => stage.status === 'current') ?? input.stages[0];
  return {
    kicker: `Stage ${current?.number ?? '01'}: Initial Modification Report`,
    title: `${content.id}: ${content.title}`,
    blocks: [
      { kind: 'stages', title: 'What stage is this document in the process?', stages: input.stages },
      { kind: 'panel', mark: null, title: 'Summary', blocks: statement(content.report.abstract) },
      { kind: 'panel', mark: pathMark(content.pathAsked), title: 'Proposed progression', blocks: progression(input) },
      { kind: 'panel', mark: '!', title: 'Potential impacts', blocks: [list(impactLines(input))] },
      { kind: 'panel', mark: null, title: 'Contact', blocks: [paragraph(content.report.paper.contact)] },
    ],
  };
}

/** What the paper is, what comes with it, and what is asked of its reader. */
export function aboutThisDocument(input: ReportInput): readonly Block[] {
  const { id, report } = input.content;
  const { meeting } = report.paper;
  const parts = report.attachments.map((one) => `Attachment ${one.letter}: ${one.title}`);
  return [
    { kind: 'heading', level: 1, number: null, text: 'About this Document' },
    paragraph(
      `This Initial Modification Report sets out the issue behind ${id}, the proposed solution, its likely impacts and costs, and how it is proposed to be progressed.`,
    ),
    paragraph(`It comes with ${parts.length === 1 ? 'one attachment' : `${parts.length} attachments`}:`),
    list(parts),
    paragraph(
      `${sentenceCase(bodyBefore(input))} considers it at meeting ${meeting.number} on ${writeDay(meeting.on)}. It first determines whether the proposal is progressed at all, and then, each by itself, what this paper recommends. It does not decide on the merits at this stage.`,
    ),
    heading('What the Panel is invited to agree'),
    list(questionsOf(input).map((question) => `that ${id} ${questionLine(input, question)}`)),
  ];
}

function progression(input: ReportInput): readonly Block[] {
  return [
    paragraph('It is recommended that this Modification Proposal:'),
    list(
      questionsOf(input)
        .filter((question) => question !== 'progression' && question !== 'timetable')
        .map((question) => questionLine(input, question)),
    ),
  ];
}

/** `P3` of `Path 3: Self-Governance`. */
function pathMark(path: string): string | null {
  const number = /^Path (\d)/.exec(path)?.[1];
  return number === undefined ? null : `P${number}`;
}
