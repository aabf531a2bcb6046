import { writeDay } from '../../kernel/day.ts';
import type { Instant } from '../../kernel/instant.ts';
import { asPublic } from '../../modification/meeting/as-public.ts';
import { replayMeeting } from '../../modification/meeting/evolve-meeting.ts';
import type { Meeting } from '../../modification/meeting/meeting.ts';
import type { MeetingEvent } from '../../modification/meeting/meeting-event.ts';
import { type Named, ROLES, rolesInSentence } from '../../party/actor.ts';
import type { RecordEvent } from '../../rulebook/record-event.ts';
import type { Block } from '../block.ts';
import { list, paragraph } from '../build.ts';
import { sentenceCase } from '../prose.ts';
import { type Concern, NOTHING_TOLD, type Told } from './notice.ts';
import { note } from './words.ts';

/** A stream as far as these notices go; it ends with what is told. */
type Stream = readonly { readonly event: RecordEvent; readonly recordedAt: Instant }[];

type Teller<T extends MeetingEvent['type']> = (
  event: Extract<MeetingEvent, { type: T }>,
  stream: Stream,
  bodies: readonly Named[],
) => Told;

/** Every event of a meeting: a new type says here what it tells, or null. */
export const MEETING_TELLERS: { readonly [T in MeetingEvent['type']]: Teller<T> | null } = {
  'meeting-called': (_, stream, bodies) =>
    about({ stream, bodies }, 'meeting-called', 'is called', ({ startsAt, place, paperDay }) => [
      paragraph(`It begins at ${startsAt}; place: ${place}. Papers go out by ${writeDay(paperDay)}.`),
    ]),
  'meeting-moved': ({ day, reasons }, stream, bodies) =>
    about({ stream, bodies }, 'meeting-moved', `is now on ${writeDay(day)}`, () => [note('Reasons', reasons)]),
  'meeting-cancelled': ({ reasons }, stream, bodies) =>
    about({ stream, bodies }, 'meeting-cancelled', 'is cancelled', () => [note('Reasons', reasons)]),
  'agenda-arranged': null,
  'meeting-paper-tabled': ({ paper }, stream, bodies) =>
    stream.some(({ event }) => event.type === 'meeting-papers-issued')
      ? about({ stream, bodies }, 'meeting-paper-late', 'has a further paper', () => [
          paragraph(`${paper.number} ${asPublic(paper).title}`),
        ])
      : NOTHING_TOLD,
  'meeting-paper-withdrawn': null,
  'meeting-papers-issued': ({ items }, stream, bodies) =>
    about({ stream, bodies }, 'meeting-papers-issued', 'has its agenda and papers', () => [
      list(items.map(({ title }) => title)),
    ]),
  'meeting-held': null,
  'action-placed': null,
  'action-closed': null,
  'minutes-drafted': null,
  'minutes-issued': ({ version }, stream, bodies) =>
    about({ stream, bodies }, 'minutes-issued', 'has its minutes', () => [
      paragraph(`Version ${version} of the minutes is issued; the body has not approved it yet.`),
    ]),
  'minutes-approved': null,
};

function about(
  { stream, bodies }: { readonly stream: Stream; readonly bodies: readonly Named[] },
  what: string,
  says: string,
  blocks: (meeting: Meeting) => readonly Block[],
): Told {
  const meeting = replayMeeting(stream.map(({ event }) => event as MeetingEvent));
  const at = stream.at(-1)?.recordedAt;
  if (meeting.status === 'none' || at === undefined) return NOTHING_TOLD;
  const { id, body, code, day } = meeting;
  const role = ROLES.find((one) => one === body);
  const concerns: readonly Concern[] = [
    { kind: 'role', role: 'code-administrator' },
    ...(role === undefined ? [] : [{ kind: 'role', role } as const]),
  ];
  const known =
    bodies.find((one) => one.id === body)?.inSentence ?? (role === undefined ? body : rolesInSentence([role]));
  const named = `${sentenceCase(known)}’s meeting of ${writeDay(day)}`;
  return {
    ...NOTHING_TOLD,
    notices: [
      {
        topic: 'meeting',
        what,
        modification: null,
        code,
        concerns,
        isPublic: true,
        subject: `${named} ${says}`,
        body: [
          paragraph(`${named} ${says}.`),
          ...blocks(meeting),
          paragraph([{ kind: 'link', text: 'Open the meeting', href: `/meetings/${encodeURIComponent(id)}` }]),
        ],
        at,
        until: null,
        reminds: null,
      },
    ],
  };
}
