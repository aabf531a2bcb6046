import type { FileResult, ReadOptions } from '../../app/ports.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import type { AmendingDocument, DocumentVersion, ReadDocument, Remark } from '../../core/code/document-file.ts';
import { amendmentsBetween, withIdentitiesOf } from '../../core/code/drafting.ts';
import { named } from '../../core/code/fresh-id.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { redline } from '../../core/code/redline.ts';
import { returnedText } from '../../core/code/returned-text.ts';
import { writeDay } from '../../core/kernel/day.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { extractOf } from './extract.ts';
import { readWord, type WordFile } from './read/file.ts';
import { CHANGES, type ChangeKind } from './read/model.ts';
import { OLD_WORD } from './read/package.ts';
import { treeOf } from './read/tree.ts';
import { remark, reportOf } from './report.ts';
import { docxRedline, docxText } from './text.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file begins as the packages of Word do, or as older Word files, which are then refused by name. */
export function isPackage(bytes: Uint8Array): boolean {
  return [ZIP, OLD_WORD].some((head) => head.every((byte, at) => bytes[at] === byte));
}

/**
 * Reads a Word file as a document. With a base the tracked changes of the file become amendments of it; without one they
 * are read as accepted. What is not carried is listed with its place.
 */
export async function readDocxDocument(
  bytes: Uint8Array,
  { fileName, base, progress }: ReadOptions,
): Promise<FileResult<ReadDocument>> {
  const read = readWord(bytes, progress);
  if (!read.ok) {
    const sentence = /^The file\b/.test(read.sentence)
      ? `${fileName}${read.sentence.slice('The file'.length)}`
      : `${fileName}: ${read.sentence}`;
    return { ok: false, rejection: rejection('input-invalid', sentence, { place: { file: fileName } }) };
  }
  const { file } = read;
  const after = treeOf(file, 'after');
  const changes = trackedIn(file);
  const returned = base === null || changes === 0 ? null : amendmentsIn(file, base);
  const remarks: Remark[] = [];
  if (changes > 0 && base === null) {
    remarks.push(
      remark('A tracked change is read as accepted: no text was named that it is against.', 'the file', changes),
    );
  }
  for (const { reference, confidence } of returned?.guesses ?? []) {
    const sure = Math.round(confidence * 100);
    remarks.push(
      remark(
        `Guessed, ${sure}% sure: a provision without our identity is taken for ${reference} by its words.`,
        reference,
      ),
    );
  }
  const value: ReadDocument = {
    title: after.title,
    of: after.carried.size > 0 && changes === 0 ? after.title : null,
    label: null,
    dated: null,
    provisions: named(after.provisions, after.carried),
    amendments: returned?.amendments ?? null,
    drift: returned?.drift ?? [],
    report: reportOf(file, after, remarks),
  };
  return { ok: true, value };
}

/** The tracked changes of a file as amendments of a text, and where the text is not the one that the file was made on. */
function amendmentsIn(file: WordFile, base: CodeText) {
  const [before, after] = [treeOf(file, 'before'), treeOf(file, 'after')];
  const relocated = new Set(
    [...after.sources].filter(([id, at]) => (before.sources.get(id) ?? at) !== at).map(([id]) => id),
  );
  const carried = new Set([...before.carried, ...after.carried]);
  const { text, drift, guesses } = returnedText(base, before, after, carried, relocated);
  return { text, amendments: amendmentsBetween(base, text), drift, guesses };
}

/** A version as a Word file that reads back as the same provisions. */
export async function writeDocxDocument(version: DocumentVersion): Promise<Uint8Array> {
  const { instrument, provisions, on } = version;
  const lines = [`Version ${version.version.label}, on ${writeDay(on)}`, instrument.notice];
  return docxText({ title: instrument.title, notices: lines, dated: on }, { provisions });
}

/** A modification's legal text as tracked changes of what it touches. */
export async function writeDocxAmending(amending: AmendingDocument): Promise<Uint8Array> {
  const { modification, title, dated, instrument, version, before, amendments } = amending;
  const applied = applyAmendments(before, amendments);
  if (!applied.ok) throw new Error(`The legal text of ${modification} does not apply: ${applied.fault}`);
  const lines = [`Amends the ${instrument.shortTitle}, version ${version.label}`, instrument.notice];
  return docxRedline(
    { title: `${modification}: ${title}`, notices: lines, dated },
    // what reads as reworded is one provision in the file, so it bears one identity on both sides
    extractOf(redline(before, withIdentitiesOf(before, applied.text))),
  );
}

/** How many tracked changes of a file bear on its words or structure. */
function trackedIn({ changes }: WordFile): number {
  return [...changes].reduce((sum, [kind, count]) => sum + (CHANGES[kind as ChangeKind] ? count : 0), 0);
}
