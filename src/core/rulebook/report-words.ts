import type { ReportContent, Statement } from '../modification/report/report-content.ts';

/** Every statement of a report in reading order. */
export function statementsOf(report: ReportContent): readonly Statement[] {
  const { impacts, workingGroup } = report;
  return [
    report.abstract,
    ...report.summaryIssue,
    ...report.summarySolution,
    ...report.summaryCosts,
    ...report.background,
    ...report.issue,
    ...report.implications,
    ...report.solution,
    impacts.partyStatement,
    impacts.systemStatement,
    impacts.testing,
    impacts.documents,
    impacts.otherCodes,
    impacts.greenhouseGas,
    report.pathReason,
    workingGroup?.membership,
    workingGroup?.termsOfReference,
  ].filter((one) => one !== undefined);
}

/** The words of statements with their items and footnotes. */
export function wordsOf(statements: readonly Statement[]): string {
  return statements.flatMap((one) => [one.text, ...(one.items ?? []), one.footnote ?? '']).join('\n');
}

/** Whether a text has a word or phrase, whole and in any case of letters. */
export function speaksOf(text: string, phrase: string): boolean {
  const plain = (words: string) =>
    ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(text).includes(plain(phrase));
}

/**
 * Clauses of a lettered section that a text cites: of `G3.26 to G3.28(b)`, all three. A range runs over the last number.
 */
export function clausesCited(text: string, section: string): Set<string> {
  const cited = new Set<string>();
  const pattern = new RegExp(`\\b(${section}\\d+)\\.(\\d+)(?:[^.;]{0,12}? to (?:Section )?\\1\\.(\\d+))?`, 'g');
  for (const [, part, first, last] of text.matchAll(pattern)) {
    for (let number = Number(first); number <= Number(last ?? first); number += 1) cited.add(`${part}.${number}`);
  }
  return cited;
}

/** Letters of whole sections that a text names without a clause: `G` of `Section G`. */
export function sectionsNamed(text: string): Set<string> {
  return new Set([...text.matchAll(/\bSections? ([A-Z])(?![\w.])/g)].map((match) => match[1] ?? ''));
}
