import { dayOfInstant, type Instant } from '../../core/kernel/instant.ts';
import { type MeetingAct, meetingNext } from '../../core/modification/meeting/whats-next-meeting.ts';
import type { Awaited } from '../../core/modification/next/awaiting.ts';
import type { Context } from '../operation.ts';
import { bodyOf, readMeetings } from './meetings.ts';

/** What meetings wait for and the actions that they placed, the overdue first; all of it, or what awaits someone. */
export async function meetingActs(
  context: Context,
  knownAt: Instant | null,
  who: Awaited | null,
): Promise<readonly MeetingAct[]> {
  const today = knownAt === null ? context.today : dayOfInstant(knownAt);
  const meetings = await readMeetings(context, knownAt);
  const acts = await Promise.all(
    meetings.map(async (meeting) => meetingNext(meeting, (await bodyOf(context, meeting)).inSentence, today)),
  );
  const theirs = acts.flat().filter((act) => who === null || (who.role !== null && act.roles.includes(who.role)));
  return theirs.toSorted(
    (a, b) => Number(b.overdue) - Number(a.overdue) || (a.until ?? Infinity) - (b.until ?? Infinity),
  );
}
