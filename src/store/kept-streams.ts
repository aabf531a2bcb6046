import type { Kysely } from 'kysely';
import type { RecordedEvent } from '../app/ports.ts';
import type { Instant } from '../core/kernel/instant.ts';
import { readStream } from './events.ts';
import type { Tables } from './tables.ts';

/** How many events are kept in memory; the streams that were read longest ago go first. */
const MOST_KEPT = 50_000;

/** Streams as they were read last: what is recorded never changes, so only what was added since is read again. */
export class KeptStreams {
  readonly #db: Kysely<Tables>;
  /** In the order in which they were read last. */
  readonly #streams = new Map<string, readonly RecordedEvent[]>();
  #events = 0;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** A stream in order, as known at an instant. */
  async read(stream: string, knownAt: Instant | null): Promise<readonly RecordedEvent[]> {
    const added = await readStream(this.#db, stream, this.known(stream).length);
    // others may have read on meanwhile
    const known = this.known(stream);
    const last = known.length;
    const fresh = added.filter(({ version }) => version > last);
    const whole = fresh.length === 0 ? known : [...known, ...fresh];
    this.#keep(stream, whole);
    return knownAt === null ? whole : whole.filter(({ recordedAt }) => recordedAt <= knownAt);
  }

  /** What is kept of a stream: its first events, in order, all of which are committed. */
  known(stream: string): readonly RecordedEvent[] {
    return this.#streams.get(stream) ?? [];
  }

  #keep(stream: string, events: readonly RecordedEvent[]): void {
    this.#events += events.length - this.known(stream).length;
    this.#streams.delete(stream);
    if (events.length > 0) this.#streams.set(stream, events);
    for (const [oldest, { length }] of this.#streams) {
      if (this.#events <= MOST_KEPT || oldest === stream) break;
      this.#streams.delete(oldest);
      this.#events -= length;
    }
  }
}
