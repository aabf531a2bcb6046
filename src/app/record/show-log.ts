import { z } from 'zod';
import { asPublic } from '../../core/modification/meeting/as-public.ts';
import type { MeetingEvent } from '../../core/modification/meeting/meeting-event.ts';
import type { Actor } from '../../core/party/actor.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { readsForMembers } from '../meeting/meetings.ts';
import { done, operation } from '../operation.ts';
import type { RecordedEvent } from '../ports.ts';
import { readCorrections } from './corrections.ts';
import { recordedEventSchema } from './log-fields.ts';
import { readLog, streamField } from './read-log.ts';

/** The events of one stream with who, when, why and the hash of each: the public trail that a reader can verify. */
export const showLog = operation({
  name: 'show-log',
  room: 'record',
  kind: 'read',
  summary: 'Shows every event of a stream with its actor, cause, recorded instant and hash, as known at an instant.',
  roles: 'anyone',
  input: z.strictObject({
    stream: streamField,
    knownAt: knownAtField,
    ...pageFields,
  }),
  output: z.strictObject({
    stream: z.string(),
    events: z.array(recordedEventSchema),
    corrections: z
      .array(recordedEventSchema)
      .meta({ description: 'What was noted since against events of the stream that were recorded in error.' }),
    next: nextField,
  }),
  run: async (context, { stream, knownAt, ...asked }) => {
    const { ports, actor } = context;
    const read = await readLog(context, stream, knownAt);
    if (!read.ok) return read;
    const events = read.value;
    const page = pageOf(events, asked, 'version', ({ version }) => [version]);
    if (!page.ok) return page;
    const corrections = (await readCorrections(ports.store, stream)).filter(
      (one) => knownAt === null || one.recordedAt <= knownAt,
    );
    const whole = !withholdsFrom(actor, events);
    return done({
      stream,
      events: page.value.rows.map((one) => (whole ? one : withheld(one))),
      corrections,
      next: page.value.next,
    });
  },
});

/** Whether a stream is of a meeting with papers for members that someone may not read. */
export function withholdsFrom(actor: Actor, events: readonly RecordedEvent[]): boolean {
  const all = events.map(({ event }) => event as MeetingEvent);
  const bodies = all.flatMap((event) => (event.type === 'meeting-called' ? [event.body] : []));
  return (
    all.some((event) => event.type === 'meeting-paper-tabled' && event.paper.access === 'members') &&
    !bodies.some((body) => readsForMembers(actor, body))
  );
}

/** An event without the title and the file name of a paper for members; the chain, and so the hash, is over both. */
function withheld(recorded: RecordedEvent): RecordedEvent {
  if (recorded.event.type !== 'meeting-paper-tabled') return recorded;
  const event = recorded.event as Extract<MeetingEvent, { type: 'meeting-paper-tabled' }>;
  return { ...recorded, event: { ...event, paper: asPublic(event.paper) } };
}
