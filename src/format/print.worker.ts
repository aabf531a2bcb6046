import { docxDocument } from './docx/document.ts';
import { pdfDocument } from './pdf/document.ts';
import type { PrintJob } from './printer.ts';
import { doJobs } from './workshop.ts';

doJobs(({ document, format }: PrintJob) => (format === 'pdf' ? pdfDocument(document) : docxDocument(document)));
