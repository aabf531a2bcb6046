import { z } from 'zod';
import { rejection } from '../../core/kernel/rejection.ts';
import { asPublic } from '../../core/modification/meeting/as-public.ts';
import type { MeetingEvent } from '../../core/modification/meeting/meeting-event.ts';
import type { Actor } from '../../core/party/actor.ts';
import { nextField, pageFields, pageOf } from '../cursor.ts';
import { knownAtField } from '../instruments.ts';
import { readsForMembers } from '../meeting/meetings.ts';
import { done, operation, refuse } from '../operation.ts';
import type { RecordedEvent } from '../ports.ts';
import { readCorrections, subjectOfStream } from './corrections.ts';
import { recordedEventSchema } from './log-fields.ts';

/** The events of one stream with who, when, why and the hash of each: the public trail that a reader can verify. */
export const showLog = operation({
  name: 'show-log',
  room: 'record',
  kind: 'read',
  summary: 'Shows every event of a stream with its actor, cause, recorded instant and hash, as known at an instant.',
  roles: 'anyone',
  input: z.strictObject({
    stream: z.string().min(1).meta({ description: 'Name of the stream: modification/SECMP0065.' }),
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
  run: async ({ ports, actor }, { stream, knownAt, ...asked }) => {
    if (!mayReadLog(actor, stream)) {
      return refuse(rejection('wrong-actor', `The log of ${stream} is for its party and the Code Administrator.`));
    }
    const events = await ports.store.read(stream, knownAt);
    if (events.length === 0) return refuse(rejection('not-found', `The record has no stream "${stream}".`));
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

/** Whether someone may read a stream: what a party operates and when it is assessed is the party's own business. */
export function mayReadLog(actor: Actor, name: string): boolean {
  const stream = subjectOfStream(name);
  const own = actor.party !== undefined && stream === `party/${actor.party}`;
  return !stream.startsWith('party/') || own || actor.role === 'code-administrator' || actor.role === 'clock';
}
