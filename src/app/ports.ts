import type { AmendingDocument, DocumentVersion, ReadDocument } from '../core/code/document-file.ts';
import type { CodeText, Provision } from '../core/code/provision.ts';
import type { SearchPart } from '../core/code/search.ts';
import type { DraftReader, DraftToKeep, WorkingDraft } from '../core/code/working-draft.ts';
import type { DutyProfile, ReadOscal } from '../core/document/duty-profile.ts';
import type { Day } from '../core/kernel/day.ts';
import type { Instant } from '../core/kernel/instant.ts';
import type { Rejection } from '../core/kernel/rejection.ts';
import type { DraftFile, ResponseDraft, ResponseDraftKey } from '../core/modification/consultation/response-draft.ts';
import type { OpenRow, RegisterAnswer, RegisterQuery, RegisterRow } from '../core/modification/register.ts';
import type { Actor } from '../core/party/actor.ts';
import type { Case } from '../core/rulebook/case.ts';
import type { StreamProof } from '../core/rulebook/proof.ts';
import type { RecordEvent } from '../core/rulebook/record-event.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import type { Notices } from './notice/notices.ts';

/** What the operations need of the world. `main.ts` gives it; tests give the same store on a throwaway database. */
export interface Ports {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly rulebooks: Rulebooks;
  readonly random: Random;
  readonly documents: DocumentFormats;
}

/** The one source of "now". A demonstration runs on a case clock, which is advanced by its visitor. */
export interface Clock {
  readonly kind: 'real' | 'case';
  now(): Instant;
  /** Moves a case clock forward. Rejects with an error on a real clock. */
  advanceTo(to: Instant): Promise<void>;
}

/** Chance, for ids and salts. */
export interface Random {
  /** A fresh identifier: 22 characters of base64url. */
  id(): string;
  /** SHA-256 (hex) of UTF-8 text. */
  digest(text: string): string;
}

/** The rulebooks that the program ships or the record has stored. */
export interface Rulebooks {
  /** Every one that comes with the program, in order of codes. Reading them keeps none in the record. */
  shipped(): Promise<readonly Rulebook[]>;
  /** The current one of a code. */
  current(code: string): Promise<Rulebook>;
  /** The one that a proposal pinned; from the record when the files have changed since. */
  byDigest(digest: string): Promise<Rulebook>;
}

/** An event as it is kept. */
export interface RecordedEvent<E extends RecordEvent = RecordEvent> {
  /** `modification/SECMP0065`. */
  readonly stream: string;
  /** 1 for the first event of the stream. */
  readonly version: number;
  /** Position in the whole log; commit order. */
  readonly position: number;
  readonly event: E;
  readonly actor: Actor;
  /** What caused it: an operation by name, or `clock`. */
  readonly cause: string;
  readonly recordedAt: Instant;
  /** SHA-256 (hex) over the previous hash and the canonical JSON of this event. */
  readonly hash: string;
}

/** Events for one stream, to be appended if it is still at `expectedVersion` (0: it does not exist). */
export interface Append {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly RecordEvent[];
  /** Content kept beside the chain; its digest is in one of the events. */
  readonly confidential?: readonly ConfidentialContent[];
}

/** Content beside the chain: readable by its owner party and the roles named, and erasable. */
export interface ConfidentialContent {
  readonly id: string;
  readonly salt: string;
  /** SHA-256 (hex) of salt + body. */
  readonly digest: string;
  readonly ownerParty: string | null;
  readonly body: string;
}

/** Who appends, and by which operation. */
export interface AppendedBy {
  readonly actor: Actor;
  readonly cause: string;
  /** The request that asked for it, noted in the same transaction; absent when it carried no key. */
  readonly request?: RequestKey;
}

/** A request that can be sent again without being done again. */
export interface RequestKey {
  /** Who sent it, by id: keys of different people never meet. */
  readonly actor: string;
  readonly key: string;
  /** SHA-256 (hex) of what was asked. */
  readonly digest: string;
}

/** Requests that carried a key. They are forgotten after a week by the wall clock. */
export interface Requests {
  /** `recorded`: the last position of the log that it came to. `answer` is null where the server stopped before it was kept. */
  find(
    actor: string,
    key: string,
  ): Promise<{
    readonly digest: string;
    readonly recorded: number | null;
    readonly answer: { readonly answer: unknown } | null;
  } | null>;
  /** Keeps what a request came to. */
  answered(request: RequestKey, answer: unknown): Promise<void>;
}

export type AppendResult =
  | { readonly ok: true; readonly events: readonly RecordedEvent[] }
  | { readonly ok: false; readonly conflict: { readonly stream: string; readonly actualVersion: number } };

