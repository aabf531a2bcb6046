import { writeDay } from '../kernel/day.ts';
import type { Question } from '../modification/profile.ts';
import type { Timetable } from '../modification/timetable.ts';
import type { Block } from './block.ts';
import { heading, list, paragraph, section, statement, table } from './build.ts';
import { sentenceCase, writeCommencement, writeSpan } from './prose.ts';
import { bodyBefore, type ReportInput } from './report-input.ts';
import { asked, questionLine, questionsOf, standing } from './report-questions.ts';

/** Section 6: path, timetable, working group; each part says what was determined once it was. */
export function proposedProgression(input: ReportInput): readonly Block[] {
  return [
    section('6', 'Proposed progression'),
    heading('Modification Path'),
    paragraph(`The Code Administrator and the Proposer recommend that the proposal ${asked(input, 'path')}.`),
    ...statement(input.content.report.pathReason),
    ...determined(input, 'path'),
    ...urgency(input),
    heading('Progression timetable'),
    ...timetable(input),
    heading('Working Group'),
    ...workingGroup(input),
  ];
}

/** Section 7: the day of implementation and what it depends on. */
export function implementation(input: ReportInput): readonly Block[] {
  const { implementation: planned } = input.content;
  const open = planned.kind === 'decision' && planned.otherwise === null;
  return [
    section('7', 'Implementation'),
    heading('Recommended implementation date'),
    list([`${sentenceCase(writeCommencement(planned))}.`]),
    ...(open ? [paragraph('The proposal names no date for a decision that is made later.')] : []),
  ];
}

/** Section 8: what the body is invited to agree, or what it has determined. */
export function recommendations(input: ReportInput): readonly Block[] {
  return [
    section('8', 'Recommendations'),
    paragraph(`${sentenceCase(bodyBefore(input))} is invited to:`),
    list(
      questionsOf(input).map((question) => {
        const verb = question === 'progression' ? 'DETERMINE' : 'AGREE';
        return [
          { kind: 'strong', text: verb },
          { kind: 'text', text: ` that ${input.content.id} ${questionLine(input, question)}` },
        ];
      }),
    ),
  ];
}

function urgency(input: ReportInput): readonly Block[] {
  const { urgency: asking } = input.content;
  if (!asking.asked) return [];
  return [
    heading('Urgency'),
    paragraph(`It is recommended that the proposal ${asked(input, 'urgency')}. ${asking.reason}`),
    ...determined(input, 'urgency'),
  ];
}

function timetable(input: ReportInput): readonly Block[] {
  const revised = input.revisedTimetable;
  return [
    paragraph(`This timetable is recommended to ${bodyBefore(input)}.`),
    timetableTable('Progression timetable as recommended', rows(input.content.timetable, input)),
    ...determined(input, 'timetable'),
    ...(revised === null
      ? []
      : [timetableTable(`Progression timetable as set on ${writeDay(revised.on)}`, rows(revised.timetable, input))]),
  ];
}

function timetableTable(caption: string, steps: readonly (readonly string[])[]): Block {
  return table(caption, ['Activity', 'Date'], steps);
}

function rows(of: Timetable, input: ReportInput): readonly (readonly string[])[] {
  return of.steps.map((planned) => [
    input.profile.steps.find((step) => step.id === planned.step)?.title ?? planned.step,
    writeSpan(planned.from, planned.to),
  ]);
}

function workingGroup(input: ReportInput): readonly Block[] {
  if (input.answers.route?.outcome === 'refused') {
    return [
      ...determined(input, 'route'),
      paragraph('A Working Group is convened for it; its membership and its terms of reference are still to be set.'),
    ];
  }
  const { membership, termsOfReference } = input.content.report.workingGroup;
  return [
    heading('Membership', 3),
    ...statement(membership),
    heading('Terms of reference', 3),
    ...statement(termsOfReference),
    ...determined(input, 'route'),
  ];
}

function determined(input: ReportInput, question: Question): readonly Block[] {
  const words = standing(input, question);
  return words === '' ? [] : [{ kind: 'note', title: 'Determined', runs: [{ kind: 'text', text: words }] }];
}
