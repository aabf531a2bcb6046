import type { Provision } from '../code/provision.ts';
import { writeCitation } from '../kernel/citation.ts';
import { writeDay } from '../kernel/day.ts';
import type { Statement } from '../modification/report-content.ts';
import type { Block } from './block.ts';
import { heading, list, mark, paragraph, runs, section, statement, statements, table } from './build.ts';
import type { ReportInput } from './report-input.ts';

/** Section 2: background with its history, the issue with the provisions that it turns on, and what they imply. */
export function whatIsTheIssue(input: ReportInput): readonly Block[] {
  const { report } = input.content;
  return [
    section('2', 'What is the issue?'),
    heading('Background'),
    ...report.background.flatMap((one) => quoting(one, input)),
    ...history(input),
    heading('The issue'),
    ...report.issue.flatMap((one) => quoting(one, input)),
    heading('What the obligations imply'),
    ...implications(report.implications),
  ];
}

/** A statement followed by the provisions that it quotes, as in force on the paper's day. */
function quoting(one: Statement, input: ReportInput): readonly Block[] {
  if (one.quotes === undefined || one.quotes.length === 0) return statement(one);
  const day = writeDay(input.content.report.paper.dated);
  return [
    ...statement(one),
    paragraph(`As in force on ${day}, in illustrative drafting:`),
    ...one.quotes.flatMap((number) => quoteOf(number, input.code.text.provisions)),
  ];
}

function quoteOf(number: string, provisions: readonly Provision[]): readonly Block[] {
  for (const provision of provisions) {
    if (provision.number === number) return quoteTree(provision, 0);
    const inside = quoteOf(number, provision.children);
    if (inside.length > 0) return inside;
  }
  return [];
}

function quoteTree(provision: Provision, depth: number): readonly Block[] {
  const text = [provision.heading, provision.text].filter((part) => part !== null && part !== '').join(' ');
  return [
    { kind: 'quote', number: provision.number, text, depth },
    ...provision.children.flatMap((child) => quoteTree(child, depth + 1)),
  ];
}

function history(input: ReportInput): readonly Block[] {
  const { history: events } = input.content.report;
  if (events.length === 0) return [];
  return [
    table(
      'How the obligations came about',
      ['Date', 'What happened', 'Source'],
      events.map((event) => [writeDay(event.on), event.what, writeCitation(event.citation)]),
    ),
  ];
}

function implications(all: readonly Statement[]): readonly Block[] {
  const [only] = all;
  if (all.length === 1 && only?.items !== undefined) return statements(all);
  return [list(all.map((one) => [...runs(one.text), ...mark(one.citation.certainty)]))];
}