/** Where a stream ends. */
export interface StreamHead {
  readonly stream: string;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly hash: string;
}

/** A version of a provision, from the projection. */
export interface ProvisionVersion {
  readonly instrument: string;
  readonly reference: string;
  readonly provision: Omit<Provision, 'children'>;
  readonly inForceFrom: Day;
  readonly inForceUntil: Day | null;
  readonly label: string;
}

/** What is sought among provisions, all of it in one and the same. */
export interface ProvisionSearch {
  readonly instrument: string;
  /** Document by id; null: all. */
  readonly document: string | null;
  /** At least one that is not left out. */
  readonly parts: readonly SearchPart[];
  readonly on: Day;
  readonly knownAt: Instant | null;
}

/** The record: an append-only log with projections that are written in the appending transaction. */
export interface RecordStore {
  /** All or nothing, over one or several streams. */
  append(appends: readonly Append[], by: AppendedBy): Promise<AppendResult>;
  /** A stream in order, as known at an instant (null: now). Empty when there is none. */
  read(stream: string, knownAt: Instant | null): Promise<readonly RecordedEvent[]>;
  /** All streams whose name starts with the prefix, each in order, as known at an instant. */
  readAll(prefix: string, knownAt: Instant | null): Promise<readonly RecordedEvent[]>;
  /** Every stream, or those whose name starts with the prefix, with its last event, in order of names, as known at an instant. */
  heads(knownAt: Instant | null, prefix?: string): Promise<readonly StreamHead[]>;
  register(knownAt: Instant | null): Promise<readonly RegisterRow[]>;
  /** Those of the register whose end is not recorded, with the versions of their streams, in order of identifiers. */
  openModifications(knownAt: Instant | null): Promise<readonly OpenRow[]>;
  searchRegister(query: RegisterQuery): Promise<RegisterAnswer>;
  /** Those of the provisions named by printed reference that were in force on a day, as known at an instant. */
  provisionsOn(
    instrument: string,
    references: readonly string[],
    at: { readonly on: Day; readonly knownAt: Instant | null },
  ): Promise<readonly ProvisionVersion[]>;
  /** A document, named by id, with all that stands in it on a day, as known at an instant; null when it does not stand then. */
  sectionOn(
    instrument: string,
    document: string,
    at: { readonly on: Day; readonly knownAt: Instant | null },
  ): Promise<Provision | null>;
  /** Those of a day that hold everything sought, by id and rank, the best first. */
  searchProvisions(search: ProvisionSearch): Promise<readonly { readonly id: string; readonly rank: number }[]>;
  /** The stem by which each word is found in all its forms; null for a word that no search looks for. */
  stemsOf(words: readonly string[]): Promise<readonly (string | null)[]>;
  confidential(id: string): Promise<ConfidentialContent | null>;
  /** Keeps a rulebook (its files, as JSON text) by digest; keeping it again changes nothing. */
  keepRulebook(digest: string, code: string, files: string): Promise<void>;
  rulebookFiles(digest: string): Promise<string | null>;
  /** Recomputes every chain, every confidential digest and every checkpoint. */
  verify(): Promise<Verification>;
  /** Working papers, which are no part of the record. */
  readonly drafts: WorkingDrafts;
  /** What people are told, and what became of telling them. */
  readonly notices: Notices;
  readonly responseDrafts: ResponseDrafts;
  /** Questions about the register that people named, which are no part of the record either. */
  readonly views: SavedViews;
  readonly requests: Requests;
  /** The proof of a stream under the latest checkpoint that covers it; null when there is none. */
  proof(stream: string): Promise<StreamProof | null>;
  /** Appends a checkpoint with a Merkle root (hex) over the stream heads. */
  checkpoint(): Promise<{ readonly root: string; readonly heads: number; readonly position: number }>;
  /** The whole record as lines of NDJSON: a manifest, then everything. */
  exportLines(): AsyncIterable<string>;
  /** Restores lines into an empty record. All or nothing. */
  importLines(lines: AsyncIterable<string>): Promise<{ readonly events: number } | { readonly rejection: Rejection }>;
  close(): Promise<void>;
}

/** A question about the register that somebody named. No part of the record, on the wall clock. */
export interface SavedView {
  readonly id: string;
  readonly title: string;
  readonly page: 'register' | 'board';
  /** As it stands in the address of the page: `status=open&sort=title`. */
  readonly query: string;
  /** Whether everybody sees it. */
  readonly shared: boolean;
  readonly by: { readonly id: string; readonly name: string };
}

