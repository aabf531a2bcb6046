import { type Inlines, presenceBy, presenceIn, runsOf, wordsIn } from './inline.ts';
import type { Presence, Properties, WordBlock, WordCell, WordParagraph, WordRow, WordTable } from './model.ts';
import { excerpt } from './notices.ts';
import { indentOf, outlineOf } from './styles.ts';
import { type Element, elementsIn, find, isOn, valueAt } from './xml.ts';

const THROUGH = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);
const HERE: Presence = { before: true, after: true };

/** Reads paragraphs and tables one after another, keeping what runs over several: ranges of moves, and fields. */
export class BodyReader {
  private readonly reading: Inlines;
  private paragraphs = 0;
  private tables = 0;
  private readonly moves = new Map<string, { name: string; end: 'from' | 'to' }>();
  private waiting: string[] = [];

  constructor(reading: Inlines) {
    this.reading = reading;
  }

  /** The blocks that an element of the body is or holds. */
  blocks(element: Element, inside: Presence = HERE): WordBlock[] {
    const { notices } = this.reading;
    if (element.name === 'w:p') return [this.paragraph(element, inside)];
    if (element.name === 'w:tbl') return [this.table(element, inside)];
    if (THROUGH.has(element.name)) {
      return elementsIn(element).flatMap((child) => this.blocks(child, presenceIn(element.name, inside)));
    }
    if (element.name === 'mc:AlternateContent') {
      const chosen = find(element, 'mc:Choice') ?? find(element, 'mc:Fallback');
      return chosen === null ? [] : elementsIn(chosen).flatMap((child) => this.blocks(child, inside));
    }
    if (element.name === 'w:altChunk') notices.lost('other-format', '');
    if (element.name === 'w:sectPr') notices.properties(element);
    if (element.name.startsWith('m:')) {
      const runs = runsOf({ name: 'w:p', attributes: {}, children: [element] }, this.reading, inside);
      if (runs.length > 0) return [{ ...this.bare(), runs }];
    }
    notices.mark(element);
    this.range(element);
    return [];
  }

  private bare(): WordParagraph {
    this.paragraphs += 1;
    const plain = propertiesOf(null);
    const bookmarks = this.waiting;
    this.waiting = [];
    return {
      kind: 'paragraph',
      key: this.paragraphs,
      source: this.paragraphs,
      bookmarks,
      before: plain,
      after: plain,
      mark: HERE,
      move: null,
      leavesLine: false,
      runs: [],
    };
  }

  private paragraph(element: Element, inside: Presence): WordParagraph {
    const { notices, fields } = this.reading;
    const bare = this.bare();
    notices.at(`paragraph ${bare.key} “${excerpt(wordsIn(element))}”`);
    const properties = find(element, 'w:pPr');
    const markProperties = find(properties, 'w:rPr');
    const mark = both(presenceBy(markProperties), inside);
    this.changes(properties, markProperties);
    const open = new Set(this.moves.keys());
    for (const child of elementsIn(element)) this.range(child);
    const bookmarks = [...bare.bookmarks, ...this.waiting];
    this.waiting = [];
    const movedBy = ['w:moveFrom', 'w:moveTo'].find((name) => find(markProperties, name) !== null);
    const [range, named] =
      movedBy === undefined
        ? []
        : ([...this.moves].findLast(([, one]) => movedBy.toLowerCase().endsWith(one.end)) ?? []);
    const move = range === undefined || named === undefined ? null : { ...named, inside: !open.has(range) };
    const runs = runsOf(element, this.reading, inside);
    fields.endParagraph();
    return { ...bare, bookmarks, ...propertiesBothWays(properties), mark, move, runs };
  }

  /** Counts the changes that the properties of a paragraph say. */
  private changes(properties: Element | null, mark: Element | null): void {
    const { notices } = this.reading;
    for (const [name, kind] of MARKS) if (find(mark, name) !== null) notices.change(kind);
    if (find(mark, 'w:rPrChange') !== null) notices.change('text-formatting');
    notices.properties(find(properties, 'w:sectPr'));
    if (find(properties, 'w:numPr', 'w:ins') !== null || find(properties, 'w:numPr', 'w:numberingChange') !== null) {
      notices.change('numbering');
    }
    const change = find(properties, 'w:pPrChange');
    if (change === null) return;
    const { before, after } = propertiesBothWays(properties);
    const numbered = JSON.stringify(before.numbering) !== JSON.stringify(after.numbering);
    if (numbered) notices.change('numbering');
    if (before.style !== after.style || before.outline !== after.outline) notices.change('style');
    else if (!numbered) notices.change('paragraph-formatting');
  }

