import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { keptIn, type ReadDocument } from '../../core/code/document-file.ts';
import { type Day, parseDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { elementsOf, parseXml } from '../xml/parse.ts';
import type { XmlElement } from '../xml/scan.ts';
import { readContent } from './read-blocks.ts';
import { growBelow, type Reading } from './reading.ts';
import { Remarks } from './remarks.ts';
import { AKN, DOCUMENTS, isAkn, OURS } from './vocabulary.ts';

/**
 * Reads Akoma Ntoso of any of its namespaces. What is not understood is kept as words where it stands, or as it stands
 * in the report; nothing is dropped in silence.
 */
export async function readAknDocument(
  bytes: Uint8Array,
  { fileName, progress }: ReadOptions,
): Promise<FileResult<ReadDocument>> {
  const parsed = parseXml(bytes, fileName, progress);
  if (!parsed.ok) return parsed;
  const { root, instructions } = parsed.value;
  const dialect = dialectOf(root);
  const document = elementsOf(root).find(({ local }) => DOCUMENTS.has(local));
  if (dialect === null || document === undefined) {
    const found = dialect === null ? `<${root.name}>` : 'an <akomaNtoso> without one';
    const sentence = `The file is ${found}; expected a document in <akomaNtoso xmlns="${AKN}">.`;
    return {
      ok: false,
      rejection: rejection('input-invalid', sentence, { place: { file: fileName, line: root.line } }),
    };
  }
  const identity = identityOf(document);
  const reading: Reading = {
    isOurs: identity?.attributes.get('source') === OURS,
    remarks: new Remarks(),
    ids: new Set(),
    wanted: new Map(),
    notes: notesOf(root),
  };
  const top = growBelow(reading, 'part', null);
  top.takesWords = false;
  for (const part of elementsOf(root)) {
    if (part !== document) readContent({ ...root, content: [part] }, top, reading);
    else
      for (const inner of elementsOf(part))
        if (!isDerived(inner, reading)) readContent({ ...part, content: [inner] }, top, reading);
  }
  const followed = instructions.map(({ target, line }) => ({
    sentence: `The processing instruction "${target}" is not followed.`,
    path: '/',
    line,
    times: 1,
    raw: null,
  }));
  const title = titleOf(document, identity, reading);
  return {
    ok: true,
    value: {
      title,
      of: reading.isOurs ? title : null,
      label: valueAt(identity, 'FRBRExpression', 'FRBRversionNumber')?.attributes.get('value') ?? null,
      dated: dayOf(identity, reading),
      provisions: top.children,
      amendments: null,
      report: {
        dialect,
        kept: keptIn(top.children),
        listed: reading.remarks.listed,
        refused: [...followed, ...reading.remarks.refused],
      },
    },
  };
}

/** Whether a file begins as XML with Akoma Ntoso in it does. */
export function looksLikeAkn(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  return /<(?:[\w.-]+:)?akomaNtoso[\s>]/.test(head);
}

/** How an Akoma Ntoso file names its own standard; null for anything else. */
function dialectOf({ local, uri }: XmlElement): string | null {
  if (local !== 'akomaNtoso') return null;
  if (uri === AKN) return 'Akoma Ntoso 3.0';
  if (uri.startsWith(`${AKN}/`)) return `Akoma Ntoso 3.0, draft ${uri.slice(AKN.length + 1)}`;
  return isAkn(uri) ? `Akoma Ntoso ${uri.split('/').at(-1)}` : null;
}

/** What a file of ours says twice: its preface repeats its metadata. */
function isDerived({ local }: XmlElement, { isOurs }: Reading): boolean {
  return isOurs && local === 'preface';
}

function identityOf(document: XmlElement): XmlElement | null {
  const meta = elementsOf(document).find(({ local }) => local === 'meta');
  return meta === undefined ? null : (elementsOf(meta).find(({ local }) => local === 'identification') ?? null);
}

function valueAt(identity: XmlElement | null, level: string, name: string): XmlElement | null {
  const within = identity === null ? undefined : elementsOf(identity).find(({ local }) => local === level);
  return within === undefined ? null : (elementsOf(within).find(({ local }) => local === name) ?? null);
}

function titleOf(document: XmlElement, identity: XmlElement | null, { isOurs }: Reading): string | null {
  const printed = isOurs ? null : wordsOfFirst(document, 'docTitle');
  const named = valueAt(identity, 'FRBRWork', 'FRBRalias') ?? valueAt(identity, 'FRBRWork', 'FRBRname');
  const title = printed ?? named?.attributes.get('value') ?? '';
  return title === '' ? null : title;
}

function wordsOfFirst(element: XmlElement, name: string): string | null {
  if (element.local === name) {
    const words = (one: XmlElement): string =>
      one.content.map((part) => (typeof part === 'string' ? part : words(part))).join('');
    return words(element).replace(/\s+/g, ' ').trim();
  }
  for (const part of elementsOf(element)) {
    const found = wordsOfFirst(part, name);
    if (found !== null) return found;
  }
  return null;
}

/** The day of the expression; a date that names no day is listed. */
function dayOf(identity: XmlElement | null, { remarks }: Reading): Day | null {
  const dated = valueAt(identity, 'FRBRExpression', 'FRBRdate');
  const written = dated?.attributes.get('date') ?? '';
  const day = parseDay(written.slice(0, 10));
  if (dated !== null && day === null) remarks.list(dated, `The date "${written}" names no day and is not used.`);
  return day;
}

/** Notes that the metadata of any document in the file holds, by eId. */
function notesOf(root: XmlElement): Map<string, XmlElement> {
  const notes = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    if (element.local === 'note')
      notes.set(element.attributes.get('eId') ?? element.attributes.get('id') ?? '', element);
    if (
      element.local === 'notes' ||
      element.local === 'meta' ||
      element.parent === null ||
      DOCUMENTS.has(element.local)
    ) {
      elementsOf(element).forEach(visit);
    } else if (/^(?:components?|attachments?|collectionBody|doc)$/.test(element.local))
      elementsOf(element).forEach(visit);
  };
  visit(root);
  return notes;
}
