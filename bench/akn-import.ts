import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { day } from '../src/core/kernel/day.ts';
import { readAknDocument } from '../src/format/akn/read-document.ts';
import { writeAknDocument } from '../src/format/akn/write-document.ts';
import { openSchema } from '../src/format/xml/validate.ts';
import { generatedCode } from '../test/support/generated-code.ts';
import { report } from './support-code.ts';

// Importing a 5 MB Akoma Ntoso document held against the standard's schema, up to its provisions with their report,
// against libxml2 (libxml2-wasm 0.7.2) parsing and validating the same bytes, which gives no provisions. Both hold the
// schema ready. The limit that we set ourselves is 4 times the peer.

const folder = process.env.PROVISO_TEST_DATA;
if (folder === undefined) {
  console.log('akn import | skipped: PROVISO_TEST_DATA names no folder with the schema of Akoma Ntoso');
  process.exit(0);
}
const xsd = join(folder, 'akn/xsd/oasis-2017-03-30-final');

const text = generatedCode({ provisions: 9_000, seed: 5 });
const from = day('2018-06-28');
const bytes = await writeAknDocument({
  instrument: { id: 'bench', title: 'Bench Code', shortTitle: 'BC', notice: 'Generated.', since: from },
  text,
  document: null,
  provisions: text.provisions,
  on: from,
  version: { label: '1.0', inForceFrom: from, until: null, source: null },
  life: null,
});

const opened = await openSchema(join(xsd, 'akomantoso30.xsd'));
if (!opened.ok) throw new Error(opened.rejection.sentence);
const schema = opened.value;

const files = ['akomantoso30.xsd', 'xml.xsd'].map((name) => [`/xsd/${name}`, readFileSync(join(xsd, name))] as const);
xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
const source = XmlDocument.fromBuffer(files[0]?.[1] as Uint8Array, { url: '/xsd/akomantoso30.xsd' });
const validator = XsdValidator.fromDoc(source);

const ours: number[] = [];
const theirs: number[] = [];
let provisions = 0;
for (let run = 0; run < 7; run += 1) {
  let start = performance.now();
  const held = schema.validate(bytes, 'bench.xml');
  const read = await readAknDocument(bytes, { fileName: 'bench.xml', format: null, base: null });
  ours.push(performance.now() - start);
  if (!held.ok || !read.ok) throw new Error('the document was refused');
  provisions = Object.values(read.value.report.kept).reduce((sum, count) => sum + count, 0);
  start = performance.now();
  const document = XmlDocument.fromBuffer(bytes);
  validator.validate(document);
  document.dispose();
  theirs.push(performance.now() - start);
}
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const size = `${(bytes.length / 1e6).toFixed(1)} MB, ${provisions} provisions`;
report('akn import with validation', size, middle(ours), 'libxml2 parsing and validating', middle(theirs));
console.log(`memory | ${size} | ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most in this process`);
