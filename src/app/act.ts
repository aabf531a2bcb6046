import { type Decision, fold } from '../core/kernel/decider.ts';
import { type Rejection, rejection } from '../core/kernel/rejection.ts';
import type { RecordEvent } from '../core/rulebook/record-event.ts';
import { type Context, done, type Result, refuse } from './operation.ts';
import type { ConfidentialContent, RecordedEvent, RecordStore } from './ports.ts';

const ATTEMPTS = 5;

/** A stream as it was when an act looked at it. The act writes only if the stream is still at this version. */
export interface Loaded<E extends RecordEvent = RecordEvent> {
  readonly stream: string;
  /** 0 when the stream does not exist. */
  readonly version: number;
  readonly events: readonly E[];
  readonly recorded: readonly RecordedEvent<E>[];
}

/** Loads a stream for an act; the caller names the events that the stream's grammar allows. */
export type Load = <E extends RecordEvent = RecordEvent>(stream: string) => Promise<Loaded<E>>;

/** What an act adds to one of the streams that it loaded. */
export interface Write {
  readonly stream: string;
  readonly events: readonly RecordEvent[];
  readonly confidential?: readonly ConfidentialContent[];
}

/** What an act comes to: writes (none is allowed) and the value for the caller, or a refusal. */
export type Acting<T> =
  | { readonly ok: true; readonly writes: readonly Write[]; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

/**
 * Load, decide, append, all or nothing over every stream that `decide` loaded: it also fails when a stream that was
 * only read has moved (to read without that promise, use the store). Whoever loses a race loads and decides again, one
 * at a time with the other losers, and after five attempts is refused `changed-meanwhile`. `decide` may run several
 * times, so it must do nothing but load and think. `cause` is the operation by name.
 */
export async function act<T>(
  context: Context,
  cause: string,
  decide: (load: Load) => Promise<Acting<T>>,
): Promise<Result<T>> {
  const first = await attempt(context, cause, decide);
  if (first !== null) return first;
  return inTurn(context.ports.store, LOSERS, async () => {
    for (let tried = 1; tried < ATTEMPTS; tried += 1) {
      const result = await attempt(context, cause, decide);
      if (result !== null) return result;
    }
    return refuse(
      rejection('changed-meanwhile', `Others changed the record during each of ${ATTEMPTS} attempts; try again.`),
    );
  });
}

/**
 * The common act: one stream, folded, decided, appended. Acts of one process on a stream come one after another, so that
 * many at once are no losers to each other. Gives the state after it, the stream's version and the events
 * that happened.
 */
export async function actOn<S, E extends RecordEvent>(
  context: Context,
  cause: string,
  stream: string,
  life: { readonly initial: S; readonly evolve: (state: S, event: E) => S },
  decide: (state: S, loaded: Loaded<E>) => Decision<E>,
  confidential: readonly ConfidentialContent[] = [],
): Promise<Result<{ readonly state: S; readonly version: number; readonly events: readonly E[] }>> {
  return inTurn(context.ports.store, stream, () =>
    act(context, cause, async (load) => {
      const loaded = await load<E>(stream);
      const before = fold(life.initial, life.evolve, loaded.events);
      const decision = decide(before, loaded);
      if (!decision.ok) return decision;
      const { events } = decision;
      const value = { state: fold(before, life.evolve, events), version: loaded.version + events.length, events };
      return { ok: true, writes: [{ stream, events, confidential }], value };
    }),
  );
}

/** One attempt; null when another writer came first. */
async function attempt<T>(
  context: Context,
  cause: string,
  decide: (load: Load) => Promise<Acting<T>>,
): Promise<Result<T> | null> {
  const { store } = context.ports;
  const seen = new Map<string, Loaded>();
  const acting = await decide(async <E extends RecordEvent>(stream: string) => {
    const known = seen.get(stream) ?? (await loadStream(store, stream));
    seen.set(stream, known);
    return known as Loaded<E>;
  });
  if (!acting.ok) return refuse(acting.rejection);
  if (acting.writes.every((write) => write.events.length === 0)) return done(acting.value);
  const appends = [...seen.values()].map((loaded) => {
    const writes = acting.writes.filter((write) => write.stream === loaded.stream);
    return {
      stream: loaded.stream,
      expectedVersion: loaded.version,
      events: writes.flatMap((write) => write.events),
      confidential: writes.flatMap((write) => write.confidential ?? []),
    };
  });
  const blind = acting.writes.find((write) => !seen.has(write.stream));
  if (blind !== undefined) throw new Error(`${cause} writes to ${blind.stream}, which it has not loaded`);
  const { actor, request } = context;
  const result = await store.append(appends, { actor, cause, ...(request && { request }) });
  return result.ok ? done(acting.value) : null;
}

async function loadStream(store: RecordStore, stream: string): Promise<Loaded> {
  const recorded = await store.read(stream, null);
  return { stream, version: recorded.at(-1)?.version ?? 0, events: recorded.map((one) => one.event), recorded };
}

/** Whoever lost a race waits here for the other losers; no stream has this name. */
const LOSERS = '';

/** The last act in each turn, by store and stream. */
const turns = new WeakMap<RecordStore, Map<string, Promise<unknown>>>();

async function inTurn<T>(store: RecordStore, stream: string, run: () => Promise<T>): Promise<T> {
  const turnsOf = turns.get(store) ?? new Map<string, Promise<unknown>>();
  turns.set(store, turnsOf);
  const mine = (turnsOf.get(stream) ?? Promise.resolve()).then(run, run);
  turnsOf.set(stream, mine);
  try {
    return await mine;
  } finally {
    if (turnsOf.get(stream) === mine) turnsOf.delete(stream);
  }
}
