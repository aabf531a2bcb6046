import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// Runs in a worker: the compiler is synchronous and keeps memory, so its thread is thrown away from time to time.

const require = createRequire(import.meta.url);
const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];
const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');

const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`))) }],
});

parentPort?.on('message', (job: { readonly id: number; readonly tree: string }) => {
  try {
    parentPort?.postMessage({ id: job.id, bytes: compile(job.tree) });
  } catch (error) {
    parentPort?.postMessage({ id: job.id, fault: error instanceof Error ? error.message : String(error) });
  }
});

/** Warnings are faults: a font that is missing is only a warning to the compiler, and its words would be set in another. */
function compile(tree: string): Uint8Array {
  const result = compiler.compile({ mainFileContent: template, inputs: { document: tree } });
  const found = result.takeDiagnostics();
  if (result.result === null || found !== null) {
    throw new Error(`The paper could not be set: ${JSON.stringify(found?.shortDiagnostics ?? [])}`);
  }
  return new Uint8Array(compiler.pdf(result.result, { pdfStandard: 'ua-1', pdfTags: true }));
}
