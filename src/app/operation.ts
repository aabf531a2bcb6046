import type { z } from 'zod';
import type { Day } from '../core/kernel/day.ts';
import type { Instant } from '../core/kernel/instant.ts';
import type { Rejection } from '../core/kernel/rejection.ts';
import type { Actor, Role } from '../core/party/actor.ts';
import type { Ports, RequestKey } from './ports.ts';

/** Who calls, when, and what the operation may reach. `now` is read once, so an operation sees one instant. */
export interface Context {
  readonly ports: Ports;
  readonly actor: Actor;
  readonly now: Instant;
  readonly today: Day;
  /** The request that is being answered, when it carried a key: what is appended for it is noted as done. */
  readonly request?: RequestKey;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

/**
 * One thing that can be done. From its schemas come the API endpoint, the command, the reference and, where a person
 * does it, the form. Schemas are codecs: JSON (days as ISO text) outside, domain values (days as integers) inside.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `cast-vote`; its file has the same name. */
  readonly name: string;
  /** Folder of `app/` it stands in: `modification`. */
  readonly room: string;
  readonly kind: 'read' | 'write';
  /** One sentence for the reference. */
  readonly summary: string;
  /** Roles that may call it; the rules of a code decide further, per step. */
  readonly roles: readonly Role[] | 'anyone';
  /** Whether its input carries a file, so that it may be large and comes in the body of a request. */
  readonly takesFile?: boolean;
  /** Whether its input carries a whole legal text, so that it may be as long as one. */
  readonly takesText?: boolean;
  readonly input: I;
  readonly output: O;
  readonly run: (context: Context, input: z.output<I>) => Promise<Result<z.output<O>>>;
}

/** Gives an operation its types. */
export function operation<I extends z.ZodType, O extends z.ZodType>(definition: Operation<I, O>): Operation<I, O> {
  return definition;
}

/** A value. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A refusal. */
export function refuse<T>(rejection: Rejection): Result<T> {
  return { ok: false, rejection };
}
