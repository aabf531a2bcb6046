import type { Remark } from '../../core/code/document-file.ts';
import { pathOf } from '../xml/parse.ts';
import type { XmlElement } from '../xml/scan.ts';
import { escapeText, tag } from '../xml/write.ts';

/** What is noted while a file is read; like remarks without a piece of their own are counted, not repeated. */
export class Remarks {
  readonly #listed = new Map<string, Remark>();
  readonly #refused: Remark[] = [];

  /** Notes what is not understood; `raw` is the piece where its words are not in the text. */
  list(element: XmlElement, sentence: string, raw: string | null = null): void {
    const key = raw === null ? sentence : `${sentence}\n${raw}`;
    const known = this.#listed.get(key);
    if (known !== undefined) this.#listed.set(key, { ...known, times: known.times + 1 });
    else this.#listed.set(key, remarkOn(element, sentence, raw));
  }

  /** Notes what is left out on purpose. */
  refuse(element: XmlElement, sentence: string): void {
    this.#refused.push(remarkOn(element, sentence, null));
  }

  /** In the order of the file. */
  get listed(): readonly Remark[] {
    return [...this.#listed.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  get refused(): readonly Remark[] {
    return this.#refused;
  }
}

/** An element as it stands in the file, with all that is in it. */
export function rawOf(element: XmlElement): string {
  const attributes = Object.fromEntries(element.attributes);
  if (element.content.length === 0) return tag(element.name, attributes, '/>');
  const content = element.content.map((part) => (typeof part === 'string' ? escapeText(part) : rawOf(part))).join('');
  return `${tag(element.name, attributes)}${content}</${element.name}>`;
}

function remarkOn(element: XmlElement, sentence: string, raw: string | null): Remark {
  return { sentence, path: pathOf(element), line: element.line, times: 1, raw };
}
