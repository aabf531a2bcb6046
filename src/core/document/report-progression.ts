import { writeDay } from '../kernel/day.ts';
import type { Question } from '../modification/profile/profile.ts';
import type { TimetableRow } from '../modification/timetable/timetable.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, section, statements, table } from './build.ts';
import { partLines, sentenceCase, writeCommencement, writeSpan } from './prose.ts';
import { questionLine, questionsOf, recommended, standing } from './report-questions.ts';
import type { ReportView } from './report-view.ts';

/** Section 6: path, urgency, timetable, working group; each part says what was determined once it was. */
export function proposedProgression(view: ReportView): readonly Block[] {
  return [
    section('6', 'Proposed progression'),
    heading('Modification Path'),
    ...statements([view.content.report.pathReason]),
    ...determined(view, 'path'),
    ...urgency(view),
    heading('Progression timetable'),
    ...timetable(view),
    heading('Working Group'),
    ...workingGroup(view),
  ];
}

/** Section 7: the day of implementation and what it depends on. */
export function implementation(view: ReportView): readonly Block[] {
  const { implementation: planned } = view.content;
  const open = planned.kind === 'decision' && planned.otherwise === null;
  return [
    section('7', 'Implementation'),
    heading('Recommended implementation date'),
    list(view.content.parts === undefined ? [`${sentenceCase(writeCommencement(planned))}.`] : partLines(view.content)),
    ...(open ? [paragraph('The proposal names no date for a decision that is made later.')] : []),
  ];
}

/** Section 8: what the body is invited to agree, and what it has determined. */
export function recommendations(view: ReportView): readonly Block[] {
  return [
    section('8', 'Recommendations'),
    paragraph(`${sentenceCase(view.body)} is invited to:`),
    list(
      questionsOf(view).map((one) => [
        { kind: 'strong', text: one.question === 'progression' ? 'DETERMINE' : 'AGREE' },
        { kind: 'text', text: ` that ${view.content.id} ${questionLine(view, one)}` },
      ]),
    ),
  ];
}

function urgency(view: ReportView): readonly Block[] {
  const { urgency: asking } = view.content;
  if (!asking.asked) return [];
  return [
    heading('Urgency'),
    paragraph(`It is recommended that the proposal ${recommended(view, 'urgency')}. ${asking.reason}`),
    ...determined(view, 'urgency'),
  ];
}

function timetable(view: ReportView): readonly Block[] {
  const { setBy, standing: held, rows, unplanned } = view.progression;
  return [
    ...(view.recommended.length === 0
      ? []
      : [
          paragraph(`This timetable is recommended to ${view.body}.`),
          timetableTable('Progression timetable as recommended', view.recommended),
        ]),
    ...determined(view, 'timetable'),
    ...(held === 'overtaken'
      ? [paragraph('What was determined since no longer fits this timetable; another has to be set.')]
      : []),
    ...(held === 'set' && setBy !== null
      ? [timetableTable(`Progression timetable as set on ${writeDay(setBy.on)}`, rows)]
      : []),
    ...(unplanned.length === 0
      ? []
      : [
          paragraph(
            `The timetable plans no day for these steps, as far as they come to be taken: ${unplanned.map((step) => `${step.title} (${step.who})`).join('; ')}.`,
          ),
        ]),
  ];
}

function timetableTable(caption: string, rows: readonly TimetableRow[]): Block {
  return table(
    caption,
    ['Activity', 'Date'],
    rows.map((row) => [row.title, writeSpan(row.from, row.to)]),
  );
}

function workingGroup(view: ReportView): readonly Block[] {
  const route = determined(view, 'route');
  if (view.progression.questions.some((one) => one.question === 'route' && one.status === 'refused')) {
    return [
      ...route,
      paragraph('A Working Group is convened for it; its membership and its terms of reference are still to be set.'),
    ];
  }
  const { membership, termsOfReference } = view.content.report.workingGroup ?? {};
  return [
    heading('Membership', 3),
    ...statements([membership]),
    heading('Terms of reference', 3),
    ...statements([termsOfReference]),
    ...route,
  ];
}

function determined(view: ReportView, question: Question): readonly Block[] {
  const words = view.progression.questions
    .filter((one) => one.question === question)
    .map(standing)
    .join('');
  return words === '' ? [] : [{ kind: 'note', title: 'Determined', runs: [{ kind: 'text', text: words }] }];
}
