import { instructedBy } from '../code/legal-text.ts';
import type { RedlineBlock } from '../code/redline.ts';
import { referenceOf } from '../code/tree.ts';
import { writeCitation } from '../kernel/citation.ts';
import type { ObjectiveView } from '../modification/report/report-content.ts';
import type { Block, Inline } from './block.ts';
import { heading, list, paragraph, section, statements, table } from './build.ts';
import { listed, sentenceCase } from './prose.ts';
import type { ReportView } from './report-view.ts';

/** Section 3: the solution, the provisions that it changes, the judgements it rests on, and the objectives. */
export function solution(view: ReportView): readonly Block[] {
  const { report } = view.content;
  return [
    section('3', 'Solution'),
    heading('Proposed solution'),
    ...statements(report.solution),
    ...judgements(view),
    heading('Legal text'),
    ...changes(view),
    ...alternatives(view),
    heading('Views against the objectives of the code'),
    ...objectives(view),
  ];
}

function judgements(view: ReportView): readonly Block[] {
  const { judgements: all } = view.content.report;
  if (all.length === 0) return [];
  return [
    table(
      'Judgements that the solution rests on',
      ['Whose judgement', 'What was judged', 'On what'],
      all.map((one) => [one.owner, one.judgement, `${one.basis} (${writeCitation(one.citation)})`]),
    ),
  ];
}

function changes(view: ReportView): readonly Block[] {
  const changed = view.legalText.blocks.filter((block) => block.status !== 'same');
  if (changed.length === 0) return [paragraph('No legal text has been drafted yet.')];
  return [
    paragraph(`The legal text is drafted against ${view.code.shortTitle} v${view.content.draftedAgainst}.`),
    table(
      'Provisions that change',
      ['Provision', 'Change'],
      changed.map((block) => [nameOf(block, view), CHANGE_WORDS[block.status]]),
    ),
  ];
}

/** The alternatives to which the Working Group agreed, each with what it makes of the text. */
function alternatives({ life, legalText, code }: ReportView): readonly Block[] {
  const agreed = life.refinement.alternatives.filter((one) => one.agreed !== null);
  if (agreed.length === 0) return [];
  return [
    heading('Alternative solutions'),
    paragraph(
      'The Working Group agreed to put these beside the proposed solution; each solution is consulted and voted on by itself.',
    ),
    ...agreed.flatMap(({ id, title, description, amendments, against, agreed: vote }) => {
      const made = against === life.legalText.against ? instructedBy(legalText.before, amendments) : null;
      return [
        heading(title, 3),
        paragraph(description),
        paragraph(
          `${sentenceCase(id.replace('-', ' '))}, agreed by ${vote?.inFavour} of ${vote?.members} members of the Working Group; drafted against ${code.shortTitle} v${against}.`,
        ),
        ...(made?.ok ? [list(made.instructed.instructions.flat())] : []),
      ];
    }),
  ];
}

const CHANGE_WORDS: Record<RedlineBlock['status'], string> = {
  same: 'Unchanged',
  inserted: 'Inserted',
  deleted: 'Deleted',
  changed: 'Amended',
};

function nameOf(block: RedlineBlock, view: ReportView): string {
  const { before, after } = view.legalText;
  return referenceOf(block.status === 'deleted' ? before : after, block.id) ?? block.id;
}

function objectives(view: ReportView): readonly Block[] {
  const { objectiveViews } = view.content.report;
  const neutral = view.rulebook.objectives.filter((one) => !objectiveViews.some((held) => held.objective === one.id));
  return [
    ...(objectiveViews.length === 0 ? [] : [list(objectiveViews.map((held) => objectiveLine(held, view)))]),
    ...(neutral.length === 0
      ? []
      : [
          paragraph(
            `The Proposer sees the modification as neutral against ${objectiveViews.length === 0 ? 'the' : 'the other'} objectives: ${listed(neutral.map((one) => `(${one.id})`))}.`,
          ),
        ]),
  ];
}

function objectiveLine(held: ObjectiveView, view: ReportView): readonly Inline[] {
  const objective = view.rulebook.objectives.find((one) => one.id === held.objective);
  const effect = held.effect === 'better' ? 'better facilitated' : 'less well facilitated';
  return [
    { kind: 'strong', text: `Objective (${held.objective})` },
    {
      kind: 'footnote',
      id: `objective-${held.objective}`,
      text: `${sentenceCase(objective?.title ?? held.objective)}.`,
    },
    { kind: 'text', text: `, ${effect}: ${held.reason}` },
  ];
}
