import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentFormats } from '../../src/format/document-formats.ts';

/** Reads the files that it is given, one after another, and prints a line for each and the most memory that it held. */
for (const path of process.argv.slice(2)) {
  const fileName = basename(path);
  const read = await documentFormats.read(await readFile(path), { fileName, format: null, base: null });
  const said = read.ok ? `${read.value.provisions.length} provisions` : read.rejection.sentence;
  console.log(JSON.stringify({ fileName, ok: read.ok, said }));
}
console.log(JSON.stringify({ mostMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
