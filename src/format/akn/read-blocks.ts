import { PROVISION_KINDS, type Provision, type ProvisionKind } from '../../core/code/provision.ts';
import { elementsOf } from '../xml/parse.ts';
import type { XmlElement } from '../xml/scan.ts';
import { isLayout, piecesOf, remarkOnAttributes, wordsOf } from './read-words.ts';
import { type Growing, grow, growBelow, grown, type Reading } from './reading.ts';
import { rawOf } from './remarks.ts';
import { DOCUMENTS, isAkn, KIND_OF, LINES, OWN_LEVELS, TRANSPARENT } from './vocabulary.ts';

/** Reads everything in an element into the provision that it belongs to, in order. */
export function readContent(element: XmlElement, into: Growing, reading: Reading): void {
  for (const part of element.content) {
    if (typeof part !== 'string') readBlock(part, into, reading);
    else if (!isLayout(part)) {
      const loose = { ...element, content: [part], attributes: new Map<string, string>() };
      addPieces(loose, into, reading);
    }
  }
}

function readBlock(element: XmlElement, into: Growing, reading: Reading): void {
  const { local, attributes, uri } = element;
  if (!isAkn(uri)) readForeign(element, into, reading);
  else if (local === 'num') into.number = wordsOrNull(element, into, reading);
  else if (local === 'heading' || local === 'caption')
    into.heading = wordsOrNull(element, into, reading) ?? into.heading;
  else if (local === 'subheading' || local === 'crossHeading') readCrossHeading(element, into, reading);
  else if (LINES.has(local)) addPieces(element, into, reading);
  else if (local === 'hcontainer') readNamed(element, into, reading);
  else if (KIND_OF[local] !== undefined) readLevel(element, KIND_OF[local], into, reading);
  else if (TRANSPARENT.has(local)) readContent(element, into, reading);
  else if (local === 'blockList' || local === 'ul' || local === 'ol' || isBareList(element))
    readContent(element, into, reading);
  else if (local === 'item' || local === 'li')
    below(element, 'sub-paragraph', into, reading, () => remarkOnAttributes(element, reading));
  else if (local === 'table') readTable(element, into, reading);
  else if (local === 'img') addImage(element, into, reading);
  else if (local === 'toc')
    reading.remarks.list(element, 'A table of contents is made from the text and not kept.', rawOf(element));
  else if (local === 'meta') readMeta(element, reading);
  else if (local === 'quotedStructure' || local === 'embeddedStructure' || local === 'subFlow') {
    below(element, 'paragraph', into, reading, () => {
      reading.remarks.list(element, `"${element.name}" is kept as words where it stands, not as what it quotes.`);
    });
  } else if (DOCUMENTS.has(local)) readContent(element, into, reading);
  else if (attributes.has('src') && elementsOf(element).length === 0) {
    reading.remarks.list(element, `"${element.name}" stands for another file, which is not read.`, rawOf(element));
  } else readWrapper(element, into, reading);
}

/** A level of the hierarchy. */
function readLevel(element: XmlElement, kind: ProvisionKind, into: Growing, reading: Reading): void {
  below(element, kind, into, reading, () => {
    remarkOnAttributes(element, reading, ['name']);
    if (!OWN_LEVELS.has(element.local)) reading.remarks.list(element, `"${element.name}" is kept as a ${kind}.`);
  });
}

/** A level named by whoever wrote the file: a kind of ours, or a wrapper. */
function readNamed(element: XmlElement, into: Growing, reading: Reading): void {
  const name = element.attributes.get('name') ?? '';
  const kind = PROVISION_KINDS.find((one) => one === name);
  if (kind !== undefined) below(element, kind, into, reading, () => remarkOnAttributes(element, reading, ['name']));
  else if (!(reading.isOurs && name === 'empty')) readWrapper(element, into, reading);
}

