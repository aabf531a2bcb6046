import { writeDay } from '../kernel/day.ts';
import { QUESTIONS, type Question } from '../modification/profile.ts';
import { bodyBefore, type ReportInput } from './report-input.ts';

/** What a question comes to in the paper: the recommendation while it is open, the determination once it is made. */
interface Wordings {
  /** After "that the proposal": `is treated as …`. */
  readonly asked: string;
  /** What follows from a refusal, as a sentence. */
  readonly refused: string;
}

/** The questions of this paper in the order in which they are determined; urgency only where it is asked for. */
export function questionsOf(input: ReportInput): readonly Question[] {
  return QUESTIONS.filter((question) => question !== 'urgency' || input.content.urgency.asked);
}

/** The recommendation on a question, after "that the proposal". */
export function asked(input: ReportInput, question: Question): string {
  return wordings(input, question).asked;
}

/** Where a question stands, as it follows its recommendation: empty while open. */
export function standing(input: ReportInput, question: Question): string {
  const answer = input.answers[question];
  if (answer === undefined) return '';
  const by = `${bodyBefore(input)} on ${writeDay(answer.on)}`;
  if (answer.outcome === 'agreed') return `Agreed by ${by}.`;
  const reasons = answer.reasons === '' ? '' : ` Reasons given: ${answer.reasons.replace(/\.$/, '')}.`;
  return `Refused by ${by}. ${wordings(input, question).refused}${reasons}`;
}

/** One line for a question: the recommendation, then where it stands. */
export function questionLine(input: ReportInput, question: Question): string {
  const line = asked(input, question);
  const now = standing(input, question);
  return now === '' ? line : `${line}. ${now}`;
}

function wordings(input: ReportInput, question: Question): Wordings {
  const path = `${input.content.pathAsked} Modification Proposal`;
  switch (question) {
    case 'progression':
      return {
        asked: 'is progressed through the Modification Process',
        refused: 'The proposal goes no further.',
      };
    case 'urgency':
      return {
        asked: 'is treated as an Urgent Modification Proposal, under a timetable agreed by the Authority',
        refused: 'It follows the timetable of a proposal that is not urgent.',
      };
    case 'route':
      return {
        asked: 'is submitted straight to Modification Report Consultation',
        refused: 'It is sent to the Refinement Process first.',
      };
    case 'timetable':
      return {
        asked: 'follows the progression timetable in Section 6',
        refused: 'No day after this one is agreed until a timetable is.',
      };
    case 'path':
      return {
        asked: `is progressed as a ${path}`,
        refused: 'The Change Board recommends and the Authority decides.',
      };
  }
}
