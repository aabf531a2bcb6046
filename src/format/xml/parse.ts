import { XmlDocument, XmlLibError } from 'libxml2-wasm';
import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { type Instruction, scanXml, type XmlElement } from './scan.ts';

/** A file as elements. */
export interface XmlFile {
  readonly root: XmlElement;
  readonly instructions: readonly Instruction[];
}

/** A file as characters, and the same as a parser takes them. */
export interface XmlText {
  readonly text: string;
  readonly utf8: Uint8Array;
}

/**
 * Reads a file as XML. A document type is refused, so no entity is ever declared, and nothing outside the file is
 * fetched; so are deep nesting and huge attributes. A refusal names the file and the line.
 */
export function parseXml(bytes: Uint8Array, fileName: string, progress?: ReadOptions['progress']): FileResult<XmlFile> {
  const decoded = decodeXml(bytes, fileName);
  if (!decoded.ok) return decoded;
  try {
    XmlDocument.fromBuffer(decoded.value.utf8).dispose();
  } catch (fault) {
    if (fault instanceof XmlLibError)
      return refusedBySize(fileName, fault) ?? refused(fileName, fault, 'The file is not well-formed XML');
    throw fault;
  }
  const scanned = scanXml(decoded.value.text, (part) => progress?.(Math.round(part * bytes.length), bytes.length));
  if (!scanned.ok) return refuse(fileName, scanned.line, scanned.fault);
  return { ok: true, value: scanned };
}

/** The characters of a file by its byte order mark or the encoding that it names, with no document type among them. */
export function decodeXml(bytes: Uint8Array, fileName: string): FileResult<XmlText> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  const marks: Readonly<Record<string, string>> = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' };
  let text: string;
  try {
    text = new TextDecoder(marks[head.slice(0, 2)] ?? named ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = named === undefined ? 'UTF-8' : named;
    return refuse(fileName, 1, `The characters of the file are not ${encoding}, or that encoding is not known`);
  }
  // The parser is given UTF-8 whatever the file was in, so what the file says of its encoding no longer holds.
  text = text.replace(/^<\?xml[^?]*\?>/, (declaration) => declaration.replace(/[^\n]/g, ' '));
  const doctype = doctypeIn(text);
  if (doctype !== -1) {
    const fault = 'The file declares a document type, which could declare entities; expected a file without one';
    return refuse(fileName, text.slice(0, doctype).split('\n').length, fault);
  }
  return { ok: true, value: { text, utf8: new TextEncoder().encode(text) } };
}

/** Where a document type stands before the first element; -1 when there is none. */
function doctypeIn(text: string): number {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (text.startsWith('<!--', at)) at = text.indexOf('-->', at + 4);
    else if (text.startsWith('<?', at)) at = text.indexOf('?>', at);
    else return /^<!doctype/i.test(text.slice(at, at + 9)) ? at : -1;
    if (at === -1) return -1;
  }
}

/** The limits that the parser sets, in our words: it speaks of its own options. */
const LIMITS: readonly (readonly [RegExp, string])[] = [
  [/Excessive depth/, 'The elements of the file are nested more than 255 deep'],
  [/Text node too long/, 'The file has more than 10 million characters in one piece'],
  [/XML_PARSE_HUGE|Resource limit/, 'The file is larger in one of its parts than any text is'],
];

function refusedBySize<T>(fileName: string, fault: XmlLibError): FileResult<T> | null {
  const [first] = fault.details;
  const limit = LIMITS.find(([pattern]) => pattern.test(first?.message ?? fault.message));
  return limit === undefined ? null : refuse(fileName, first?.line ?? 1, limit[1]);
}

/** A refusal with what a parser or validator found first. */
export function refused<T>(fileName: string, fault: XmlLibError, what: string): FileResult<T> {
  const [first] = fault.details;
  const more = fault.details.length > 1 ? ` (and ${fault.details.length - 1} more)` : '';
  const message = (first?.message ?? fault.message).replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300);
  return refuse(fileName, first?.line ?? 1, `${what}: ${message}${more}`);
}

/** From the root down: `/akomaNtoso/act/body/section[3]`. */
export function pathOf(element: XmlElement): string {
  const step = element.ordinal === 1 ? element.name : `${element.name}[${element.ordinal}]`;
  return `${element.parent === null ? '' : pathOf(element.parent)}/${step}`;
}

/** The elements directly in an element. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.content.filter((part) => typeof part !== 'string');
}

function refuse<T>(file: string, line: number, what: string): FileResult<T> {
  return { ok: false, rejection: rejection('input-invalid', `${what}.`, { place: { file, line } }) };
}
