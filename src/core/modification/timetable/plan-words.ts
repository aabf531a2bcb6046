import type { Citation } from '../../kernel/citation.ts';
import { type Day, writeDay } from '../../kernel/day.ts';
import type { ProposalRules } from '../context.ts';
import type { Step } from '../profile/profile.ts';
import type { PaperedMeeting } from './meeting-days.ts';

/** Why a step is on its day: a sentence, and what it rests on. */
export interface PlanReason {
  readonly sentence: string;
  /** Null for what follows from the plan alone. */
  readonly citation: Citation | null;
}

/** `“Change Board vote”`. */
export function quoted({ title }: Pick<Step, 'title'>): string {
  return `“${title}”`;
}

/** `1 Working Day`, `5 Working Days`. */
export function workingDayWords(count: number): string {
  return `${count} Working ${Math.abs(count) === 1 ? 'Day' : 'Days'}`;
}

/** Why a meeting is the first that comes into question. */
export function meetingReason(
  meeting: PaperedMeeting,
  earliest: Day,
  paper: boolean,
  rules: Pick<ProposalRules, 'bodies'>,
): PlanReason {
  const body = rules.bodies.find((one) => one.id === meeting.body)?.inSentence ?? meeting.body;
  const rule = meeting.rule === null ? '' : ` (${meeting.rule})`;
  const { paperDay, paperLead } = meeting;
  if (!paper || paperDay === null || paperLead === null) {
    const sentence = `The first meeting of ${body}${rule} on or after ${writeDay(earliest)}.`;
    return { sentence, citation: meeting.citation };
  }
  const sentence = `The first meeting of ${body}${rule} for which a paper of ${writeDay(earliest)} is in time: its papers go out ${workingDayWords(paperLead.workingDays)} before, on ${writeDay(paperDay)}.`;
  return { sentence, citation: meeting.citation };
}