/** What groups others under a name that is not ours: a part, or a paragraph where it holds no more than words. */
function readWrapper(element: XmlElement, into: Growing, reading: Reading): void {
  if (element.content.some((part) => typeof part === 'string' && !isLayout(part))) {
    reading.remarks.list(element, `"${element.name}" is kept as words.`);
    addPieces(element, into, reading);
    return;
  }
  const wrapper = grow(reading, element, 'part', into.id);
  readContent(element, wrapper, reading);
  const isWords = wrapper.heading === null && wrapper.children.every((child) => child.kind === 'note');
  if (isWords) wrapper.kind = 'paragraph';
  remarkOnAttributes(element, reading, ['name']);
  if (isWords && wrapper.number === null && wrapper.lines.length === 0 && wrapper.children.length === 0) {
    reading.remarks.list(element, `"${element.name}" holds no words and is not kept.`, rawOf(element));
    return;
  }
  const name = element.attributes.get('name');
  const called = name === undefined ? '' : ` named "${name}"`;
  reading.remarks.list(element, `"${element.name}"${called} is kept as a ${wrapper.kind}.`);
  push(into, grown(wrapper));
}

function below(element: XmlElement, kind: ProvisionKind, into: Growing, reading: Reading, remark: () => void): void {
  const growing = grow(reading, element, kind, into.id);
  remark();
  readContent(element, growing, reading);
  push(into, grown(growing));
}

function push(into: Growing, provision: Provision): void {
  into.children.push(provision);
  into.takesWords = false;
}

/** A list that only groups its points: they belong to what the list is in. */
function isBareList(element: XmlElement): boolean {
  const isList = element.local === 'list' || element.local === 'sublist';
  return isList && !elementsOf(element).some(({ local }) => local === 'num' || local === 'heading');
}

function readCrossHeading(element: XmlElement, into: Growing, reading: Reading): void {
  const heading = grow(reading, element, 'heading', into.id);
  heading.heading = wordsOrNull(element, heading, reading);
  if (element.local !== 'crossHeading') reading.remarks.list(element, `"${element.name}" is kept as a heading below.`);
  push(into, grown(heading));
}

function wordsOrNull(element: XmlElement, into: Growing, reading: Reading): string | null {
  const words = wordsOf(element, reading, (note) => addNote(note, into, reading));
  return words === '' ? null : words;
}

/** An element of another namespace: its words stand where it stands. */
function readForeign(element: XmlElement, into: Growing, reading: Reading): void {
  const words = wordsIn(element);
  reading.remarks.list(
    element,
    `"${element.name}" is not of Akoma Ntoso; only its words are in the text.`,
    rawOf(element),
  );
  if (words !== '') addLine(words, into, reading);
}

