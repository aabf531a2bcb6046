import type { Instant } from '../../core/kernel/instant.ts';
import {
  type JudgementEvent,
  judgementsIn,
  type KeptJudgement,
  mayReadJudgements,
} from '../../core/obligation/judgement.ts';
import type { RecordEvent } from '../../core/rulebook/record-event.ts';
import type { Context } from '../operation.ts';

/** Before the name of a party: the stream of what is judged of it. */
const PREFIX = 'judgement/';

/** The stream of what is judged of a party. */
export function judgementStream(party: string): string {
  return `${PREFIX}${party}`;
}

/** The judgements among the events of a stream. */
export function judgementEvents(events: readonly RecordEvent[]): readonly JudgementEvent[] {
  return events.filter((event) => event.type === 'judgement-recorded' || event.type === 'judgement-withdrawn');
}

/** What is judged under a code, so far as the reader may know of it, in the order in which it was recorded. */
export async function readJudgements(
  { ports, actor }: Context,
  code: string,
  knownAt: Instant | null,
): Promise<readonly KeptJudgement[]> {
  const recorded = await ports.store.readAll(PREFIX, knownAt);
  const streams = Map.groupBy(recorded, ({ stream }) => stream);
  return [...streams].flatMap(([stream, events]) =>
    mayReadJudgements(actor, stream.slice(PREFIX.length))
      ? judgementsIn(judgementEvents(events.map(({ event }) => event))).filter((one) => one.code === code)
      : [],
  );
}
