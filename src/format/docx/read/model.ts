/** Whether something stands in the text before the tracked changes (all rejected) and in the text after (all accepted). */
export interface Presence {
  readonly before: boolean;
  readonly after: boolean;
}

export type Side = keyof Presence;

/** Something in a run of a paragraph: words, or the mark of a note, or an image by reference. */
export interface WordRun {
  readonly in: Presence;
  readonly text: string;
  readonly bold: boolean;
  /** Character style by id. */
  readonly style: string | null;
  /** `footnote/3`, with the mark that the file sets for it in place of a counted one. */
  readonly note: { readonly of: string; readonly mark: string | null } | null;
  readonly image: string | null;
}

/** What bears on the structure in the properties of a paragraph. */
export interface Properties {
  readonly style: string | null;
  readonly numbering: { readonly id: string | null; readonly level: number | null } | null;
  readonly outline: number | null;
  readonly indent: number | null;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Unique in the file; the two ends of a tracked move have one. */
  readonly key: number;
  /** Where it stands in the file: another for each end of a move. */
  readonly source: number;
  readonly bookmarks: readonly string[];
  readonly before: Properties;
  readonly after: Properties;
  readonly mark: Presence;
  /** `inside`: the range that names the move begins within the paragraph, not before it. */
  readonly move: { readonly name: string; readonly end: 'from' | 'to'; readonly inside: boolean } | null;
  /** Whether an empty line stays on the side from which its words are gone. */
  readonly leavesLine: boolean;
  readonly runs: readonly WordRun[];
}

export interface WordCell {
  readonly in: Presence;
  readonly blocks: readonly WordBlock[];
}

export interface WordRow {
  readonly in: Presence;
  readonly header: boolean;
  readonly cells: readonly WordCell[];
}

export interface WordTable {
  readonly kind: 'table';
  readonly key: number;
  readonly rows: readonly WordRow[];
}

export type WordBlock = WordParagraph | WordTable;

/** Every kind of tracked change that is recognised, and whether the words and structure that we carry show it. */
export const CHANGES = {
  'text-inserted': true,
  'text-deleted': true,
  'text-moved': true,
  'paragraph-inserted': true,
  'paragraph-deleted': true,
  'paragraph-moved': true,
  'row-inserted': true,
  'row-deleted': true,
  'cell-inserted': true,
  'cell-deleted': true,
  'cells-merged': false,
  numbering: true,
  style: true,
  'field-code': false,
  'content-control': false,
  equation: true,
  'text-formatting': false,
  'paragraph-formatting': false,
  'section-formatting': false,
  'table-formatting': false,
  'table-grid': false,
  'row-formatting': false,
  'cell-formatting': false,
} as const satisfies Record<string, boolean>;

export type ChangeKind = keyof typeof CHANGES;

/** What a file holds that is not carried into words and structure: each is counted and told with its place. */
export const NOT_CARRIED = {
  'text-box': 'A text box: its words stand beside the text.',
  'header-or-footer': 'Words of a header or footer.',
  comment: 'A comment.',
  equation: 'An equation: its letters are read in line, its layout is not.',
  'embedded-object': 'An embedded object.',
  'other-format': 'A piece in another format (altChunk).',
  symbol: 'A letter of a symbol font, read by its code.',
  contents: 'A line of a contents list, which is made again from the headings.',
  'merged-cell': 'A cell that runs over several rows or columns: its words are kept in its first place.',
  'number-format': 'A number in a format that is written in digits here.',
  image: 'An image: kept by reference, its picture is not.',
  'tracked-formatting':
    'A tracked change that bears on no words: of formatting, field codes, content controls or merged cells.',
} as const satisfies Record<string, string>;

export interface NotCarried {
  readonly kind: keyof typeof NOT_CARRIED;
  /** Where: the number of the paragraph in the file with its first words, or the part. */
  readonly place: string;
  readonly detail: string;
}
