import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Context } from '../../src/app/operation.ts';
import type { Clock, Ports, RecordStore, Rulebooks } from '../../src/app/ports.ts';
import { noticesOf } from '../../src/core/document/notice/notices-of.ts';
import { dayOfInstant, type Instant, instant } from '../../src/core/kernel/instant.ts';
import type { ProposalEvent } from '../../src/core/modification/proposal.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { documentFormats } from '../../src/format/document-formats.ts';
import { kyselyOn } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations.ts';
import { openRecord } from '../../src/store/open-record.ts';
import type { NoticesOf, StandingOf } from '../../src/store/projections/projection.ts';
import { systemRandom } from '../../src/store/system.ts';
import type { Tables } from '../../src/store/tables.ts';
import { onceInRun, onServer, runServer, templateName } from './run.ts';

/** A record in a database of its own. */
export interface TestRecord {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** A context of an operation at the clock's present instant. */
  as(actor: Actor): Context;
}

interface Options {
  /** Where its case clock starts; null: the real clock. */
  readonly startsAt?: Instant | null;
  readonly rulebooks?: Rulebooks;
  readonly standingOf?: StandingOf;
  readonly noticesOf?: NoticesOf;
}

/** What a record holds before its story: made once in the run, copied for each story. */
export interface Beginning {
  readonly name: string;
  readonly fill: (record: TestRecord) => Promise<void>;
}

/**
 * Runs a story on a record of its own: a database of the run's PostgreSQL, copied from one that was made ready once, and
 * dropped afterwards.
 */
export async function withRecord<T>(
  story: (record: TestRecord) => Promise<T>,
  options: Options = {},
  beginning: Beginning | null = null,
): Promise<T> {
  const empty = templateName('empty');
  await onceInRun(empty, () => madeFrom('template1', empty, migrate));
  const begun = beginning === null ? empty : templateName(beginning.name);
  if (beginning !== null) {
    await onceInRun(begun, () =>
      madeFrom(empty, begun, async (db, url) => beginning.fill(await opened(db, url, options))),
    );
  }
  const name = `proviso_test_${randomBytes(8).toString('hex')}`;
  try {
    let told: T | undefined;
    await madeFrom(begun, name, async (db, url) => {
      told = await story(await opened(db, url, options));
    });
    return told as T;
  } finally {
    await onServer(`drop database if exists ${name} with (force)`);
  }
}

/** Copies a database and does something with it, after which nobody is connected to it. */
async function madeFrom(
  template: string,
  name: string,
  make: (db: Kysely<Tables>, url: string) => Promise<void>,
): Promise<void> {
  await onServer(`create database ${name} template ${template}`);
  const own = new URL(await runServer());
  own.pathname = `/${name}`;
  const db = kyselyOn(own.href);
  try {
    await make(db, own.href);
  } finally {
    await db.destroy();
  }
}

async function opened(db: Kysely<Tables>, url: string, options: Options): Promise<TestRecord> {
  const startsAt = options.startsAt === undefined ? instant('2018-10-05T08:00:00Z') : options.startsAt;
  const { store, clock } = await openRecord(
    { db, stop: async () => undefined, heard: () => undefined },
    { startsAt, standingOf: options.standingOf ?? plainStanding, noticesOf: options.noticesOf ?? codeNotices },
  );
  const rulebooks = options.rulebooks ?? noRulebooks;
  const ports = { store, clock, random: systemRandom, rulebooks, documents: documentFormats };
  const as = (actor: Actor): Context => ({ ports, actor, now: clock.now(), today: dayOfInstant(clock.now()) });
  return { store, clock, ports, db, url, as };
}

/** The standing as the events alone tell it, for stories that need no profile. */
const plainStanding: StandingOf = async (history: readonly ProposalEvent[]) => {
  const closed = history.find((event) => event.type === 'proposal-closed');
  const steps = history.flatMap((event) => ('step' in event ? [event.step] : []));
  return { stage: closed?.title ?? steps.at(-1) ?? 'raised', status: closed === undefined ? 'open' : 'closed' };
};

/** What is told of codes, which needs no rules. */
const codeNotices: NoticesOf = async (_, history) => noticesOf(await history(), null);

const noRulebooks: Rulebooks = {
  shipped: async () => [],
  current: async (code) => {
    throw new Error(`the story gave no rulebook for ${code}`);
  },
  byDigest: async (digest) => {
    throw new Error(`the story gave no rulebook of digest ${digest}`);
  },
};
