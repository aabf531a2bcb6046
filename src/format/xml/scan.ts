/** An element as it stands in a file. Attributes go by their qualified names. */
export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: (XmlElement | string)[];
  readonly parent: XmlElement | null;
  /** 1 for the first of its name among its siblings. */
  readonly ordinal: number;
  /** Where its opening tag stands. */
  readonly line: number;
}

/** A processing instruction, which nobody follows. */
export interface Instruction {
  readonly target: string;
  readonly line: number;
}

/** Elements, or where and why a limit stopped the scan. */
export type Scanned =
  | { readonly ok: true; readonly root: XmlElement; readonly instructions: readonly Instruction[] }
  | { readonly ok: false; readonly line: number; readonly fault: string };

/** Deeper than any text is nested, and shallow enough to be walked by recursion. */
const DEEPEST = 200;
const LONGEST_ATTRIBUTE = 1024 * 1024;
/** Eight times those of an ordinary 5 MB; each takes memory however small it is in the file. */
const MOST_ELEMENTS = 500_000;

/** Characters between two tellings of how far the scan is. */
const TOLD_EACH = 256 * 1024;

/** What is open while scanning: an element, the prefixes declared on the way to it, how often each name came in it. */
interface Open {
  readonly element: XmlElement;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly named: Map<string, number>;
}

const XML_PREFIX: ReadonlyMap<string, string> = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * The elements of a text that is known to be well-formed XML without a document type: it looks for the ends of things
 * and checks nothing that a parser has checked, which is why it is quick. Now and then it tells which part of it is done.
 */
export function scanXml(text: string, progress?: (part: number) => void): Scanned {
  const open: Open[] = [];
  const instructions: Instruction[] = [];
  let root: XmlElement | null = null;
  let line = 1;
  let elements = 0;
  let newline = text.indexOf('\n');
  const lineAt = (position: number): number => {
    while (newline !== -1 && newline < position) {
      line += 1;
      newline = text.indexOf('\n', newline + 1);
    }
    return line;
  };
  let told = TOLD_EACH;
  let at = text.indexOf('<');
  while (at !== -1) {
    if (at > told) {
      told = at + TOLD_EACH;
      progress?.(at / text.length);
    }
    let end: number;
    const mark = text[at + 1];
    if (mark === '!') {
      const isComment = text.startsWith('<!--', at);
      end = text.indexOf(isComment ? '-->' : ']]>', at + 4) + 3;
      if (!isComment) open.at(-1)?.element.content.push(newlines(text.slice(at + 9, end - 3)));
    } else if (mark === '?') {
      end = text.indexOf('?>', at) + 2;
      const target = text.slice(at + 2, end - 2).split(/\s/, 1)[0] ?? '';
      if (target !== 'xml') instructions.push({ target, line: lineAt(at) });
    } else if (mark === '/') {
      end = text.indexOf('>', at) + 1;
      open.pop();
    } else {
      if (open.length >= DEEPEST)
        return { ok: false, line: lineAt(at), fault: `Elements are nested more than ${DEEPEST} deep` };
      elements += 1;
      if (elements > MOST_ELEMENTS) {
        return { ok: false, line: lineAt(at), fault: `The file has more than ${MOST_ELEMENTS} elements` };
      }
      const above = open.at(-1);
      const tag = scanTag(text, at);
      end = tag.end;
      if (tag.longest > LONGEST_ATTRIBUTE) {
        const fault = `An attribute has ${tag.longest} characters; at most ${LONGEST_ATTRIBUTE} are read`;
        return { ok: false, line: lineAt(at), fault };
      }
      const prefixes = declared(above?.prefixes ?? XML_PREFIX, tag.attributes);
      const colon = tag.name.indexOf(':');
      const ordinal = (above?.named.get(tag.name) ?? 0) + 1;
      above?.named.set(tag.name, ordinal);
      const element: XmlElement = {
        name: tag.name,
        local: colon === -1 ? tag.name : tag.name.slice(colon + 1),
        uri: prefixes.get(colon === -1 ? '' : tag.name.slice(0, colon)) ?? '',
        attributes: tag.attributes,
        content: [],
        parent: above?.element ?? null,
        ordinal,
        line: lineAt(at),
      };
      if (above === undefined) root = element;
      else above.element.content.push(element);
      if (!tag.closed) open.push({ element, prefixes, named: new Map() });
    }
    at = text.indexOf('<', end);
    if (at > end) open.at(-1)?.element.content.push(decoded(text.slice(end, at)));
  }
  return root === null ? { ok: false, line: 1, fault: 'The file holds no element' } : { ok: true, root, instructions };
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly closed: boolean;
  readonly longest: number;
  /** Just after it. */
  readonly end: number;
}

const NAME = /[^\s/>=]+/y;
const SPACE = /[\s=]*/y;

function scanTag(text: string, at: number): Tag {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0] ?? '';
  let attributes: Map<string, string> | null = null;
  let longest = 0;
  let end = at + 1 + name.length;
  for (;;) {
    end = skip(text, end);
    const mark = text[end];
    if (mark === '>') return { name, attributes: attributes ?? NO_ATTRIBUTES, closed: false, longest, end: end + 1 };
    if (mark === '/') return { name, attributes: attributes ?? NO_ATTRIBUTES, closed: true, longest, end: end + 2 };
    NAME.lastIndex = end;
    const key = NAME.exec(text)?.[0] ?? '';
    const quote = skip(text, end + key.length);
    const close = text.indexOf(text[quote] as string, quote + 1);
    longest = Math.max(longest, close - quote - 1);
    attributes ??= new Map();
    attributes.set(key, decoded(text.slice(quote + 1, close).replace(/[\t\n\r]/g, ' ')));
    end = close + 1;
  }
}

function skip(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

function declared(
  above: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (!name.startsWith('xmlns')) continue;
    prefixes ??= new Map(above);
    prefixes.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), value);
  }
  return prefixes ?? above;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(words: string): string {
  if (!words.includes('&')) return newlines(words);
  return newlines(words).replace(/&([^;]+);/g, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function newlines(words: string): string {
  return words.includes('\r') ? words.replace(/\r\n?/g, '\n') : words;
}
