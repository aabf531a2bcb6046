import { sql, type Transaction } from 'kysely';
import type { RecordedEvent } from '../../app/ports.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { Tables } from '../tables.ts';

/** Where a proposal stands, for the register: its stage by id, or how it ended. */
export interface Standing {
  readonly stage: string;
  readonly status: string;
}

/** Says where a proposal stands after a history; `files` gives a stored rulebook by digest. */
export type StandingOf = (
  history: readonly ProposalEvent[],
  files: (digest: string) => Promise<string | null>,
) => Promise<Standing>;

/** What a projection works with, inside the transaction that appends. */
export interface Projecting {
  readonly transaction: Transaction<Tables>;
  /** The stream up to and with a version. */
  history(stream: string, version: number): Promise<readonly RecordedEvent[]>;
  readonly standingOf: StandingOf;
}

/** Brings one table up to date with one event. Does nothing on an event that is not its business. */
export type Projection = (recorded: RecordedEvent, projecting: Projecting) => Promise<void>;

/** `SECMP0065` of `modification/SECMP0065`. */
export function nameInStream(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1);
}

/** The condition that a row was known at an instant (null: that it still is). */
export function knownAtCondition(knownAt: Instant | null) {
  return knownAt === null
    ? sql<boolean>`known_until is null`
    : sql<boolean>`known_from <= ${knownAt} and (known_until is null or known_until > ${knownAt})`;
}
