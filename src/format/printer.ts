import { Worker } from 'node:worker_threads';
import type { Document } from '../core/document/block.ts';

/** After this many papers the worker is replaced, which gives back the memory that the PDF compiler keeps. */
const JOBS_PER_WORKER = 40;

/** What a worker is asked. */
export interface Job {
  readonly id: number;
  readonly document: Document;
  readonly format: 'pdf' | 'docx';
}

/** What it answers. */
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Crew {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  taken: number;
}

let current: Crew | null = null;

/** Prints in a worker, so that laying out a paper keeps nobody else waiting. Rejects when the paper cannot be set. */
export function print(document: Document, format: Job['format']): Promise<Uint8Array> {
  const crew = current ?? start();
  crew.taken += 1;
  const job: Job = { id: crew.taken, document, format };
  if (crew.taken >= JOBS_PER_WORKER) current = null;
  return new Promise((resolve, reject) => {
    crew.waiting.set(job.id, { resolve, reject });
    crew.worker.ref();
    crew.worker.postMessage(job);
  });
}

function start(): Crew {
  const worker = new Worker(new URL('./print.worker.ts', import.meta.url));
  const crew: Crew = { worker, waiting: new Map(), taken: 0 };
  worker.on('message', (printed: Printed) => {
    const waiting = crew.waiting.get(printed.id);
    crew.waiting.delete(printed.id);
    if ('bytes' in printed) waiting?.resolve(printed.bytes);
    else waiting?.reject(new Error(printed.fault));
    if (crew.waiting.size > 0) return;
    // Idle, it must not keep the process alive; a spent one goes.
    worker.unref();
    if (crew !== current) void worker.terminate();
  });
  worker.on('error', (error) => {
    if (crew === current) current = null;
    for (const waiting of crew.waiting.values()) waiting.reject(error);
    crew.waiting.clear();
  });
  current = crew;
  return crew;
}
