import type { Document } from '../core/document/block.ts';
import type { BundleJob } from './pdf/bundle.ts';
import { Overtaxed, workshop } from './workshop.ts';

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

/** A pack takes in what people uploaded, so it is made apart from other papers and for no longer than this. */
const SECONDS_PER_BUNDLE = 120;

const bundleJob = workshop<BundleJob, Uint8Array | number | { readonly fault: string }>({
  script: new URL('./bundle.worker.ts', import.meta.url),
  lasts: PAPERS_PER_WORKER,
  seconds: SECONDS_PER_BUNDLE,
});

/** Prints a pack of papers as one PDF. Rejects when it cannot be set. */
export async function printPack(job: Extract<BundleJob, { kind: 'pack' }>): Promise<Uint8Array> {
  return (await bundleJob(job, { weight: 1 })) as Uint8Array;
}

/** How many pages a PDF has, or why it cannot be taken in. */
export async function countPages(bytes: Uint8Array): Promise<number | { readonly fault: string }> {
  try {
    return (await bundleJob({ kind: 'pages', bytes }, { weight: 1 })) as number | { readonly fault: string };
  } catch (fault) {
    if (fault instanceof Overtaxed) return { fault: `it took more than ${SECONDS_PER_BUNDLE} seconds to read` };
    throw fault;
  }
}
