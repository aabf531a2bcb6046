import type { MeetingView } from '../../app/meeting/meeting.schema.ts';
import type { Attendee, MeetingStatus, Purpose } from '../../core/modification/meeting/meeting.ts';
import { type Choice, type Html, type Tone, tag } from '../page/parts.ts';

const STATUS: Record<MeetingStatus, readonly [words: string, tone: Tone]> = {
  planned: ['planned', 'wait'],
  'papers-issued': ['papers issued', 'open'],
  held: ['held', 'plain'],
  'minutes-draft': ['minutes in draft', 'wait'],
  'minutes-issued': ['minutes issued', 'open'],
  'minutes-approved': ['minutes approved', 'good'],
  cancelled: ['cancelled', 'bad'],
};

/** Where a meeting stands, as a tag. */
export function statusTag(status: MeetingStatus): Html {
  return tag(...STATUS[status]);
}

/** What a body is asked to do with an item. */
export const PURPOSE: Record<Purpose, string> = {
  decision: 'For decision',
  discussion: 'For discussion',
  information: 'For information',
};

/** How somebody took part. */
export const PRESENCE: Record<Attendee['presence'], string> = {
  present: 'present',
  alternate: 'alternate',
  attending: 'in attendance',
  apologies: 'apologies',
  absent: 'absent',
};

/** Words as choices of a field. */
export function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([value, title]) => ({ value, title }));
}

/** `panel-2018-10-12`, meeting 61 of the SEC Panel. */
export function meetingName({ body, number }: Pick<MeetingView, 'body' | 'number'>): string {
  return number === null ? body.title : `${body.title}, meeting ${number}`;
}
