import type { Rejection } from './rejection.ts';

/** What a decision comes to: events that happened, or a refusal. Exceptions are for bugs. */
export type Decision<E> =
  | { readonly ok: true; readonly events: readonly E[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** A thing that has a life. `evolve` is total over any order of events; `decide` never throws. */
export interface Decider<C, E, S, X> {
  readonly initial: S;
  readonly decide: (command: C, state: S, context: X) => Decision<E>;
  readonly evolve: (state: S, event: E) => S;
}

/** Events that happened. */
export function accepted<E>(...events: E[]): Decision<E> {
  return { ok: true, events };
}

/** A refusal. */
export function refused(rejection: Rejection): Extract<Decision<never>, { ok: false }> {
  return { ok: false, rejection };
}

/** State after a history. */
export function fold<E, S>(initial: S, evolve: (state: S, event: E) => S, events: Iterable<E>): S {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
}
