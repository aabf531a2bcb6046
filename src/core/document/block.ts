import type { RedlineBlock } from '../code/redline.ts';
import type { Certainty } from '../kernel/citation.ts';
import type { Day } from '../kernel/day.ts';

/** A paper as a tree of blocks: one value that HTML, PDF and DOCX print with the same words. */
export interface Document {
  /** File stem: `initial-modification-report`. */
  readonly id: string;
  readonly title: string;
  readonly language: 'en-GB';
  /** The day that the paper bears; the creation date of its files. */
  readonly dated: Day;
  /** The role that issues it. */
  readonly author: string;
  /** Whose words these are, printed on its face. */
  readonly notice: string;
  readonly cover: Cover;
  /** Printed at the foot of every page beside `Page N of M`. */
  readonly footer: readonly string[];
  /** Whether a table of contents is printed after the cover. */
  readonly contents: boolean;
  readonly blocks: readonly Block[];
}

export interface Cover {
  /** `Stage 01: Initial Modification Report`. */
  readonly kicker: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly number: string | null; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[]; readonly ordered: boolean }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'note'; readonly title: string; readonly runs: readonly Inline[] }
  /** A box of the cover; `mark` is the short sign in it: `P3`. */
  | { readonly kind: 'panel'; readonly mark: string | null; readonly title: string; readonly blocks: readonly Block[] }
  /** A provision of a code: its number stands out before its words, as deep as it is nested. */
  | {
      readonly kind: 'provision';
      readonly number: string | null;
      readonly runs: readonly Inline[];
      readonly depth: number;
      /** Whether it is set small, as notes are. */
      readonly small: boolean;
    }
  | { readonly kind: 'quote'; readonly number: string | null; readonly text: string; readonly depth: number }
  | { readonly kind: 'stages'; readonly title: string; readonly stages: readonly StageMark[] }
  | { readonly kind: 'redline'; readonly blocks: readonly RedlineBlock[] }
  | { readonly kind: 'page-break' };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'certainty'; readonly certainty: Certainty }
  | { readonly kind: 'footnote'; readonly id: string; readonly text: string };

export interface Table {
  /** Empty for a table without one. */
  readonly caption: string;
  /** Titles that are all empty stand for a table without a row of headings. */
  readonly columns: readonly { readonly title: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  /** Whether the first cell of each row is its header. */
  readonly rowHeaders: boolean;
}

/** A stage on the cover's tracker. */
export interface StageMark {
  readonly number: string;
  readonly title: string;
  readonly status: 'done' | 'current' | 'ahead' | 'skipped' | 'not-reached';
}
