import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { type Coverage, coverageOf } from './coverage.ts';
import { PLACE } from './pages.ts';

const require = createRequire(import.meta.url);
const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

/** The templates, by how many levels the headings of a paper stand below their own there. */
const TEMPLATES = { paper: 0, pack: 1 } as const;

let ready: { readonly compiler: NodeCompiler; readonly fonts: readonly Coverage[] } | null = null;

/** What a template is given: the tree, as JSON in the fonts' characters, and files by name that it takes in. */
export interface Typeset {
  readonly tree: (fonts: readonly Coverage[]) => string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/**
 * Sets a template and exports it as tagged PDF; the same input gives the same bytes. Synchronous, and the compiler keeps
 * memory, so it is done in a worker. PDF/UA-1 is claimed only where nothing foreign is taken in. Throws an Error on any
 * warning: a font that is missing is only a warning to the compiler, and its words would be set in another.
 */
export function typeset(template: keyof typeof TEMPLATES, { tree, files = {} }: Typeset): Uint8Array {
  ready ??= prepare();
  const { compiler, fonts } = ready;
  const names = Object.keys(files);
  for (const name of names) compiler.mapShadow(`${PLACE}/${name}`, Buffer.from(files[name] ?? []));
  try {
    const result = compiler.compile({ mainFileContent: templateOf(template), inputs: { document: tree(fonts) } });
    const found = result.takeDiagnostics();
    if (result.result === null || found !== null) {
      throw new Error(`The paper could not be set: ${JSON.stringify(found?.shortDiagnostics ?? [])}`);
    }
    return exported(compiler, result.result, names.length === 0);
  } finally {
    for (const name of names) compiler.unmapShadow(`${PLACE}/${name}`);
    compiler.evictCache(10);
  }
}

function exported(compiler: NodeCompiler, document: NodeTypstDocument, ours: boolean): Uint8Array {
  return new Uint8Array(compiler.pdf(document, ours ? { pdfStandard: 'ua-1', pdfTags: true } : { pdfTags: true }));
}

const templates = new Map<string, string>();

function templateOf(name: keyof typeof TEMPLATES): string {
  const read = (file: string) => readFileSync(new URL(`./${file}.typ`, import.meta.url), 'utf8');
  const known = templates.get(name) ?? `#let below = ${TEMPLATES[name]}\n${read('blocks')}\n${read(name)}`;
  templates.set(name, known);
  return known;
}

function prepare(): NonNullable<typeof ready> {
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)));
  return {
    compiler: NodeCompiler.create({ workspace: PLACE, fontArgs: [{ fontBlobs }] }),
    fonts: fontBlobs.map(coverageOf),
  };
}
