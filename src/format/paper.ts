import type { Document } from '../core/document/block.ts';
import type { Pack } from '../core/document/meeting-pack.ts';
import { htmlDocument } from './html/document.ts';
import { printable } from './printable.ts';
import { print, printPack } from './printer.ts';

/** The forms in which a paper is printed; all of them say the same words. */
export const PAPER_FORMATS = ['html', 'pdf', 'docx'] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** A paper as a file. */
export interface PaperFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** `initial-modification-report.pdf`. */
  readonly fileName: string;
}

/** The media type of each form. */
export const MEDIA_TYPES: Record<PaperFormat, string> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Prints a paper. The HTML stands alone, with its styles in it. The same paper gives the same bytes. */
export async function renderPaper(given: Document, format: PaperFormat): Promise<PaperFile> {
  const document = printable(given);
  return {
    bytes: format === 'html' ? new TextEncoder().encode(htmlDocument(document)) : await print(document, format),
    mediaType: MEDIA_TYPES[format],
    fileName: `${document.id}.${format}`,
  };
}

/** A PDF that a pack takes in, under the name that the pack gives it. */
interface PackedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Prints the papers of a meeting as one PDF with bookmarks. The same pack gives the same bytes. */
export async function renderPack(given: Pack, files: readonly PackedFile[]): Promise<PaperFile> {
  const pack = printable(given);
  const named = Object.fromEntries(files.map(({ file, bytes }) => [file, bytes]));
  return {
    bytes: await printPack({ kind: 'pack', pack, files: named }),
    mediaType: MEDIA_TYPES.pdf,
    fileName: `${pack.id}.pdf`,
  };
}