function wordsIn(element: XmlElement): string {
  const words = element.content.map((part) => (typeof part === 'string' ? part : wordsIn(part))).join(' ');
  return words.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

function readMeta(element: XmlElement, reading: Reading): void {
  for (const part of elementsOf(element)) {
    if (part.local === 'notes' || part.attributes.get('source') === '#proviso') continue;
    reading.remarks.list(part, `The metadata "${part.name}" is not part of the text.`, rawOf(part));
  }
}

function addPieces(element: XmlElement, into: Growing, reading: Reading): void {
  remarkOnAttributes(element, reading, element.local === 'block' ? ['name'] : []);
  for (const piece of piecesOf(element, reading)) {
    if (piece.kind === 'structure') readBlock(piece.element, into, reading);
    else {
      const isPicture = piece.text === '' && piece.images.length > 0;
      const holder =
        isPicture && piece.notes.length === 0 ? into : addLine(piece.text, into, reading, piece.notes.length > 0);
      for (const note of piece.notes) addNote(note, holder ?? into, reading);
      if (holder !== null && holder !== into) push(into, grown(holder));
      for (const image of piece.images) addImage(image, into, reading);
    }
  }
}

/**
 * Puts a line of words into a provision while it takes words; after that into a paragraph of its own, which is given
 * back for its notes when there are any.
 */
function addLine(words: string, into: Growing, reading: Reading, hasNotes = false): Growing | null {
  if (into.takesWords) {
    if (words !== '' || hasNotes || reading.isOurs) into.lines.push(words);
    return into;
  }
  if (words === '' && !hasNotes) return null;
  const paragraph = growBelow(reading, 'paragraph', into.id);
  paragraph.lines.push(words);
  if (hasNotes) return paragraph;
  push(into, grown(paragraph));
  return null;
}

function addNote(element: XmlElement, into: Growing, reading: Reading): void {
  const note = grow(reading, element, 'note', into.id);
  note.number = element.attributes.get('marker') ?? null;
  if (note.number === '') note.number = null;
  remarkOnAttributes(element, reading, ['marker', 'placement']);
  readContent(element, note, reading);
  into.children.push(grown(note));
}

function addImage(element: XmlElement, into: Growing, reading: Reading): void {
  const src = element.attributes.get('src') ?? '';
  const text = element.attributes.get('alt') ?? '';
  if (/^\s*(?:data|javascript):/i.test(src)) {
    reading.remarks.refuse(element, 'An image that is carried within the text, or is a program, is left out.');
    return;
  }
  if (into.kind === 'image' && into.heading === null) {
    into.heading = decodedUri(src);
    into.lines.splice(0, into.lines.length, text);
    return;
  }
  const image = grow(reading, element, 'image', into.id);
  remarkOnAttributes(element, reading, ['src', 'alt']);
  image.heading = src === '' ? null : decodedUri(src);
  image.lines.push(text);
  push(into, grown(image));
}

function decodedUri(uri: string): string {
  try {
    const plain = decodeURI(uri);
    return encodeURI(plain) === uri ? plain : uri;
  } catch {
    return uri;
  }
}

/** A table: rows of the table that it stands in when that has none yet, or else a table of its own. */
function readTable(element: XmlElement, into: Growing, reading: Reading): void {
  const isOwn = into.kind === 'table' && into.children.every((child) => child.kind === 'note');
  const table = isOwn ? into : grow(reading, element, 'table', into.id);
  remarkOnAttributes(element, reading);
  for (const part of elementsOf(element)) {
    if (part.local === 'tr') push(table, readRow(part, table, reading));
    else readBlock(part, table, reading);
  }
  if (!isOwn) push(into, grown(table));
}

function readRow(element: XmlElement, table: Growing, reading: Reading): Provision {
  const cells = elementsOf(element);
  const heads = cells.filter((cell) => cell.local === 'th').length;
  const row = grow(reading, element, heads === cells.length ? 'header-row' : 'row', table.id);
  remarkOnAttributes(element, reading);
  if (heads > 0 && heads < cells.length) reading.remarks.list(element, 'A heading beside cells is kept as a cell.');
  for (const part of cells) {
    const cell = grow(reading, part, 'cell', row.id);
    remarkOnAttributes(part, reading);
    readContent(part, cell, reading);
    push(row, flatCell(part, grown(cell), reading));
  }
  return grown(row);
}

/** A cell holds words and notes: whatever else is in it becomes lines of its words. */
function flatCell(element: XmlElement, cell: Provision, reading: Reading): Provision {
  if (cell.children.every((child) => child.kind === 'note')) return cell;
  reading.remarks.list(element, 'What is set out inside a cell is kept as lines of the cell.');
  const lines: string[] = [];
  const notes: Provision[] = [];
  const visit = (provision: Provision): void => {
    if (provision.kind === 'note') {
      notes.push(provision);
      return;
    }
    const line = [provision.number, provision.heading, provision.text].filter(
      (words) => words !== null && words !== '',
    );
    if (line.length > 0) lines.push(line.join(' '));
    provision.children.forEach(visit);
  };
  visit(cell);
  return { ...cell, number: null, heading: null, text: lines.join('\n'), children: notes };
}