  /** Keeps what ranges of moves are open and which bookmarks begin, wherever in a body they stand. */
  private range({ name, attributes }: Element): void {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:bookmarkStart') this.waiting.push(attributes['w:name'] ?? '');
    if (name === 'w:moveFromRangeStart') this.moves.set(id, { name: attributes['w:name'] ?? '', end: 'from' });
    if (name === 'w:moveToRangeStart') this.moves.set(id, { name: attributes['w:name'] ?? '', end: 'to' });
    if (name === 'w:moveFromRangeEnd' || name === 'w:moveToRangeEnd') this.moves.delete(id);
  }

  private table(element: Element, inside: Presence): WordTable {
    const { notices } = this.reading;
    this.tables += 1;
    const key = this.tables;
    notices.at(`table ${key}`);
    notices.properties(find(element, 'w:tblPr'));
    notices.properties(find(element, 'w:tblGrid'));
    return { kind: 'table', key, rows: this.rows(element, inside) };
  }

  private rows(element: Element, inside: Presence): WordRow[] {
    return elementsIn(element).flatMap((child): WordRow[] => {
      if (THROUGH.has(child.name)) return this.rows(child, presenceIn(child.name, inside));
      if (child.name !== 'w:tr') {
        this.range(child);
        this.reading.notices.mark(child);
        return [];
      }
      const properties = find(child, 'w:trPr');
      const presence = presenceBy(properties);
      if (!presence.before) this.reading.notices.change('row-inserted');
      if (!presence.after) this.reading.notices.change('row-deleted');
      this.reading.notices.properties(properties);
      this.reading.notices.properties(find(child, 'w:tblPrEx'));
      const header = isOn(properties, 'w:tblHeader') ?? false;
      return [{ in: both(presence, inside), header, cells: this.cells(child) }];
    });
  }

  private cells(element: Element): WordCell[] {
    const { notices } = this.reading;
    return elementsIn(element).flatMap((child): WordCell[] => {
      if (THROUGH.has(child.name)) return this.cells(child);
      if (child.name !== 'w:tc') {
        this.range(child);
        return [];
      }
      const properties = find(child, 'w:tcPr');
      const [inserted, deleted] = [find(properties, 'w:cellIns') !== null, find(properties, 'w:cellDel') !== null];
      if (inserted) notices.change('cell-inserted');
      if (deleted) notices.change('cell-deleted');
      if (find(properties, 'w:cellMerge') !== null) notices.change('cells-merged');
      if (find(properties, 'w:gridSpan') !== null || find(properties, 'w:vMerge') !== null) {
        notices.lost('merged-cell', wordsIn(child));
      }
      notices.properties(properties);
      const blocks = elementsIn(child).flatMap((block) => this.blocks(block));
      return [{ in: { before: !inserted, after: !deleted }, blocks }];
    });
  }
}

const MARKS = [
  ['w:ins', 'paragraph-inserted'],
  ['w:del', 'paragraph-deleted'],
  ['w:moveFrom', 'paragraph-moved'],
] as const;

function both(a: Presence, b: Presence): Presence {
  return { before: a.before && b.before, after: a.after && b.after };
}

function propertiesOf(element: Element | null): Properties {
  const numbering = find(element, 'w:numPr');
  const level = valueAt(numbering, 'w:ilvl');
  return {
    style: valueAt(element, 'w:pStyle'),
    numbering:
      numbering === null ? null : { id: valueAt(numbering, 'w:numId'), level: level === null ? null : Number(level) },
    outline: outlineOf(element),
    indent: indentOf(element),
  };
}

/** The properties after the change that is tracked in them, and those before it. */
function propertiesBothWays(element: Element | null): { before: Properties; after: Properties } {
  const after = propertiesOf(element);
  const change = find(element, 'w:pPrChange');
  if (change !== null) return { before: propertiesOf(find(change, 'w:pPr')), after };
  const numberedNow = find(element, 'w:numPr', 'w:ins') !== null;
  return { before: numberedNow ? { ...after, numbering: null } : after, after };
}
