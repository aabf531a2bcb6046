import type { DocumentFormats, FileResult, ReadOptions } from '../app/ports.ts';
import { LARGEST_DOCUMENT, type ReadDocument } from '../core/code/document-file.ts';
import type { ReadOscal } from '../core/document/duty-profile.ts';
import { rejection } from '../core/kernel/rejection.ts';
import { documentFormats } from './document-formats.ts';
import { Overtaxed, workshop } from './workshop.ts';

/** A file to be read. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  /** As what: the text that is in it, or any document of OSCAL. */
  readonly as: 'document' | 'oscal';
  readonly options: Omit<ReadOptions, 'progress'>;
}

/** More than the largest text that is read needs: see docs/decisions/012. */
const LIMITS = { megabytes: 640, seconds: 300 };
/** What the smallest file counts for towards the worker's end, in bytes. */
const LEAST = 1024 * 1024;

/**
 * The forms of a document with files read in another process, so that a large one keeps nobody else waiting and a hostile one
 * ends that process and not the program.
 */
export function documentsInWorker({ megabytes, seconds } = LIMITS): DocumentFormats {
  const readJob = workshop<ReadJob, FileResult<ReadDocument | ReadOscal>>({
    script: new URL('./read.worker.ts', import.meta.url),
    lasts: LARGEST_DOCUMENT,
    megabytes,
    seconds,
  });
  const within = async (job: ReadJob, progress?: ReadOptions['progress']) => {
    const file = job.options.fileName;
    try {
      return await readJob(job, { weight: Math.max(LEAST, job.bytes.length), progress });
    } catch (fault) {
      if (!(fault instanceof Overtaxed)) throw fault;
      const most = fault.limit === 'memory' ? `${megabytes} MB of memory` : `${seconds} seconds`;
      const sentence = `${file} cannot be read within the ${most} that a file is given.`;
      return { ok: false as const, rejection: rejection('input-invalid', sentence, { place: { file } }) };
    }
  };
  return {
    ...documentFormats,
    read: async (bytes, { progress, ...options }) =>
      (await within({ bytes, as: 'document', options }, progress)) as FileResult<ReadDocument>,
    readOscal: async (bytes, { fileName }) => {
      const options = { fileName, format: null, base: null };
      return (await within({ bytes, as: 'oscal', options })) as FileResult<ReadOscal>;
    },
  };
}
