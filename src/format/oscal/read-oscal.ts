import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { LARGEST_DOCUMENT, type ReadDocument } from '../../core/code/document-file.ts';
import type { ReadOscal } from '../../core/document/duty-profile.ts';
import { looksLikeJson, parseJson, refusedJson } from '../json/parse.ts';
import { readCatalog } from './read-catalog.ts';
import { readProfile } from './read-profile.ts';
import { type Members, Misread, objectAt, oursIn, propsAt, Remarks, requireUuid, textAt } from './reading.ts';
import { ROOTS } from './vocabulary.ts';

/** Reads a file of OSCAL, whatever document it is: what is understood, and what is not with its place. */
export async function readOscal(
  bytes: Uint8Array,
  { fileName }: Pick<ReadOptions, 'fileName'>,
): Promise<FileResult<ReadOscal>> {
  if (bytes.length > LARGEST_DOCUMENT) {
    return refusedJson(fileName, `The file has ${bytes.length} bytes; at most ${LARGEST_DOCUMENT} are read.`);
  }
  const parsed = parseJson(bytes, fileName);
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, value: read(objectAt(parsed.value, 'The file')) };
  } catch (fault) {
    if (fault instanceof Misread) return refusedJson(fileName, fault.message, fault.path);
    throw fault;
  }
}

/** Reads the text of a catalog; a file of OSCAL that is none is refused. */
export async function readOscalDocument(
  bytes: Uint8Array,
  { fileName }: Pick<ReadOptions, 'fileName'>,
): Promise<FileResult<ReadDocument>> {
  const made = await readOscal(bytes, { fileName });
  if (!made.ok) return made;
  const { root, document } = made.value;
  if (document !== null) return { ok: true, value: document };
  return refusedJson(fileName, `The file is an OSCAL ${root}, which holds no provisions; expected a catalog.`);
}

/** Whether a file begins as one of OSCAL does. */
export function looksLikeOscal(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  return looksLikeJson(bytes) && new RegExp(`"(?:${ROOTS.join('|')})"\\s*:\\s*\\{`).test(start);
}

function read(file: Members): ReadOscal {
  const root = ROOTS.find((one) => file[one] !== undefined);
  if (root === undefined) {
    throw new Misread('', `The file has no member of OSCAL; expected one of ${ROOTS.join(', ')}.`);
  }
  const content = objectAt(file[root], root);
  requireUuid(content, root);
  const metadata = objectAt(content.metadata, `${root}.metadata`);
  const oscalVersion = textAt(metadata, 'oscal-version', `${root}.metadata`) ?? '';
  if (!/^1\.[0-2](?:\.\d+)?(?:-[\w.]+)?$/.test(oscalVersion)) {
    const found = oscalVersion === '' ? 'names no version of OSCAL' : `is of OSCAL "${oscalVersion}"`;
    throw new Misread(`${root}.metadata.oscal-version`, `The file ${found}; expected 1.0.0 to 1.2.1.`);
  }
  const remarks = new Remarks();
  const props = propsAt(metadata, `${root}.metadata`);
  const ours = oursIn(props, 'content') !== null;
  const title = remarks.words(textAt(metadata, 'title', `${root}.metadata`) ?? '', `${root}.metadata.title`);
  const version = textAt(metadata, 'version', `${root}.metadata`) ?? '';
  if (!ours) remarks.others(metadata, ['title', 'version', 'oscal-version', 'last-modified'], `${root}.metadata`);
  const dialect = `OSCAL ${oscalVersion} ${root}`;
  const about = { root, title, version, oscalVersion, ours };
  const nothing = { document: null, includes: [], obligations: [], wordings: [], changes: [], amendments: [] };
  if (root === 'catalog') {
    const document = readCatalog({ catalog: content, title, version, props, ours, dialect }, remarks);
    return { ...about, ...nothing, document, report: document.report };
  }
  if (root !== 'profile') {
    remarks.others(content, ['uuid', 'metadata'], root);
    return { ...about, ...nothing, report: remarks.report(dialect, {}) };
  }
  const profile = readProfile(content, ours, remarks);
  return { ...about, ...nothing, ...profile, report: remarks.report(dialect, {}) };
}
