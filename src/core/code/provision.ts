/** What a provision is in the tree of a document. The order is that of the lists that ask for one. */
export const PROVISION_KINDS = [
  'section',
  'schedule',
  'appendix',
  'subsidiary-document',
  'part',
  'heading',
  'clause',
  'paragraph',
  'sub-paragraph',
  'definition',
  'condition',
  /** A table: its heading is the caption; below it rows only. */
  'table',
  /** A row of headings, and a row of a table; below them cells only. */
  'header-row',
  'row',
  'cell',
  /** A note to the provision above it; its number is its mark. */
  'note',
  /** An image by reference: its heading is the reference, its text says what it shows. */
  'image',
] as const;

export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/** A provision: its identity survives renumbering and moving; its number is what is printed. */
export interface Provision {
  /** Identity, never shown as a number: `g3-26`. Unique in the code. */
  readonly id: string;
  readonly kind: ProvisionKind;
  /** As printed: `G3.26`, `(a)`, `G`; null for what has none (headings, definitions). */
  readonly number: string | null;
  /** A title beside the number: `Security`, or the defined term of a definition. */
  readonly heading: string | null;
  /** The words, plain; empty for a pure container. */
  readonly text: string;
  readonly children: readonly Provision[];
}

const DIVISIONS: ReadonlySet<ProvisionKind> = new Set([
  'section',
  'schedule',
  'appendix',
  'subsidiary-document',
  'part',
  'heading',
]);

/** Whether a kind divides a text: what stands in it is read by itself. */
export function isDivision({ kind }: Pick<Provision, 'kind'>): boolean {
  return DIVISIONS.has(kind);
}

/** Whether a provision opens a division of a text, printed as a title over what is in it. */
export function opensDivision({ kind, number, heading }: Provision): boolean {
  return DIVISIONS.has(kind) && (heading ?? number ?? '') !== '';
}

/** The text of a code (or other instrument) on some day: its documents in order. */
export interface CodeText {
  /** `sec`, `gas-supply-licence`. */
  readonly code: string;
  readonly title: string;
  readonly provisions: readonly Provision[];
}

/** Where a provision stands: its parent (null at the top) and the sibling before it (null when first). */
export interface Place {
  readonly parent: string | null;
  readonly after: string | null;
}
