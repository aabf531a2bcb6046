import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from '../../core/document/block.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { typstTree } from './tree.ts';

const require = createRequire(import.meta.url);
const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

let ready: { readonly compiler: NodeCompiler; readonly template: string; readonly fonts: readonly Coverage[] } | null =
  null;

/**
 * A paper as PDF/UA-1: tagged, titled, with outline and footnotes; the same paper gives the same bytes. Synchronous, and
 * the compiler keeps memory, so papers are printed in a worker (`printer.ts`). Throws an Error on any warning: a font
 * that is missing is only a warning to the compiler, and its words would be set in another.
 */
export function pdfDocument(document: Document): Uint8Array {
  ready ??= prepare();
  const { compiler, template, fonts } = ready;
  const result = compiler.compile({ mainFileContent: template, inputs: { document: typstTree(document, fonts) } });
  const found = result.takeDiagnostics();
  if (result.result === null || found !== null) {
    throw new Error(`The paper could not be set: ${JSON.stringify(found?.shortDiagnostics ?? [])}`);
  }
  const bytes = new Uint8Array(compiler.pdf(result.result, { pdfStandard: 'ua-1', pdfTags: true }));
  compiler.evictCache(10);
  return bytes;
}

function prepare(): NonNullable<typeof ready> {
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)));
  return {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }),
    fonts: fontBlobs.map(coverageOf),
    template: readFileSync(new URL('./paper.typ', import.meta.url), 'utf8'),
  };
}
