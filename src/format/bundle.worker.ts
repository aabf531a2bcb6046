import { type BundleJob, packPdf } from './pdf/bundle.ts';
import { pagesOfPdf } from './pdf/pages.ts';
import { doJobs } from './workshop.ts';

doJobs((job: BundleJob) => {
  if (job.kind === 'pack') return packPdf(job);
  const read = pagesOfPdf(job.bytes);
  return 'pages' in read ? read.pages : read;
});
