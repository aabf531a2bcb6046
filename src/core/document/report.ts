import { writeDay } from '../kernel/day.ts';
import type { Block, Document } from './block.ts';
import { withoutEmptyHeadings } from './build.ts';
import { appendices } from './report-appendices.ts';
import { potentialCosts } from './report-costs.ts';
import { aboutThisDocument, reportCover } from './report-cover.ts';
import { potentialImpacts } from './report-impacts.ts';
import { whatIsTheIssue } from './report-issue.ts';
import { implementation, proposedProgression, recommendations } from './report-progression.ts';
import { solution } from './report-solution.ts';
import { summary } from './report-summary.ts';
import { type ReportInput, type ReportView, reportView } from './report-view.ts';

/** Whose words a paper of this program holds. */
export const NOTICE =
  'Illustrative drafting: the words of this document are written for Proviso. They carry facts of the public record and are not the words of the code, of its administrator or of any party.';

const PAGE_BREAK: Block = { kind: 'page-break' };

/** The Initial Modification Report of a proposal, made from its record. Its parts follow the report of SECMP0065. */
export function initialModificationReport(input: ReportInput): Document {
  const view = reportView(input);
  const { content } = view;
  const { paper } = content.report;
  return {
    id: 'initial-modification-report',
    title: `${content.id} ${content.title}: Initial Modification Report`,
    language: 'en-GB',
    dated: paper.dated,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: reportCover(view, `Stage ${view.stages[0]?.number ?? '01'}: Initial Modification Report`),
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: true,
    blocks: withoutEmptyHeadings([
      ...aboutThisDocument(view),
      PAGE_BREAK,
      ...reportSections(view),
      ...recommendations(view),
      PAGE_BREAK,
      ...appendices(view),
    ]),
  };
}

/** Sections 1 to 7, which every report on a modification has. */
export function reportSections(view: ReportView): readonly Block[] {
  return [
    ...summary(view),
    PAGE_BREAK,
    ...whatIsTheIssue(view),
    ...solution(view),
    PAGE_BREAK,
    ...potentialImpacts(view),
    ...potentialCosts(view),
    PAGE_BREAK,
    ...proposedProgression(view),
    ...implementation(view),
  ];
}

/** What the foot of every page says beside its number. */
export function paperFooter(id: string, number: string, version: string, dated: string, classification: string) {
  return [number, id, `Version ${version}`, dated, `This document is classified as ${classification}`];
}
