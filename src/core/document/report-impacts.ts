import type { Listed } from '../party/party.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, section, statements, table } from './build.ts';
import { listed } from './prose.ts';
import { impactBlocks } from './report-impact.ts';
import { otherModifications } from './report-others.ts';
import type { ReportView } from './report-view.ts';

/** Section 4: the impact boxes, testing, documents, other open modifications, other codes and greenhouse gas. */
export function potentialImpacts(view: ReportView): readonly Block[] {
  const { impacts } = view.content.report;
  return [
    section('4', 'Potential impacts'),
    paragraph(`A first assessment of what follows if ${view.content.id} is approved and implemented.`),
    heading('Impacts on Parties'),
    partyBoxes(view),
    ...statements([impacts.partyStatement]),
    ...impactBlocks(view.impact),
    heading('Impacts on systems'),
    systemBoxes(view),
    ...statements([impacts.systemStatement]),
    heading('Testing'),
    ...statements([impacts.testing]),
    heading('Impacts on the code and its subsidiary documents'),
    ...documentsTouched(view),
    ...statements([impacts.documents]),
    ...otherModifications(view),
    heading('Impacts on other industry codes'),
    ...statements([impacts.otherCodes]),
    heading('Greenhouse gas emissions'),
    ...statements([impacts.greenhouseGas]),
  ];
}

/** The documents that it says it touches, where no sentence says so. */
function documentsTouched({ content }: ReportView): readonly Block[] {
  const { documents, documentsTouched: touched } = content.report.impacts;
  return documents !== undefined || touched.length === 0 ? [] : [list(touched)];
}

/** The two tables of boxes, as the summary shows them again. */
export function impactBoxes(view: ReportView): readonly Block[] {
  return [partyBoxes(view), systemBoxes(view)];
}

/** The cover's lines: which categories are affected, and which systems. */
export function impactLines(view: ReportView): readonly string[] {
  const { impacts } = view.content.report;
  const systems = ticked(view.rulebook.systemImpactCategories, impacts.systems);
  return [
    ticked(view.rulebook.impactCategories, impacts.parties) || 'No category of Party is affected',
    systems || impacts.systemStatement?.text || 'No system is affected',
  ];
}

function partyBoxes(view: ReportView): Block {
  const { impactCategories } = view.rulebook;
  return boxes('Categories of Party affected', 'Party category', impactCategories, view.content.report.impacts.parties);
}

function systemBoxes(view: ReportView): Block {
  const { systemImpactCategories } = view.rulebook;
  return boxes('Systems affected', 'System', systemImpactCategories, view.content.report.impacts.systems);
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
