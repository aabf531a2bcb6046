import type { Day } from '../kernel/day.ts';
import type { Amendment } from './amendment.ts';
import type { CodeText, Provision } from './provision.ts';
import type { Drift } from './returned-text.ts';
import { walk } from './tree.ts';
import type { VersionPublished } from './version.ts';

/** The largest file that is read as a document, in bytes; whoever opens one asks its size first. */
export const LARGEST_DOCUMENT = 32 * 1024 * 1024;

/** The days on which something is in force. */
export interface InForce {
  readonly inForceFrom: Day;
  /** First day on which it no longer is; null while none is known. */
  readonly until: Day | null;
}

/** A version of an instrument as its life tells it; source is null for the text that the history starts from. */
export interface LifeEvent extends InForce {
  readonly label: string;
  readonly source: VersionPublished['source'] | null;
}

/** The instrument that a file is of. */
export interface DocumentInstrument {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly notice: string;
  /** First day of the first text in the record. */
  readonly since: Day;
}

/** A version of an instrument on its way into a file: the whole text, or one document of it. */
export interface DocumentVersion {
  readonly instrument: DocumentInstrument;
  /** The whole text of the day. */
  readonly text: CodeText;
  /** The one document by the id of its provision; null for the whole text. */
  readonly document: string | null;
  /** What goes into the file: the one document, or all of them. */
  readonly provisions: readonly Provision[];
  readonly on: Day;
  readonly version: LifeEvent;
  /** Every version of the text in order, and since when and until when each provision reads as it does; null when not asked. */
  readonly life: {
    readonly events: readonly LifeEvent[];
    readonly provisions: ReadonlyMap<string, InForce>;
  } | null;
}

/** A modification's legal text on its way into a file. */
export interface AmendingDocument {
  readonly modification: string;
  readonly title: string;
  readonly dated: Day;
  readonly instrument: DocumentInstrument;
  /** The version that it was drafted against. */
  readonly version: LifeEvent;
  readonly before: CodeText;
  readonly amendments: readonly Amendment[];
}

/** Something in a file that is not a provision of ours, with its place. */
export interface Remark {
  /** One sentence: what it is and what became of it. */
  readonly sentence: string;
  /** Where in the file: a path of elements, a part of a package. */
  readonly path: string;
  readonly line: number | null;
  /** How many of its like there are in the file; the place is that of the first. */
  readonly times: number;
  /** The piece as it stands in the file, when its words are not in the text; null when they are. */
  readonly raw: string | null;
}

/** What became of everything in a file. */
export interface ImportReport {
  /** How the file was understood: `Akoma Ntoso 3.0 (2017)`. */
  readonly dialect: string;
  /** Provisions by kind. */
  readonly kept: Readonly<Partial<Record<Provision['kind'], number>>>;
  /** Not understood: kept as words in its place, or here as it stands. */
  readonly listed: readonly Remark[];
  /** Left out on purpose, because no text may carry it. */
  readonly refused: readonly Remark[];
}

/** A file as it was read. */
export interface ReadDocument {
  readonly title: string | null;
  /** The title of the instrument of which a file of ours says that it is; left out where a file does not say. */
  readonly of?: string | null;
  /** The version that the file says it is, and the day of its text, where it says so. */
  readonly label: string | null;
  readonly dated: Day | null;
  readonly provisions: readonly Provision[];
  /** Changes that the file itself tells against the base it was read with; null when it is a clean text. */
  readonly amendments: readonly Amendment[] | null;
  /** Where the base is not the text that the file's own changes were made on; such places take no change from it. */
  readonly drift?: readonly Drift[];
  readonly report: ImportReport;
}

/** How many provisions of each kind there are. */
export function keptIn(provisions: readonly Provision[]): ImportReport['kept'] {
  const kept: Partial<Record<Provision['kind'], number>> = {};
  for (const { provision } of walk({ provisions })) kept[provision.kind] = (kept[provision.kind] ?? 0) + 1;
  return kept;
}
