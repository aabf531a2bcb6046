import { writeDay } from '../kernel/day.ts';
import type { Document } from './block.ts';
import { appendices } from './report-appendices.ts';
import { potentialCosts } from './report-costs.ts';
import { aboutThisDocument, reportCover } from './report-cover.ts';
import { potentialImpacts } from './report-impacts.ts';
import type { ReportInput } from './report-input.ts';
import { whatIsTheIssue } from './report-issue.ts';
import { implementation, proposedProgression, recommendations } from './report-progression.ts';
import { solution } from './report-solution.ts';
import { summary } from './report-summary.ts';

/** Whose words a paper of this program holds. */
export const NOTICE =
  'Illustrative drafting: the words of this document are written for Proviso. They carry facts of the public record and are not the words of the code, of its administrator or of any party.';

/** The Initial Modification Report of a proposal, made from its record. Its parts follow the report of SECMP0065. */
export function initialModificationReport(input: ReportInput): Document {
  const { content } = input;
  const { paper } = content.report;
  return {
    id: 'initial-modification-report',
    title: `${content.id} ${content.title}: Initial Modification Report`,
    language: 'en-GB',
    dated: paper.dated,
    author: 'Code Administrator',
    notice: NOTICE,
    cover: reportCover(input),
    footer: paperFooter(content.id, paper.number, paper.version, writeDay(paper.dated), paper.classification),
    contents: true,
    blocks: [
      ...aboutThisDocument(input),
      ...summary(input),
      ...whatIsTheIssue(input),
      ...solution(input),
      ...potentialImpacts(input),
      ...potentialCosts(input),
      ...proposedProgression(input),
      ...implementation(input),
      ...recommendations(input),
      ...appendices(input),
    ],
  };
}

/** What the foot of every page says beside its number. */
export function paperFooter(id: string, number: string, version: string, dated: string, classification: string) {
  return [number, id, `Version ${version}`, dated, `This document is classified as ${classification}`];
}
