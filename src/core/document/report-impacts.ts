import type { Listed } from '../party/party.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, section, statement, table } from './build.ts';
import { listed } from './prose.ts';
import type { ReportInput } from './report-input.ts';

/** Section 4: the impact boxes, testing, documents, other codes and greenhouse gas. */
export function potentialImpacts(input: ReportInput): readonly Block[] {
  const { impacts } = input.content.report;
  return [
    section('4', 'Potential impacts'),
    paragraph(`A first assessment of what follows if ${input.content.id} is approved and implemented.`),
    heading('Impacts on Parties'),
    partyBoxes(input),
    ...statement(impacts.partyStatement),
    heading('Impacts on systems'),
    systemBoxes(input),
    ...statement(impacts.systemStatement),
    heading('Testing'),
    ...statement(impacts.testing),
    heading('Impacts on the code and its subsidiary documents'),
    ...statement(impacts.documents),
    list(impacts.documentsTouched.map((document) => `${input.code.shortTitle} ${document}`)),
    heading('Impacts on other industry codes'),
    ...statement(impacts.otherCodes),
    heading('Greenhouse gas emissions'),
    ...statement(impacts.greenhouseGas),
  ];
}

/** The two tables of boxes, as the summary shows them again. */
export function impactBoxes(input: ReportInput): readonly Block[] {
  return [partyBoxes(input), systemBoxes(input)];
}

/** The cover's lines: which categories are affected, and which systems. */
export function impactLines(input: ReportInput): readonly string[] {
  const { impacts } = input.content.report;
  const systems = ticked(input.rulebook.systemImpactCategories, impacts.systems);
  return [
    ticked(input.rulebook.impactCategories, impacts.parties) || 'No category of Party is affected',
    systems || impacts.systemStatement.text,
  ];
}

function partyBoxes(input: ReportInput): Block {
  const { impactCategories } = input.rulebook;
  return boxes(
    'Categories of Party affected',
    'Party category',
    impactCategories,
    input.content.report.impacts.parties,
  );
}

function systemBoxes(input: ReportInput): Block {
  const { systemImpactCategories } = input.rulebook;
  return boxes('Systems affected', 'System', systemImpactCategories, input.content.report.impacts.systems);
}

function boxes(caption: string, column: string, all: readonly Listed[], crossed: readonly string[]): Block {
  return table(
    caption,
    [column, 'Affected'],
    all.map((one) => [one.title, crossed.includes(one.id) ? 'X' : '–']),
  );
}

function ticked(all: readonly Listed[], ids: readonly string[]): string {
  return listed(all.filter((one) => ids.includes(one.id)).map((one) => one.title));
}
