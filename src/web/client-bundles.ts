import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Scripts of pages, by the asset that each becomes: the program that starts it, in a folder `client/` of its page's room. */
const BUNDLES = {
  'drafting.js': 'src/web/drafting/client/main.ts',
  'response.js': 'src/web/consultation/client/main.ts',
  'effect.js': 'src/web/effect/client/main.ts',
  'reader.js': 'src/web/text/client/main.ts',
} as const;

/** Bundles the scripts of pages to build/ where they are missing or older than what they are made of. */
export async function buildClientBundles(): Promise<void> {
  for (const [name, entry] of Object.entries(BUNDLES)) {
    const target = join(root, 'build', name);
    const inputsFile = `${target}.inputs.json`;
    if (isFresh(target, inputsFile)) continue;
    const { build } = await import('esbuild');
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: target,
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      format: 'esm',
      target: ['chrome120', 'firefox121', 'safari17'],
      legalComments: 'none',
      logLevel: 'silent',
    });
    const [output] = outputFiles;
    if (output === undefined) throw new Error(`No script came of ${entry}.`);
    mkdirSync(dirname(target), { recursive: true });
    // whoever starts at the same time finds the old script or the new one, never half of one
    const part = `${target}.${process.pid}`;
    writeFileSync(part, output.contents);
    renameSync(part, target);
    writeFileSync(inputsFile, JSON.stringify(Object.keys(metafile.inputs)));
  }
}

function isFresh(target: string, inputsFile: string): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || !existsSync(inputsFile)) return false;
  const inputs = JSON.parse(readFileSync(inputsFile, 'utf8')) as readonly string[];
  return [...inputs, 'package-lock.json'].every((path) => {
    const changed = statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs;
    return changed !== undefined && changed <= made;
  });
}
