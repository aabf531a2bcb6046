import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const sources = join(root, 'src', 'web', 'styles');
const target = join(root, 'build', 'site.css');

/** Compiles the stylesheet to build/site.css when that is missing or older than its sources. */
export async function buildStyles(): Promise<void> {
  if (isFresh()) return;
  const { compile } = await import('sass');
  const { css } = compile(join(sources, 'site.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, css);
}

function isFresh(): boolean {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const inputs = [...readdirSync(sources).map((name) => join(sources, name)), join(root, 'package-lock.json')];
  return inputs.every((path) => statSync(path).mtimeMs <= made);
}
