import type { Document } from '../core/document/block.ts';
import { workshop } from './workshop.ts';

/** A paper to be printed. */
export interface PrintJob {
  readonly document: Document;
  readonly format: 'pdf' | 'docx';
}

/** The PDF compiler keeps memory: after this many papers the worker is replaced. */
const PAPERS_PER_WORKER = 40;

const printJob = workshop<PrintJob, Uint8Array>({
  script: new URL('./print.worker.ts', import.meta.url),
  lasts: PAPERS_PER_WORKER,
});

/** Prints in another process, so that laying out a paper keeps nobody else waiting. Rejects when the paper cannot be set. */
export function print(document: Document, format: PrintJob['format']): Promise<Uint8Array> {
  return printJob({ document, format }, { weight: 1 });
}
