import { writeDay } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Collation } from '../modification/consultation/collation.ts';
import type { Block, Document } from './block.ts';
import { heading, paragraph, section, withoutEmptyHeadings } from './build.ts';
import { consultationBlocks } from './collation-paper.ts';
import { NOTICE, reportSections } from './report.ts';
import { appendices } from './report-appendices.ts';
import { reportCover } from './report-cover.ts';
import { decisionBlocks } from './report-decision.ts';
import { type ReportInput, type ReportView, reportView } from './report-view.ts';
import { voteBlocks } from './report-vote.ts';

/** What the Modification Report is made of: what the first report was, and what everybody may read of the responses. */
export interface ModificationReportInput extends ReportInput {
  /** Consultations that were opened, in order, each in its public set. */
  readonly consultations: readonly Collation[];
  /** The instant at which the record stood so. */
  readonly at: Instant;
}

/** The Modification Report: the sections of the first report, the responses, the vote once it is held and the decision. */
export function modificationReport(input: ModificationReportInput): Document {
  const view = reportView(input);
  const { content } = view;
  const { asOf } = input.others;
  const dated = writeDay(asOf);
  const { classification } = content.report.paper;
  return {
    id: 'modification-report',
    title: `${content.id} ${content.title}: Modification Report`,
    language: 'en-GB',
    dated: asOf,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: reportCover(view, kicker(view)),
    footer: [`${content.id} Modification Report`, dated, `This document is classified as ${classification}`],
    contents: true,
    blocks: withoutEmptyHeadings([
      { kind: 'heading', level: 1, number: null, text: 'About this Document' },
      paragraph(
        `This Modification Report sets out the issue behind ${content.id}, its solutions, its impacts and costs, and what was answered when Parties were consulted; then the vote and the decision, as far as they have come about. It is made from the record as it stood on ${dated}.`,
      ),
      heading('Where the proposal stands'),
      paragraph(whereItStands(view)),
      PAGE_BREAK,
      ...reportSections(view),
      PAGE_BREAK,
      section('8', 'Consultation responses'),
      ...(input.consultations.length === 0
        ? [paragraph('No consultation has been opened yet.')]
        : input.consultations.flatMap(consultationBlocks)),
      PAGE_BREAK,
      section('9', 'Vote'),
      ...voteBlocks(view, input.at),
      section('10', 'Decision'),
      ...decisionBlocks(view),
      PAGE_BREAK,
      ...appendices(view),
    ]),
  };
}

const PAGE_BREAK: Block = { kind: 'page-break' };

/** The stage at which the report is handed in, whatever stage the proposal has reached since. */
function kicker({ rules: { profile } }: ReportView): string {
  const stage = profile.steps.findLast((step) => step.kind === 'submission')?.stage;
  const number = profile.stages.find((one) => one.id === stage)?.number;
  return number === undefined ? 'Modification Report' : `Stage ${number}: Modification Report`;
}

function whereItStands({ life, content }: ReportView): string {
  if (life.status === 'closed') return `${content.id} ended on ${writeDay(life.end.on)}: ${life.end.title}.`;
  const last = life.done.at(-1);
  return `${content.id} is open${last === undefined ? '' : `; the last step was done on ${writeDay(last.on)}`}.`;
}
