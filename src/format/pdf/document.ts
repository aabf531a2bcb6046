import { Worker } from 'node:worker_threads';
import type { Document } from '../../core/document/block.ts';
import { typstTree } from './tree.ts';

/** After this many papers the worker is replaced, which gives back the memory that the compiler keeps. */
const JOBS_PER_WORKER = 40;

interface Job {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly bytes?: Uint8Array;
  readonly fault?: string;
}

let current: { worker: Worker; jobs: Map<number, Job>; taken: number } | null = null;

/** A paper as PDF/UA-1: tagged, titled, with outline and footnotes; the same paper gives the same bytes. */
export function pdfDocument(document: Document): Promise<Uint8Array> {
  const crew = current ?? start();
  crew.taken += 1;
  const id = crew.taken;
  if (crew.taken >= JOBS_PER_WORKER) current = null;
  return new Promise((resolve, reject) => {
    crew.jobs.set(id, { resolve, reject });
    crew.worker.ref();
    crew.worker.postMessage({ id, tree: typstTree(document) });
  });
}

function start(): NonNullable<typeof current> {
  const crew = {
    worker: new Worker(new URL('./compile.worker.ts', import.meta.url)),
    jobs: new Map<number, Job>(),
    taken: 0,
  };
  crew.worker.on('message', (answer: Answer) => {
    const job = crew.jobs.get(answer.id);
    crew.jobs.delete(answer.id);
    if (answer.bytes !== undefined) job?.resolve(answer.bytes);
    else job?.reject(new Error(answer.fault ?? 'The paper could not be set.'));
    if (crew.jobs.size > 0) return;
    // Idle: it must not keep the process alive, and a spent one goes.
    crew.worker.unref();
    if (crew !== current) void crew.worker.terminate();
  });
  crew.worker.on('error', (error) => {
    if (crew === current) current = null;
    for (const job of crew.jobs.values()) job.reject(error);
    crew.jobs.clear();
  });
  current = crew;
  return crew;
}
