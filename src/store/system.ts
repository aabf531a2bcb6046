import { randomBytes } from 'node:crypto';
import type { Clock, Random, RecordStore, Rulebooks } from '../app/ports.ts';
import { type Instant, instant } from '../core/kernel/instant.ts';
import { CLOCK } from '../core/party/actor.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { RECORD_STREAM } from './append.ts';
import { sha256 } from './chain.ts';

/** The clock of a real record. */
export const realClock: Clock = {
  kind: 'real',
  now: () => instant(new Date().toISOString()),
  advanceTo: async () => {
    throw new Error('A real clock cannot be advanced.');
  },
};

/** A case clock with what its owner does for it: bind it to its record, and read the record again when it has changed. */
export interface CaseClock extends Clock {
  bind(store: RecordStore): Promise<void>;
  reload(): Promise<void>;
}

/**
 * The clock of a demonstration: it stands still until it is advanced, and the record remembers where. It stands at
 * `startsAt` until the record says otherwise. Bind it to its store before the first request.
 */
export function caseClock(startsAt: Instant): CaseClock {
  let now = startsAt;
  let record: RecordStore | null = null;
  const clock: CaseClock = {
    kind: 'case',
    now: () => now,
    advanceTo: async (to) => {
      if (record === null) throw new Error('The case clock is not bound to a record.');
      if (to < now) throw new RangeError(`The case clock stands at ${now} and does not go back to ${to}.`);
      if (to === now) return;
      const version = (await record.read(RECORD_STREAM, null)).at(-1)?.version ?? 0;
      const event = { type: 'clock-advanced', to } as const;
      const by = { actor: CLOCK, cause: 'advance-clock' };
      const result = await record.append([{ stream: RECORD_STREAM, expectedVersion: version, events: [event] }], by);
      if (!result.ok) return clock.advanceTo(to);
      if (to > now) now = to;
    },
    bind: async (store) => {
      record = store;
      await clock.reload();
    },
    reload: async () => {
      const life = (await record?.read(RECORD_STREAM, null)) ?? [];
      for (const { event } of life) {
        const told =
          event.type === 'clock-advanced' ? event.to : event.type === 'demonstration-loaded' ? event.startsAt : now;
        if (told > now) now = instant(told);
      }
    },
  };
  return clock;
}

/** Chance from the system. */
export const systemRandom: Random = {
  id: () => randomBytes(16).toString('base64url'),
  digest: sha256,
};

/** A rulebook with its files as JSON text, as a loader reads them from a folder or from that text again. */
export interface LoadedRulebook {
  readonly rulebook: Rulebook;
  readonly files: string;
}

/**
 * The rulebooks of a record. `shipped` gives those of the program. `read` gives a code's rulebook from the program's files, or throws with one sentence;
 * `open` reads the stored files of one. What the record uses it keeps, so that later edits change nothing that has begun.
 */
export function rulebooksOf(
  store: RecordStore,
  read: (code: string) => Promise<LoadedRulebook>,
  open: (files: string) => Promise<Rulebook>,
  shipped: Rulebooks['shipped'],
): Rulebooks {
  // by promise, so that many who ask at once wait for one reading
  const known = new Map<string, Promise<Rulebook>>();
  const opening = async (digest: string): Promise<Rulebook> => {
    const files = await store.rulebookFiles(digest);
    if (files === null) throw new Error(`The record holds no rulebook of digest ${digest}.`);
    return open(files);
  };
  return {
    shipped,
    current: async (code) => {
      const { rulebook, files } = await read(code);
      if (!known.has(rulebook.digest)) await store.keepRulebook(rulebook.digest, code, files);
      known.set(rulebook.digest, Promise.resolve(rulebook));
      return rulebook;
    },
    byDigest: (digest) => {
      const opened = known.get(digest) ?? opening(digest);
      known.set(digest, opened);
      // what failed is tried again by the next who asks
      opened.catch(() => known.delete(digest));
      return opened;
    },
  };
}
