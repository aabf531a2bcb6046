import { writeDay } from '../kernel/day.ts';
import type { Question } from '../modification/profile/profile.ts';
import type { AskedQuestion } from '../modification/timetable/progression.ts';
import type { ReportView } from './report-view.ts';

/** The questions that this paper puts, in the order in which they are determined. */
export function questionsOf(view: ReportView): readonly AskedQuestion[] {
  return view.progression.questions.filter((one) => one.status !== 'not-asked' || view.life.done.length === 0);
}

/** The recommendation on a question, after "that the proposal". */
export function recommended(view: ReportView, question: Question): string {
  switch (question) {
    case 'progression':
      return 'is progressed through the Modification Process';
    case 'urgency':
      return 'is treated as an Urgent Modification Proposal, under a timetable agreed by the Authority';
    case 'route':
      return 'is submitted straight to Modification Report Consultation';
    case 'timetable':
      return 'follows the progression timetable in Section 6';
    case 'path':
      return view.content.pathAsked === ''
        ? 'takes the path that is determined for it'
        : `is progressed as a ${view.content.pathAsked} Modification Proposal`;
  }
}

/** Where a question stands, as sentences; empty while it is open. */
export function standing(one: AskedQuestion): string {
  if (one.on === null || (one.status !== 'agreed' && one.status !== 'refused')) return '';
  const by = `by ${one.who} on ${writeDay(one.on)}.`;
  if (one.status === 'agreed') return `Agreed ${by}`;
  const reasons = one.reasons === null || one.reasons === '' ? '' : ` Reasons given: ${one.reasons}`;
  return `Refused ${by} ${AFTER_REFUSAL[one.question]}${reasons}`;
}

/** One line for a question: the recommendation, then where it stands. */
export function questionLine(view: ReportView, one: AskedQuestion): string {
  const line = recommended(view, one.question);
  const now = standing(one);
  return now === '' ? line : `${line}. ${now}`;
}

/** What follows from a refusal. */
const AFTER_REFUSAL: Record<Question, string> = {
  progression: 'The proposal goes no further.',
  urgency: 'It is progressed as a proposal that is not urgent.',
  route: 'It is sent to the Refinement Process first.',
  timetable: 'Another timetable has to be set in its place.',
  path: 'The Change Board then recommends and the Authority decides.',
};
