import { documentFormats } from './document-formats.ts';
import type { ReadJob } from './reader.ts';
import { doJobs } from './workshop.ts';

doJobs(({ bytes, options }: ReadJob, progress) => documentFormats.read(bytes, { ...options, progress }));
