// Compiles the site's stylesheet to build/site.css. Runs on any Node from 20; the server calls it when the file is
// missing or older than its sources.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'src', 'web', 'styles');
const target = join(root, 'build', 'site.css');

/** Compiles when needed and gives the path of the stylesheet. */
export async function buildStyles({ force = false } = {}) {
  if (!force && isFresh()) return target;
  const { compile } = await import('sass');
  const { css } = compile(join(sources, 'site.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, css);
  return target;
}

function isFresh() {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const inputs = [...readdirSync(sources).map((name) => join(sources, name)), join(root, 'package-lock.json')];
  return inputs.every((path) => statSync(path).mtimeMs <= made);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildStyles({ force: true }));
