import { CHANGES, type ChangeKind, type NotCarried } from './model.ts';
import { type Element, elementsIn } from './xml.ts';

/** Formatting changes by the element that says them. */
const FORMATTING: Readonly<Record<string, ChangeKind>> = {
  'w:rPrChange': 'text-formatting',
  'w:sectPrChange': 'section-formatting',
  'w:tblPrChange': 'table-formatting',
  'w:tblPrExChange': 'table-formatting',
  'w:tblGridChange': 'table-grid',
  'w:trPrChange': 'row-formatting',
  'w:tcPrChange': 'cell-formatting',
  'w:numberingChange': 'numbering',
  'w:customXmlInsRangeStart': 'content-control',
  'w:customXmlDelRangeStart': 'content-control',
  'w:customXmlMoveFromRangeStart': 'content-control',
  'w:customXmlMoveToRangeStart': 'content-control',
};

const EXCERPT = 60;
/** A file with more of them than this is told by its counts alone. */
const MOST_TOLD = 1_000;

/** What a reading meets on its way: tracked changes counted by kind, and what is not carried, with its place. */
export class Notices {
  readonly changes = new Map<ChangeKind, number>();
  readonly notCarried: NotCarried[] = [];
  /** How many of each kind are not carried, told or not. */
  readonly counts = new Map<NotCarried['kind'], number>();
  private place = 'the file';

  /** Says where the reading is. */
  at(place: string): void {
    this.place = place;
  }

  change(kind: ChangeKind): void {
    this.changes.set(kind, (this.changes.get(kind) ?? 0) + 1);
    if (!CHANGES[kind]) this.lost('tracked-formatting', kind.replace('-', ' '));
  }

  lost(kind: NotCarried['kind'], detail: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    if (this.notCarried.length < MOST_TOLD) this.notCarried.push({ kind, place: this.place, detail: excerpt(detail) });
  }

  /** Counts an element that is itself a change of formatting or of a content control. */
  mark(element: Element): void {
    const kind = FORMATTING[element.name];
    if (kind !== undefined) this.change(kind);
  }

  /** Counts every change of formatting among the properties of a paragraph, table, row, cell or section. */
  properties(element: Element | null): void {
    if (element === null) return;
    for (const child of elementsIn(element)) {
      this.mark(child);
      if (!(child.name in FORMATTING)) this.properties(child);
    }
  }
}

/** The first words of a text, for a list. */
export function excerpt(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length > EXCERPT ? `${plain.slice(0, EXCERPT)}…` : plain;
}
