import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Amendment } from '../core/code/amendment.ts';
import type { Provision } from '../core/code/provision.ts';
import type { Tally } from '../core/modification/ballot/ballot.ts';
import type { DraftFile, ResponseDraft } from '../core/modification/consultation/response-draft.ts';
import type { Decided, Urgency } from '../core/modification/standing.ts';
import type { Actor } from '../core/party/actor.ts';
import type { NoticeTables } from './notice-tables.ts';

/** Written as canonical ISO text, read as a Date. */
export type Moment = ColumnType<Date, string, string>;
export type NullableMoment = ColumnType<Date | null, string | null, string | null>;
type Json = JSONColumnType<Record<string, unknown>>;

/** The log. Append-only: a trigger forbids everything but INSERT. */
export interface EventTable {
  position: number;
  stream: string;
  version: number;
  type: string;
  schema: number;
  data: Json;
  actor: JSONColumnType<Actor>;
  cause: string;
  recorded_at: Moment;
  previous_hash: string;
  hash: string;
}

/** Rows that a later event supersedes keep when they were known: `[known_from, known_until)`. */
interface Known {
  known_from: Moment;
  known_until: NullableMoment;
}

/** Rows that stand for one event and are never superseded. */
interface OfEvent {
  position: number;
  recorded_at: Moment;
}

interface ModificationTable extends Known {
  id: string;
  title: string;
  code: string;
  raised_on: number;
  proposer: string;
  stage: string;
  status: string;
  version: number;
  path: string;
  urgency: Urgency;
  decision: Decided | null;
  published: string | null;
  proposer_id: string;
}

/** What a proposal says as it was raised, for filters and the search. */
interface ModificationContentTable {
  id: string;
  categories: string[];
  documents: string[];
  title: string;
  problem: string;
  solution: string;
  report: string;
}

/** No part of the record: neither chained nor exported. */
interface SavedViewTable {
  id: string;
  person: string;
  name: string;
  title: string;
  page: 'register' | 'board';
  query: string;
  shared: boolean;
  kept_at: Generated<Date>;
}

/** A provision by identity, and what stands in it, in order. */
export type Inside = readonly [id: string, ...children: Inside[]];

interface ProvisionVersionTable extends Known {
  instrument: string;
  provision_id: string;
  /** As printed: `G3.28(a)`. */
  reference: string;
  /** First day, and the first day no longer. Legal days as integers. */
  lower: number;
  upper: number | null;
  label: string;
  provision: JSONColumnType<Omit<Provision, 'children'>>;
  /** The document that it stands in, by identity. */
  document: string;
  /** Of a document: what stands in it; null for all others. */
  inside: JSONColumnType<Inside> | null;
}

/** No part of the record: neither chained nor exported. */
interface WorkingDraftTable {
  modification: string;
  against: string;
  amendments: JSONColumnType<readonly Amendment[]>;
  revision: number;
  begun_on: number;
  state: 'open' | 'discarded' | 'put-forward';
  person: string;
  name: string;
  kept_at: Generated<Date>;
}

/** No part of the record either: what a party is writing for a consultation, and a file that goes with it. */
interface ResponseDraftTable {
  modification: string;
  step: string;
  owner: string;
  revision: number;
  content: JSONColumnType<ResponseDraft['content']>;
  person: string;
  name: string;
  kept_at: Generated<Date>;
}

interface ResponseDraftFileTable {
  modification: string;
  step: string;
  owner: string;
  id: string;
  position: Generated<number>;
  about: JSONColumnType<Omit<DraftFile, 'id'>>;
  body: string;
}

/** No part of the record either: what was asked for under a key, and what it came to. */
interface RequestTable {
  actor: string;
  key: string;
  digest: string;
  /** Last position of the log that it came to; null when it wrote no event. */
  recorded: number | null;
  /** JSON text, byte for byte as it was given; null until it is known. */
  answer: string | null;
  kept_at: Generated<Date>;
}

export interface Tables extends NoticeTables {
  event: EventTable;
  log_head: { single: boolean; position: number; recorded_at: Moment };
  stream_head: { stream: string; version: number; hash: string };
  checkpoint_head: { position: number; stream: string; version: number; hash: string };
  confidential_content: { id: string; salt: string; digest: string; owner_party: string | null; body: string };
  rulebook: { digest: string; code: string; files: string };
  working_draft: WorkingDraftTable;
  response_draft: ResponseDraftTable;
  response_draft_file: ResponseDraftFileTable;
  request: RequestTable;
  draft_window: {
    modification: string;
    id: string;
    person: string;
    name: string;
    since: Generated<Date>;
    seen: Generated<Date>;
  };
  modification: ModificationTable;
  modification_content: ModificationContentTable;
  saved_view: SavedViewTable;
  provision_version: ProvisionVersionTable;
  vote: OfEvent & { modification: string; step: string; seat: string; vote: string; reasons: string; cast_on: number };
  tally: OfEvent & {
    modification: string;
    step: string;
    outcome: string;
    tally: JSONColumnType<Tally>;
    closed_on: number;
  };
  response: OfEvent & {
    modification: string;
    step: string;
    party: string;
    stance: string | null;
    content_id: string;
    received_on: number;
  };
}

/** The projections: what an import must restore to the last row. */
export const PROJECTIONS = [
  'modification',
  'modification_content',
  'provision_version',
  'vote',
  'tally',
  'response',
  'notice',
  'stream_head',
  'checkpoint_head',
] as const satisfies readonly (keyof Tables)[];
