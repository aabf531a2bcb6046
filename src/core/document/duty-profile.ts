import type { Amendment } from '../code/amendment.ts';
import type { DocumentInstrument, ImportReport, LifeEvent, ReadDocument } from '../code/document-file.ts';
import type { CodeText } from '../code/provision.ts';
import type { Day } from '../kernel/day.ts';
import type { Wordings } from '../kernel/reading.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { ObligationChange } from '../obligation/obligation-change.ts';
import type { WordsInForce } from '../obligation/words-in-force.ts';

/** The text of an instrument on a day, from which a profile takes provisions. */
export interface ProfiledText {
  readonly instrument: DocumentInstrument;
  readonly text: CodeText;
  readonly version: LifeEvent;
}

/** What binds a class of parties on a day, or what a modification changes: on its way into a file. */
export interface DutyProfile {
  /** The class or the modification by id, and what it is called. */
  readonly of: { readonly kind: 'class' | 'modification'; readonly id: string; readonly title: string };
  readonly code: string;
  readonly on: Day;
  /** In the order of the rulebook. */
  readonly texts: readonly ProfiledText[];
  /** Each duty, with the words that it bears on the day; null where a modification changes it and no words are in force. */
  readonly duties: readonly { readonly obligation: Obligation; readonly words: WordsInForce | null }[];
  /** Duties of the class whose words are not in force on the day. */
  readonly asleep: number;
  /** The wordings that these duties bear or come to bear. */
  readonly wordings: readonly Wordings[];
  readonly changes: readonly ObligationChange[];
  /** Of the first text. */
  readonly amendments: readonly Amendment[];
}

/** A file of OSCAL as it was read. Nothing of it is stored by reading it. */
export interface ReadOscal {
  /** `catalog`, `profile`, `system-security-plan`. */
  readonly root: string;
  readonly title: string;
  /** The version that the file says it is, and that of OSCAL. */
  readonly version: string;
  readonly oscalVersion: string;
  /** Whether the file says that it was made here. */
  readonly ours: boolean;
  /** The text, of a catalog. */
  readonly document: ReadDocument | null;
  /** What a profile takes from which catalogs; null for all controls. */
  readonly includes: readonly { readonly from: string; readonly controls: readonly string[] | null }[];
  readonly obligations: readonly Obligation[];
  readonly wordings: readonly Wordings[];
  readonly changes: readonly ObligationChange[];
  readonly amendments: readonly Amendment[];
  readonly report: ImportReport;
}
