import type { DocumentFile, DocumentFormats, FileResult, ReadOptions } from '../app/ports.ts';
import {
  type AmendingDocument,
  type DocumentVersion,
  LARGEST_DOCUMENT,
  type ReadDocument,
} from '../core/code/document-file.ts';
import { amendingPaper, versionPaper } from '../core/document/version-paper.ts';
import { formatDay } from '../core/kernel/day.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { looksLikeAkn, readAknDocument } from './akn/read-document.ts';
import { writeAknAmending } from './akn/write-amending.ts';
import { writeAknDocument } from './akn/write-document.ts';
import { isPackage, readDocxDocument, writeDocxAmending, writeDocxDocument } from './docx/document-format.ts';
import { readJsonDocument, writeJsonDocument } from './json/document.ts';
import { looksLikeJson } from './json/parse.ts';
import { lossesOf } from './oscal/losses.ts';
import { looksLikeOscal, readOscal, readOscalDocument } from './oscal/read-oscal.ts';
import { OSCAL_MEDIA_TYPE } from './oscal/vocabulary.ts';
import { writeOscalCatalog } from './oscal/write-catalog.ts';
import { writeOscalProfile } from './oscal/write-profile.ts';
import { MEDIA_TYPES, renderPaper } from './paper.ts';
import { countPages } from './printer.ts';

/** One form of a document. What it cannot do is left out. */
export interface DocumentFormat {
  /** `akn`, as a person names it. */
  readonly name: string;
  readonly mediaType: string;
  /** `.akn.xml`. */
  readonly extension: string;
  /** Whether a file looks like one of these, by its first bytes. */
  readonly recognises?: (bytes: Uint8Array) => boolean;
  readonly read?: (bytes: Uint8Array, options: ReadOptions) => Promise<FileResult<ReadDocument>>;
  /** The same version gives the same bytes. */
  readonly write?: (version: DocumentVersion) => Promise<Uint8Array>;
  readonly writeAmending?: (amending: AmendingDocument) => Promise<Uint8Array>;
  /** What of a version it has no place for; absent where it has one for everything. */
  readonly losses?: (version: DocumentVersion) => readonly string[];
}

/** Every form of a document: a new one is an entry here. */
const FORMATS: readonly DocumentFormat[] = [
  {
    name: 'akn',
    mediaType: 'application/akn+xml; charset=utf-8',
    extension: '.akn.xml',
    recognises: looksLikeAkn,
    read: readAknDocument,
    write: writeAknDocument,
    writeAmending: writeAknAmending,
  },
  {
    name: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: '.docx',
    recognises: isPackage,
    read: readDocxDocument,
    write: writeDocxDocument,
    writeAmending: writeDocxAmending,
  },
  {
    name: 'oscal',
    mediaType: `${OSCAL_MEDIA_TYPE}; charset=utf-8`,
    extension: '.oscal.json',
    recognises: looksLikeOscal,
    read: readOscalDocument,
    write: writeOscalCatalog,
    losses: lossesOf,
  },
  {
    name: 'json',
    mediaType: 'application/json; charset=utf-8',
    extension: '.json',
    recognises: looksLikeJson,
    read: readJsonDocument,
    write: writeJsonDocument,
  },
  ...(['html', 'pdf'] as const).map(
    (name): DocumentFormat => ({
      name,
      mediaType: MEDIA_TYPES[name],
      extension: `.${name}`,
      write: async (version) => (await renderPaper(versionPaper(version), name)).bytes,
      writeAmending: async (amending) => (await renderPaper(amendingPaper(amending), name)).bytes,
    }),
  ),
];

/** The forms as the operations ask for them. */
export const documentFormats: DocumentFormats = {
  read: async (bytes, options) => {
    if (bytes.length > LARGEST_DOCUMENT) {
      return refused(
        `${options.fileName} has ${bytes.length} bytes; at most ${LARGEST_DOCUMENT} are read`,
        options.fileName,
      );
    }
    const format =
      options.format === null
        ? (FORMATS.find((one) => one.recognises?.(bytes)) ?? FORMATS.find((one) => isNamedAs(one, options.fileName)))
        : FORMATS.find((one) => one.name === options.format);
    if (format?.read !== undefined) return format.read(bytes, options);
    const known = namesOf((one) => one.read !== undefined);
    const sentence =
      options.format === null
        ? `${options.fileName} is in no form that is read; expected ${known}`
        : `The format "${options.format}" is not read; expected ${known}`;
    return refused(sentence, options.fileName);
  },
  write: async (version, name) => {
    const format = FORMATS.find((one) => one.name === name);
    if (format?.write === undefined)
      return unwritten(
        name,
        namesOf((one) => one.write !== undefined),
      );
    const stem = [version.instrument.id, version.document, formatDay(version.on)].filter((part) => part !== null);
    const losses = format.losses === undefined ? {} : { losses: format.losses(version) };
    return file(format, stem.join('-'), await format.write(version), losses);
  },
  writeAmending: async (amending, name) => {
    const format = FORMATS.find((one) => one.name === name);
    if (format?.writeAmending === undefined)
      return unwritten(
        name,
        namesOf((one) => one.writeAmending !== undefined),
      );
    return file(format, amending.modification.toLowerCase().replaceAll('/', '-'), await format.writeAmending(amending));
  },
  writeProfile: async (profile) => {
    const { bytes, losses } = writeOscalProfile(profile);
    const stem = [profile.code, profile.of.id, formatDay(profile.on)].join('-').toLowerCase().replaceAll('/', '-');
    return { bytes, losses, mediaType: `${OSCAL_MEDIA_TYPE}; charset=utf-8`, fileName: `${stem}.oscal.json` };
  },
  readOscal,
  pagesOf: async (bytes, fileName) => {
    if (bytes.length > LARGEST_DOCUMENT) {
      return refused(`${fileName} has ${bytes.length} bytes; at most ${LARGEST_DOCUMENT} are read`, fileName);
    }
    const pages = await countPages(bytes);
    return typeof pages === 'number'
      ? { ok: true, value: pages }
      : refused(`${fileName} cannot be a paper: ${pages.fault}`, fileName);
  },
};

/** Whether a file is called as those of a form are, so that the form's own reader says what is wrong with it. */
function isNamedAs({ read, extension }: DocumentFormat, fileName: string): boolean {
  return read !== undefined && fileName.toLowerCase().endsWith(extension);
}

function file(
  { mediaType, extension }: DocumentFormat,
  stem: string,
  bytes: Uint8Array,
  rest: Pick<DocumentFile, 'losses'> = {},
): FileResult<DocumentFile> {
  return { ok: true, value: { bytes, mediaType, fileName: `${stem}${extension}`, ...rest } };
}

function unwritten(name: string, known: string): FileResult<DocumentFile> {
  return refused(`The format "${name}" is not written; expected ${known}`);
}

function namesOf(can: (format: DocumentFormat) => boolean): string {
  return FORMATS.filter(can)
    .map((format) => format.name)
    .join(', ');
}

function refused<T>(sentence: string, fileName?: string): FileResult<T> {
  const place = fileName === undefined ? {} : { place: { file: fileName } };
  return { ok: false, rejection: rejection('input-invalid', sentence, place) };
}
