import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { initialModificationReport } from '../src/core/document/report.ts';
import { htmlDocument } from '../src/format/html/document.ts';
import { pdfDocument } from '../src/format/pdf/document.ts';
import { seedInput } from '../test/conformance/support/seed-papers.ts';

// The seed report to PDF: ours (from the block tree, tagged PDF/UA-1) against Chromium printing the same report's HTML.
// Both are warm; the median of some runs is printed, and a ratio below 1 means that ours is faster.

const RUNS = 15;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const input = await seedInput();
const ours = await median(async () => pdfDocument(initialModificationReport(input)));
console.log(`proviso: ${ours.ms.toFixed(1)} ms, ${ours.bytes} bytes`);

const executablePath = process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path));
if (executablePath === undefined) {
  console.log(`chromium: skipped, none at ${CHROMIUM.join(', ')} (set CHROMIUM)`);
} else {
  const browser = await chromium.launch({ executablePath });
  const page = await browser.newPage();
  const peer = await median(async () => {
    await page.setContent(htmlDocument(initialModificationReport(input)));
    return page.pdf({ format: 'A4', tagged: true, outline: true, displayHeaderFooter: true });
  });
  await browser.close();
  console.log(`chromium: ${peer.ms.toFixed(1)} ms, ${peer.bytes} bytes`);
  console.log(
    `ratio: ${(ours.ms / peer.ms).toFixed(2)} of its time, ${(ours.bytes / peer.bytes).toFixed(2)} of its size`,
  );
}

async function median(make: () => Promise<Uint8Array>): Promise<{ readonly ms: number; readonly bytes: number }> {
  let bytes = (await make()).length;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    bytes = (await make()).length;
    times.push(performance.now() - start);
  }
  return { ms: times.sort((a, b) => a - b)[RUNS >> 1] ?? 0, bytes };
}
