import type { Pack } from '../../core/document/meeting-pack.ts';
import { packTree } from './tree.ts';
import { typeset } from './typst.ts';

/** What the process that deals with foreign PDFs is asked: to print a pack, or how many pages a PDF has. */
export type BundleJob =
  | { readonly kind: 'pack'; readonly pack: Pack; readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly kind: 'pages'; readonly bytes: Uint8Array };

/** A pack as one tagged PDF with bookmarks; `files` are the PDFs that its parts name. Synchronous: see {@link typeset}. */
export function packPdf({ pack, files }: Extract<BundleJob, { kind: 'pack' }>): Uint8Array {
  return typeset('pack', { tree: (fonts) => packTree(pack, fonts), files });
}
