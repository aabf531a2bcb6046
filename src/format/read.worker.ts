import type { FileResult } from '../app/ports.ts';
import type { ReadDocument } from '../core/code/document-file.ts';
import type { ReadOscal } from '../core/document/duty-profile.ts';
import { documentFormats } from './document-formats.ts';
import type { ReadJob } from './reader.ts';
import { doJobs } from './workshop.ts';

doJobs<ReadJob, FileResult<ReadDocument | ReadOscal>>(({ bytes, as, options }, progress) =>
  as === 'oscal' ? documentFormats.readOscal(bytes, options) : documentFormats.read(bytes, { ...options, progress }),
);