/** Saved views: each person's own, and those that are shared. */
export interface SavedViews {
  /** One's own and the shared, in order of titles; without a person the shared. */
  list(person: string | null): Promise<readonly SavedView[]>;
  read(id: string): Promise<SavedView | null>;
  /** Keeps it; one of the same person, page and title is replaced. */
  keep(view: SavedView): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Working drafts, one for each modification, shared by all who may draft its legal text. */
export interface WorkingDrafts {
  read(modification: string): Promise<WorkingDraft | null>;
  list(): Promise<readonly WorkingDraft[]>;
  /** Keeps it if the draft is still at the revision expected (0: there is none yet); else gives the one that is there. */
  keep(
    draft: DraftToKeep,
    expected: number,
  ): Promise<
    { readonly ok: true; readonly draft: WorkingDraft } | { readonly ok: false; readonly found: WorkingDraft | null }
  >;
  /** Notes that someone has it open, and gives everyone who has, those left out who were not heard of for a minute. */
  opened(modification: string, reader: Omit<DraftReader, 'since'>): Promise<readonly DraftReader[]>;
  closed(modification: string, window: string): Promise<void>;
}

/** Drafts of responses, one for each owner and consultation, and their files. */
export interface ResponseDrafts {
  read(key: ResponseDraftKey): Promise<ResponseDraft | null>;
  /** Keeps it if it is still at the revision expected (0: there is none yet); else gives the one that is there. */
  keep(
    key: ResponseDraftKey,
    draft: Pick<ResponseDraft, 'content' | 'by'>,
    expected: number,
  ): Promise<
    { readonly ok: true; readonly draft: ResponseDraft } | { readonly ok: false; readonly found: ResponseDraft | null }
  >;
  /** Drops the draft and its files. */
  discard(key: ResponseDraftKey): Promise<void>;
  files(key: ResponseDraftKey): Promise<readonly DraftFile[]>;
  /** `body` is the file as base64. */
  addFile(key: ResponseDraftKey, file: DraftFile & { readonly body: string }): Promise<void>;
  /** Whether there was one. */
  removeFile(key: ResponseDraftKey, id: string): Promise<boolean>;
  file(key: ResponseDraftKey, id: string): Promise<(DraftFile & { readonly body: string }) | null>;
}

export type Verification =
  | { readonly ok: true; readonly streams: number; readonly events: number; readonly checkpoints: number }
  | {
      readonly ok: false;
      readonly stream: string;
      readonly version: number;
      readonly position: number;
      readonly fault: string;
    };

/** Cases on disk: for `--case DIR` and the demonstration. */
export interface Cases {
  /** Reads a case from its folder, with its rulebook from a folder of rulebooks (left out: those that ship). */
  read(
    directory: string,
    rulebooks?: string,
  ): Promise<
    | {
        readonly ok: true;
        readonly case: Case;
        readonly rulebook: Rulebook;
        /** The folder of the rulebook. */
        readonly from: string;
      }
    | { readonly ok: false; readonly faults: readonly Rejection[] }
  >;
}

/** A document as a file. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** `sec-g-2018-10-12.akn.xml`. */
  readonly fileName: string;
  /** What the text has and the form has no place for, counted; one sentence each. Absent: the form holds all of it. */
  readonly losses?: readonly string[];
}

/** What reading or writing a file comes to; a refusal names the file and the line. */
export type FileResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

/** What a reader is told of a file. */
export interface ReadOptions {
  /** Named in refusals. */
  readonly fileName: string;
  /** Format by name; null: by what the file begins with. */
  readonly format: string | null;
  /** The text that the file's own changes are against, for formats that tell changes. */
  readonly base: CodeText | null;
  /** Told now and then how many bytes of how many are read. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** The forms in which a text leaves and enters the record: `akn`, `json`, … Files are hostile until they are read. */
export interface DocumentFormats {
  read(bytes: Uint8Array, options: ReadOptions): Promise<FileResult<ReadDocument>>;
  write(version: DocumentVersion, format: string): Promise<FileResult<DocumentFile>>;
  writeAmending(amending: AmendingDocument, format: string): Promise<FileResult<DocumentFile>>;
  /** What binds a class, or what a modification changes, as an OSCAL profile. */
  writeProfile(profile: DutyProfile): Promise<DocumentFile>;
  /** Any file of OSCAL. */
  readOscal(bytes: Uint8Array, options: Pick<ReadOptions, 'fileName'>): Promise<FileResult<ReadOscal>>;
  /** How many pages a PDF has; refuses what is none, or cannot be read. */
  pagesOf(bytes: Uint8Array, fileName: string): Promise<FileResult<number>>;
}
