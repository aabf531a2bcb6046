import type { Document } from '../../core/document/block.ts';
import { typstTree } from './tree.ts';
import { typeset } from './typst.ts';

/** A paper as PDF/UA-1: tagged, titled, with outline and footnotes. Synchronous: see {@link typeset}. */
export function pdfDocument(document: Document): Uint8Array {
  return typeset('paper', { tree: (fonts) => typstTree(document, fonts) });
}
