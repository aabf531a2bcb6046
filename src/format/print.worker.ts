import { parentPort } from 'node:worker_threads';
import { docxDocument } from './docx/document.ts';
import { pdfDocument } from './pdf/document.ts';
import type { Job, Printed } from './printer.ts';

parentPort?.on('message', async ({ id, document, format }: Job) => {
  try {
    const bytes = format === 'pdf' ? pdfDocument(document) : await docxDocument(document);
    answer({ id, bytes });
  } catch (error) {
    answer({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});

function answer(printed: Printed): void {
  parentPort?.postMessage(printed);
}
