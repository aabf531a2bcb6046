import type { Operation, Result } from '../../app/operation.ts';
import { done, refuse } from '../../app/operation.ts';
import type { Ports, RequestKey } from '../../app/ports.ts';
import { type Caller, runOperation } from '../../app/run-operation.ts';
import { rejection } from '../../core/kernel/rejection.ts';

/** What a request came to, and whether it had come to it before. */
export interface Answered {
  readonly result: Result<unknown>;
  readonly replayed: boolean;
}

/** Requests with a key that are being answered, by store: a second one meanwhile is told to wait. */
const running = new WeakMap<Ports['store'], Set<string>>();

/**
 * Runs an operation once for a key, however often the request is sent. That it was done is noted in the transaction
 * that appends its events, so that not even a server that is killed before it answers does it twice. Refuses
 * `key-reused` when the key came with something else, `request-running`, and `answer-lost`.
 */
export async function runOnce(operation: Operation, caller: Caller, key: string, body: string): Promise<Answered> {
  const { ports, actor } = caller;
  const first = (result: Result<unknown>): Answered => ({ result, replayed: false });
  if (!/^[!-~]{1,255}$/.test(key)) {
    const sentence = 'Idempotency-Key: expected 1 to 255 visible characters without spaces.';
    return first(refuse(rejection('input-invalid', sentence, { place: { field: 'Idempotency-Key' } })));
  }
  if (actor.role === 'public') return first(refuse(rejection('not-signed-in', 'Who sends a key is signed in.')));
  const digest = ports.random.digest(`${operation.name}\n${body}`);
  const request: RequestKey = { actor: actor.id, key, digest };
  const busy = running.get(ports.store) ?? new Set<string>();
  running.set(ports.store, busy);
  const name = `${actor.id}\n${key}`;
  if (busy.has(name)) {
    return first(refuse(rejection('request-running', `The request "${key}" is still being answered; send it again.`)));
  }
  busy.add(name);
  try {
    const before = await ports.store.requests.find(actor.id, key);
    if (before !== null) return answerOf(before, request);
    const result = await runOperation(operation, { ...caller, request }, JSON.parse(body));
    if (result.ok) await ports.store.requests.answered(request, result.value);
    return first(result);
  } finally {
    busy.delete(name);
  }
}

function answerOf(
  before: NonNullable<Awaited<ReturnType<Ports['store']['requests']['find']>>>,
  { key, digest }: RequestKey,
): Answered {
  if (before.digest !== digest) {
    const sentence = `The key "${key}" was used for a request that asked for something else; expected a new key.`;
    return { result: refuse(rejection('key-reused', sentence)), replayed: false };
  }
  if (before.answer !== null) return { result: done(before.answer.answer), replayed: true };
  const sentence = `The request "${key}" was recorded up to event ${before.recorded} of the log, and the server stopped before it answered; read the record for what it came to.`;
  return { result: refuse(rejection('answer-lost', sentence)), replayed: false };
}
