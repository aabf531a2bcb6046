import { SaxesParser } from 'saxes';

/** An element of a part, by its usual prefix (`w:p`) whatever prefix the file uses. Text is kept where Word keeps words. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/\/officeDocument(\/2006)?\/relationships$/, 'r'],
  [/\/officeDocument(\/2006)?\/math$/, 'm'],
  [/\/drawingml(\/2006)?\/main$/, 'a'],
  [/\/drawingml(\/2006)?\/wordprocessingDrawing$/, 'wp'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/package\/2006\/relationships$/, 'rel'],
];

const TEXT_IN = new Set(['w:t', 'w:delText', 'm:t']);
const MOST_DEPTH = 400;
/** A whole code in Word has about half a million. */
const MOST_ELEMENTS = 1_000_000;
const CHUNK = 65_536;

/**
 * Gives each element that stands at a depth (0: the root) as a tree, one after another, so that a long part is never
 * whole in memory. Returns one phrase that says what is wrong with the part, or null. Now and then it tells how many bytes
 * of how many are done.
 */
export function eachElement(
  part: Uint8Array,
  depth: number,
  each: (element: Element) => void,
  progress?: (done: number, of: number) => void,
): string | null {
  const parser = new SaxesParser({ xmlns: true });
  const open: { name: string; attributes: Record<string, string>; children: (Element | string)[] }[] = [];
  let at = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new Error('it declares a document type');
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1;
    if (at >= MOST_DEPTH) throw new Error(`its elements are nested more than ${MOST_DEPTH} deep`);
    if (elements > MOST_ELEMENTS) throw new Error(`it has more than ${MOST_ELEMENTS} elements`);
    if (at >= depth) {
      const plain: Record<string, string> = {};
      for (const one of Object.values(attributes)) plain[prefixed(one.uri, one.local)] = one.value;
      open.push({ name: prefixed(uri, local), attributes: plain, children: [] });
    }
    at += 1;
  });
  const text = (words: string) => {
    const top = open.at(-1);
    if (top !== undefined && TEXT_IN.has(top.name)) top.children.push(words);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    at -= 1;
    const closed = open.pop();
    if (closed === undefined) return;
    const above = open.at(-1);
    if (above === undefined) each(closed);
    else above.children.push(closed);
  });
  parser.on('error', (error) => {
    throw new Error(`it is not well-formed XML (${error.message.replace(/^\d+:\d+: /, '')})`);
  });
  try {
    const decoder = new TextDecoder(encodingOf(part), { fatal: true });
    for (let from = 0; from < part.length; from += CHUNK) {
      parser.write(decoder.decode(part.subarray(from, from + CHUNK), { stream: true }));
      if (from % (CHUNK * 8) === 0 && from > 0) progress?.(from, part.length);
    }
    parser.write(decoder.decode()).close();
    return null;
  } catch (fault) {
    return fault instanceof TypeError
      ? 'its letters are not in the encoding that it declares'
      : (fault as Error).message;
  }
}

function prefixed(uri: string, local: string): string {
  const known = prefixOf(uri);
  return known === '' ? local : `${known}:${local}`;
}

const known = new Map<string, string>([['', '']]);

/** The prefix of a namespace, remembered: files use a dozen, hostile ones are not remembered beyond that. */
function prefixOf(uri: string): string {
  const found = known.get(uri);
  if (found !== undefined) return found;
  const prefix = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1] ?? 'x';
  if (known.size < 100) known.set(uri, prefix);
  return prefix;
}

function encodingOf(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le';
  return part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The child elements. */
export function elementsIn(element: Element): readonly Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string');
}

/** The element at the end of a way down by names, or null. */
export function find(element: Element | null, ...way: readonly string[]): Element | null {
  let at = element;
  for (const name of way) at = at === null ? null : (elementsIn(at).find((child) => child.name === name) ?? null);
  return at;
}

/** The value of a property: `w:val` of the element at the end of a way. */
export function valueAt(element: Element | null, ...way: readonly string[]): string | null {
  return find(element, ...way)?.attributes['w:val'] ?? null;
}

/** Whether a switch such as `w:b` is there and not turned off; null when it is not there. */
export function isOn(element: Element | null, name: string): boolean | null {
  const found = find(element, name);
  return found === null ? null : !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

/** Every element below that bears one of the names, in order. */
export function allNamed(element: Element, names: ReadonlySet<string>): Element[] {
  return elementsIn(element).flatMap((child) => [...(names.has(child.name) ? [child] : []), ...allNamed(child, names)]);
}
