import { sql, type Transaction } from 'kysely';
import type { RecordedEvent } from '../../app/ports.ts';
import { NOTHING_TOLD, type Told } from '../../core/document/notice/notice.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import type { ProposalEvent } from '../../core/modification/proposal.ts';
import type { Standing as ProposalStanding } from '../../core/modification/standing.ts';
import type { Tables } from '../tables.ts';

/** Where a proposal stands, for the register; what is not said is as it was asked for, or not yet so. */
export type Standing = Pick<ProposalStanding, 'stage' | 'status'> & Partial<ProposalStanding>;

/** Says where a proposal stands after a history; `files` gives a stored rulebook by digest. */
export type StandingOf = (
  history: readonly ProposalEvent[],
  files: (digest: string) => Promise<string | null>,
) => Promise<Standing>;

/** Says what an event gives people to know; `history` gives its stream up to and with it. */
export type NoticesOf = (
  recorded: RecordedEvent,
  history: () => Promise<readonly RecordedEvent[]>,
  files: (digest: string) => Promise<string | null>,
) => Promise<Told>;

/** For a record that tells nobody anything. */
export const tellNothing: NoticesOf = async () => NOTHING_TOLD;

/** What the projections are told of the rules, which are no business of a store. */
export interface Reading {
  readonly standingOf: StandingOf;
  readonly noticesOf: NoticesOf;
}

/** What a projection works with, inside the transaction that appends. */
export interface Projecting extends Reading {
  readonly transaction: Transaction<Tables>;
  /** Whether the events happen now; else they are projected once more. */
  readonly isNews: boolean;
  /** The stream up to and with a version. */
  history(stream: string, version: number): Promise<readonly RecordedEvent[]>;
  /** The files of a stored rulebook by digest. */
  files(digest: string): Promise<string | null>;
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
