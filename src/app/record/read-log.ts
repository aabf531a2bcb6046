import { z } from 'zod';
import type { Instant } from '../../core/kernel/instant.ts';
import { type Rejection, rejection } from '../../core/kernel/rejection.ts';
import type { Actor } from '../../core/party/actor.ts';
import { type Context, done, type Result, refuse } from '../operation.ts';
import type { RecordedEvent } from '../ports.ts';
import { subjectOfStream } from './corrections.ts';

/** How an operation asks which stream it is about. */
export const streamField = z.string().min(1).meta({ description: 'Name of the stream: modification/SECMP0065.' });

/** Streams that are a party's own business: what it operates, when it is assessed, what is judged of it and what shows that it does its duties. */
const OWN = /^(?:party|judgement|evidence)\/(.*)$/s;

/** Whether someone may read a stream. */
export function mayReadLog(actor: Actor, name: string): boolean {
  const party = OWN.exec(subjectOfStream(name))?.[1];
  const own = actor.party !== undefined && party === actor.party;
  return party === undefined || own || actor.role === 'code-administrator' || actor.role === 'clock';
}

/** The events of a stream for whoever may read it, as known at an instant; refuses others, and a stream without any. */
export async function readLog(
  { ports, actor }: Pick<Context, 'ports' | 'actor'>,
  stream: string,
  knownAt: Instant | null,
): Promise<Result<readonly RecordedEvent[]>> {
  if (!mayReadLog(actor, stream)) {
    return refuse(rejection('wrong-actor', `The log of ${stream} is for its party and the Code Administrator.`));
  }
  const events = await ports.store.read(stream, knownAt);
  return events.length === 0 ? refuse(noStream(stream)) : done(events);
}

/** That the record has nothing under the name of a stream. */
function noStream(stream: string): Rejection {
  return rejection('not-found', `The record has no stream "${stream}".`);
}

/** That a stream does not reach to a version of it; `last` is where it ends. */
export function noVersion(stream: string, version: number, last: number): Rejection {
  if (last === 0) return noStream(stream);
  const sentence = `${stream} has ${last} ${last === 1 ? 'event' : 'events'}; version ${version} does not exist.`;
  return rejection('not-found', sentence);
}
