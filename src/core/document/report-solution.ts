import type { RedlineBlock } from '../code/redline.ts';
import { writeCitation } from '../kernel/citation.ts';
import type { ObjectiveView } from '../modification/report-content.ts';
import type { Block, Inline } from './block.ts';
import { heading, list, paragraph, section, statements, table } from './build.ts';
import { listed } from './prose.ts';
import type { ReportInput } from './report-input.ts';

/** Section 3: the solution, the provisions that it changes, the judgements it rests on, and the objectives. */
export function solution(input: ReportInput): readonly Block[] {
  const { report } = input.content;
  return [
    section('3', 'Solution'),
    heading('Proposed solution'),
    ...statements(report.solution),
    ...judgements(input),
    heading('Legal text'),
    ...changes(input),
    heading('Views against the objectives of the code'),
    ...objectives(input),
  ];
}

function judgements(input: ReportInput): readonly Block[] {
  const { judgements: all } = input.content.report;
  if (all.length === 0) return [];
  return [
    table(
      'Judgements that the solution rests on',
      ['Whose judgement', 'What was judged', 'On what'],
      all.map((one) => [one.owner, one.judgement, `${one.basis} (${writeCitation(one.citation)})`]),
    ),
  ];
}

function changes(input: ReportInput): readonly Block[] {
  const { content } = input;
  const attachment = content.report.attachments.at(-1);
  const where = attachment === undefined ? 'in the proposal' : `in Attachment ${attachment.letter}`;
  const changed = input.redline.filter((block) => block.status !== 'same');
  return [
    paragraph(`The changes to ${input.code.shortTitle} v${content.draftedAgainst} stand word for word ${where}.`),
    ...(changed.length === 0
      ? []
      : [
          table(
            'Provisions that change',
            ['Provision', 'Change'],
            changed.map((block) => [nameOf(block), CHANGE_WORDS[block.status]]),
          ),
        ]),
  ];
}

const CHANGE_WORDS: Record<RedlineBlock['status'], string> = {
  same: 'Unchanged',
  inserted: 'Inserted',
  deleted: 'Deleted',
  changed: 'Amended',
};

function nameOf(block: RedlineBlock): string {
  const heading = block.heading.map((run) => run.text).join('');
  return block.numberAfter ?? block.numberBefore ?? heading;
}

function objectives(input: ReportInput): readonly Block[] {
  const { objectiveViews: views } = input.content.report;
  const neutral = input.rulebook.objectives.filter((one) => !views.some((view) => view.objective === one.id));
  return [
    list(views.map((view) => objectiveLine(view, input))),
    ...(neutral.length === 0
      ? []
      : [
          paragraph(
            `The Proposer sees the modification as neutral against the other objectives: ${listed(neutral.map((one) => `(${one.id})`))}.`,
          ),
        ]),
  ];
}

function objectiveLine(view: ObjectiveView, input: ReportInput): readonly Inline[] {
  const objective = input.rulebook.objectives.find((one) => one.id === view.objective);
  const effect = view.effect === 'better' ? 'better facilitated' : 'less well facilitated';
  return [
    { kind: 'strong', text: `Objective (${view.objective})` },
    { kind: 'footnote', id: `objective-${view.objective}`, text: objective?.title ?? view.objective },
    { kind: 'text', text: `, ${effect}: ${view.reason}` },
  ];
}
