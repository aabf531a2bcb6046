import type { Provision } from '../code/provision.ts';
import { findByReference } from '../code/tree.ts';
import { writeCitation } from '../kernel/citation.ts';
import { writeDay } from '../kernel/day.ts';
import type { Statement } from '../modification/report/report-content.ts';
import type { Block } from './block.ts';
import { heading, list, mark, paragraph, runs, section, statement, statements, table } from './build.ts';
import type { ReportView } from './report-view.ts';

/** Section 2: background with its history, the issue with the provisions that it turns on, and what they imply. */
export function whatIsTheIssue(view: ReportView): readonly Block[] {
  const { report } = view.content;
  return [
    section('2', 'What is the issue?'),
    heading('Background'),
    ...report.background.flatMap((one) => quoting(one, view)),
    ...history(view),
    heading('The issue'),
    ...report.issue.flatMap((one) => quoting(one, view)),
    heading('What the obligations imply'),
    ...implications(report.implications),
  ];
}

/** A statement followed by the provisions that it quotes, as in force on the paper's day. */
function quoting(one: Statement, view: ReportView): readonly Block[] {
  if (one.quotes === undefined || one.quotes.length === 0) return statement(one);
  const day = writeDay(view.content.report.paper.dated);
  return [
    ...statement(one),
    paragraph(`As in force on ${day}, in illustrative drafting:`),
    ...one.quotes.flatMap((reference) => {
      const provision = findByReference(view.code.text, reference);
      return provision === null ? [] : quoteTree(provision, 0);
    }),
  ];
}

function quoteTree(provision: Provision, depth: number): readonly Block[] {
  const text = [provision.heading, provision.text].filter((part) => part !== null && part !== '').join(' ');
  return [
    { kind: 'quote', number: provision.number, text, depth },
    ...provision.children.flatMap((child) => quoteTree(child, depth + 1)),
  ];
}

function history(view: ReportView): readonly Block[] {
  const { history: events } = view.content.report;
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
  return all.length === 0 ? [] : [list(all.map((one) => [...runs(one.text), ...mark(one.citation.certainty)]))];
}
