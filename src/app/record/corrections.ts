import type { CorrectionEvent } from '../../core/rulebook/record-event.ts';
import type { RecordedEvent, RecordStore } from '../ports.ts';

/** Before the name of a stream: the stream of what was recorded in it in error. */
const PREFIX = 'correction/';

/** The stream in which corrections of a stream are kept. */
export function correctionsOf(stream: string): string {
  return `${PREFIX}${stream}`;
}

/** The stream that a stream is about: itself, or the one that it corrects. */
export function subjectOfStream(stream: string): string {
  return stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : stream;
}

/** What was noted against the events of a stream, in order. */
export async function readCorrections(
  store: RecordStore,
  stream: string,
): Promise<readonly RecordedEvent<CorrectionEvent>[]> {
  return (await store.read(correctionsOf(stream), null)) as readonly RecordedEvent<CorrectionEvent>[];
}
