import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import type { Sending } from '../app/notice/keep-sending.ts';
import type { Operation, Result } from '../app/operation.ts';
import type { Ports } from '../app/ports.ts';
import { runDecoded } from '../app/run-operation.ts';
import type { Day } from '../core/kernel/day.ts';
import { dayOfInstant } from '../core/kernel/instant.ts';
import type { Rejection } from '../core/kernel/rejection.ts';
import type { Actor } from '../core/party/actor.ts';
import type { DemoAccount } from '../core/rulebook/case.ts';
import type { Accounts, Session } from './accounts/accounts.ts';
import type { FeedTokens } from './feeds/feed-tokens.ts';

/** What the web room needs of `main.ts`. */
export interface Site {
  readonly ports: Ports;
  readonly operations: readonly Operation[];
  readonly accounts: Accounts;
  readonly feeds: FeedTokens;
  /** Sends what is due. */
  readonly outbox: Pick<Sending, 'now'>;
  readonly config: WebConfig;
}

export interface WebConfig {
  /** Address under which people reach it: `http://localhost:4000`. Cookies are `Secure` when it is https. */
  readonly baseUrl: string;
  readonly version: string;
  /** The accounts of the demonstration that the record holds; null when it holds none. */
  readonly demo: { readonly title: string; readonly accounts: readonly DemoAccount[] } | null;
  /** Told of faults of the program, which no page shows. */
  readonly onFault: (fault: unknown) => void;
}

/** A form that was refused: which form, what was entered, and why. */
export interface Refusal {
  readonly form: string;
  readonly entered: Readonly<Record<string, readonly string[]>>;
  readonly rejection: Rejection;
}

/** What every page knows of its request. */
export interface View {
  readonly site: Site;
  readonly session: Session | null;
  readonly actor: Actor;
  readonly today: Day;
  /** Address of the page within the site, with its query. */
  readonly path: string;
  /** The token that its forms carry. */
  readonly token: string;
  readonly refusal: Refusal | null;
  /** What the form before this page achieved. */
  readonly done: string | null;
}

/** Types of a request inside the web room. `refusal` is set when a page is shown again after a refused form. */
export interface Env {
  /** `policy` replaces the site's content security policy, for a paper that stands alone. */
  Variables: { session: Session | null; actor: Actor; binding: string; view: View; policy?: string };
  Bindings: { refusal?: Refusal; incoming?: unknown };
}

export type WebContext = HonoContext<Env>;

/** The legal day that the record's clock shows. */
export function todayOf(ports: Ports): Day {
  return dayOfInstant(ports.clock.now());
}

/** Calls an operation for a page, as the person who asked. */
export function ask<I extends z.ZodType, O extends z.ZodType>(
  view: View,
  operation: Operation<I, O>,
  input: z.input<I>,
): Promise<Result<z.output<O>>> {
  return runDecoded(operation, { ports: view.site.ports, actor: view.actor }, input);
}
