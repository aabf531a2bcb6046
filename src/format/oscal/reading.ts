import type { ImportReport, Remark } from '../../core/code/document-file.ts';
import { unkeptIn } from '../../core/kernel/characters.ts';
import { hasMarkup, readMarkup } from './markup.ts';
import { OURS, type Property, plainValue } from './vocabulary.ts';

/** An object of a file. */
export type Members = Readonly<Record<string, unknown>>;

/** A file that is no OSCAL: where, and what is wrong there. */
export class Misread extends Error {
  readonly path: string;

  constructor(path: string, sentence: string) {
    super(sentence);
    this.path = path;
  }
}

/** Refuses an object whose `uuid` is left out or is none: files refer to each other by it. Throws {@link Misread}. */
export function requireUuid(of: Members, path: string): void {
  const uuid = textAt(of, 'uuid', path);
  const expected = 'expected a UUID of version 4 or 5, such as 6f1c2ad1-3f0b-4a8e-9c5d-0b2a4de1f7a3';
  if (uuid === null) throw new Misread(`${path}.uuid`, `${path} has no uuid; ${expected}.`);
  if (!UUID.test(uuid)) throw new Misread(`${path}.uuid`, `${path}.uuid is "${uuid.slice(0, 100)}"; ${expected}.`);
}

/** As the schemas of OSCAL have it. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[45][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** The object at a place. Throws {@link Misread}. */
export function objectAt(value: unknown, path: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw new Misread(path, `${path} is ${named(value)}; expected an object.`);
}

/** The objects of an array that may be left out, each with its place. Throws {@link Misread}. */
export function objectsAt(
  of: Members,
  key: string,
  path: string,
): { readonly value: Members; readonly path: string }[] {
  const value = of[key];
  const at = `${path}.${key}`;
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Misread(at, `${at} is ${named(value)}; expected an array.`);
  return value.map((one, index) => ({ value: objectAt(one, `${at}[${index}]`), path: `${at}[${index}]` }));
}

/** A text that may be left out. Throws {@link Misread}. */
export function textAt(of: Members, key: string, path: string): string | null {
  const value = of[key];
  const at = `${path}.${key}`;
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new Misread(at, `${at} is ${named(value)}; expected a text.`);
  const unkept = unkeptIn(value);
  if (unkept !== null) throw new Misread(at, `${at} holds ${unkept.sentence}.`);
  return value;
}

/** The properties of an object. Throws {@link Misread}. */
export function propsAt(of: Members, path: string): Property[] {
  return objectsAt(of, 'props', path).map(({ value, path: at }) => {
    const [name, text] = [textAt(value, 'name', at), textAt(value, 'value', at)];
    if (name === null || text === null) throw new Misread(at, `${at} has no name or no value; expected both.`);
    const rest = Object.fromEntries(
      (['ns', 'class', 'group'] as const).flatMap((key) => {
        const given = textAt(value, key, at);
        return given === null ? [] : [[key, given]];
      }),
    );
    return { name, value: text, ...rest };
  });
}

/** The value of a property of ours; null where there is none. */
export function oursIn(props: readonly Property[], name: string): string | null {
  const found = props.find((one) => one.ns === OURS && one.name === name);
  return found === undefined ? null : plainValue(found);
}

/** What is noted while a file is read, in the order of the file; like remarks without a piece of their own are counted. */
export class Remarks {
  readonly #listed = new Map<string, Remark>();

  /** Notes what is not understood; `piece` is what is kept as it stands, where its words are not in the text. */
  list(path: string, sentence: string, piece?: unknown): void {
    const raw = piece === undefined ? null : JSON.stringify(piece);
    const key = raw === null ? sentence : `${path} ${sentence}`;
    const known = this.#listed.get(key);
    if (known !== undefined) this.#listed.set(key, { ...known, times: known.times + 1 });
    else this.#listed.set(key, { sentence, path, line: null, times: 1, raw });
  }

  /** Notes the members of an object that nothing was made of. */
  others(of: Members, understood: readonly string[], path: string): void {
    for (const [key, value] of Object.entries(of)) {
      if (!understood.includes(key))
        this.list(`${path}.${key}`, `"${key}" has no place in a text; it is kept here.`, value);
    }
  }

  /** The words of markup; notes where marks stay in them. Checks again, since a reference can stand for any character. */
  words(markup: string, path: string): string {
    const words = readMarkup(markup);
    const unkept = unkeptIn(words);
    if (unkept !== null) throw new Misread(path, `${path} holds ${unkept.sentence}.`);
    if (hasMarkup(markup))
      this.list(path, 'Markup (emphasis, links, parameters) stands in the words as it is written.');
    return words;
  }

  report(dialect: string, kept: ImportReport['kept']): ImportReport {
    return { dialect, kept, listed: [...this.#listed.values()], refused: [] };
  }
}

function named(value: unknown): string {
  if (value === undefined) return 'not there';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return KINDS[typeof value] ?? typeof value;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};
