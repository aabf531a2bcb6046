import type { Kysely } from 'kysely';
import type { Clock, ConfidentialContent, RecordStore } from '../app/ports.ts';
import { CLOCK } from '../core/party/actor.ts';
import { append, RECORD_STREAM } from './append.ts';
import { merkleRoot } from './chain.ts';
import { workingDrafts } from './drafts.ts';
import { readHeads, readStreams } from './events.ts';
import { KeptStreams } from './kept-streams.ts';
import { notices } from './notices.ts';
import type { Reading } from './projections/projection.ts';
import { proveStream } from './proof.ts';
import { readProvisions, readSection } from './provisions.ts';
import { readOpen, readRegister, searchRegister } from './register.ts';
import { keptRequests } from './requests.ts';
import { responseDrafts } from './response-drafts.ts';
import { keepRulebook, RestoreFault, restore } from './restore.ts';
import { searchProvisions, stemsOf } from './search.ts';
import type { Tables } from './tables.ts';
import { exportLines } from './transfer.ts';
import { verifyLog } from './verify.ts';
import { savedViews } from './views.ts';

/** What a store is made of; `restored` is told when an import has filled the record. */
export interface StoreParts extends Reading {
  readonly db: Kysely<Tables>;
  readonly clock: Pick<Clock, 'now'>;
  readonly restored?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The record on PostgreSQL. */
export function recordStore({ db, clock, standingOf, noticesOf, restored, close }: StoreParts): RecordStore {
  const streams = new KeptStreams(db);
  const appending = { db, now: () => clock.now(), standingOf, noticesOf, streams };
  const store: RecordStore = {
    append: (appends, by) => append(appending, appends, by),
    read: (stream, knownAt) => streams.read(stream, knownAt),
    readAll: (prefix, knownAt) => readStreams(db, prefix, knownAt),
    heads: (knownAt, prefix) => readHeads(db, knownAt, prefix),
    register: (knownAt) => readRegister(db, knownAt),
    searchRegister: (query) => searchRegister(db, query),
    openModifications: (knownAt) => readOpen(db, knownAt),
    provisionsOn: (instrument, references, at) => readProvisions(db, instrument, references, at),
    sectionOn: (instrument, document, at) => readSection(db, instrument, document, at),
    searchProvisions: (search) => searchProvisions(db, search),
    stemsOf: (words) => stemsOf(db, words),
    confidential: async (id) => {
      const row = await db.selectFrom('confidential_content').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { owner_party: ownerParty, ...content } = row;
      return { ...content, ownerParty } satisfies ConfidentialContent;
    },
    keepRulebook: (digest, code, files) => keepRulebook(db, { digest, code, files }),
    rulebookFiles: async (digest) => {
      const row = await db.selectFrom('rulebook').select('files').where('digest', '=', digest).executeTakeFirst();
      return row?.files ?? null;
    },
    drafts: workingDrafts(db),
    notices: notices(db),
    responseDrafts: responseDrafts(db),
    views: savedViews(db),
    requests: keptRequests(db),
    verify: () => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(verifyLog),
    proof: (stream) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((transaction) => proveStream(transaction, stream)),
    checkpoint: async () => {
      for (;;) {
        const made = await db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(async (transaction) => {
            const heads = await transaction.selectFrom('stream_head').selectAll().execute();
            const log = await transaction.selectFrom('log_head').select('position').executeTakeFirstOrThrow();
            const version = heads.find((head) => head.stream === RECORD_STREAM)?.version ?? 0;
            return { version, root: merkleRoot(heads), heads: heads.length, position: log.position };
          });
        const { version: expectedVersion, ...checkpoint } = made;
        const event = { type: 'checkpoint-made', ...checkpoint } as const;
        const by = { actor: CLOCK, cause: 'make-checkpoint' };
        const result = await store.append([{ stream: RECORD_STREAM, expectedVersion, events: [event] }], by);
        if (result.ok) return checkpoint;
      }
    },
    exportLines: async function* () {
      const transaction = await db
        .startTransaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute();
      try {
        yield* exportLines(transaction, clock.now());
      } finally {
        await transaction.commit().execute();
      }
    },
    importLines: async (lines) => {
      try {
        const result = await db
          .transaction()
          .execute((transaction) => restore(transaction, lines, { standingOf, noticesOf }));
        await restored?.();
        return result;
      } catch (error) {
        if (error instanceof RestoreFault) return { rejection: error.rejection };
        throw error;
      }
    },
    close,
  };
  return store;
}
