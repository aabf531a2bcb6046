import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeText } from '../src/core/code/provision.ts';
import { bodiesOf, changesBetween, matrixOf, releaseOn, textOfRelease } from '../src/core/code/text-matrix.ts';
import { walk } from '../src/core/code/tree.ts';
import { type CodeHistory, timelineOf } from '../src/core/code/version.ts';
import { addDays, type Day } from '../src/core/kernel/day.ts';
import { generatedHistory, RELEASE_DAYS } from '../test/support/generated-changes.ts';
import { generatedCode } from '../test/support/generated-code.ts';
import { chance } from '../test/support/generated-words.ts';
import { median, report } from './support-code.ts';

// The whole code on a day out of a long history, and what changed between two releases, from memory; against git
// archive of the same files (in a repository of that one commit, which favours it) and against copying the bytes.
// Arguments: provisions, releases, changes of each.

const [PROVISIONS = 25_000, RELEASES = 195, CHANGES = 5_000] = process.argv.slice(2).map(Number);

const base = generatedCode({ provisions: PROVISIONS, seed: 3, longest: 500 });
const history = generatedHistory(base, { releases: RELEASES, changes: CHANGES, seed: 4 });
const half = { ...history, versions: history.versions.slice(0, Math.ceil(RELEASES / 2)) };
const [first, both] = [timeOf(() => timelineOf(half, null)), timeOf(() => timelineOf(history, null))];
const perChange = (ms: number, { versions }: CodeHistory): string =>
  `${((1000 * ms) / (versions.length * CHANGES)).toFixed(1)} µs a change`;
console.log(
  `consolidate half the history | ${half.versions.length} releases | ours ${first.toFixed(0)} ms | ${perChange(first, half)}`,
);
console.log(
  `consolidate the history | ${RELEASES} releases | ours ${both.toFixed(0)} ms | ${perChange(both, history)}`,
);

const timeline = timelineOf(history, null);
const started = performance.now();
const matrix = matrixOf(timeline);
const built = performance.now() - started;
const cells = matrix.releases.reduce((sum, { versions, order }) => sum + 2 * versions.length + order.length, 0);
console.log(
  `put it in a matrix | ${matrix.texts.length - 1} versions | ours ${built.toFixed(0)} ms | ${(cells * 4e-6).toFixed(0)} MB of numbers`,
);

const next = chance(5);
const aDay = (): Day => addDays(history.baseFrom, next((RELEASES + 1) * RELEASE_DAYS));
const bytes = wholeOn(aDay());
const size = `${PROVISIONS} provisions, ${matrix.texts.length - 1} versions, ${(bytes.length / 1e6).toFixed(0)} MB of text`;
const limit = median(31, () => Buffer.from(bytes));
const ours = median(31, () => wholeOn(aDay()));
report('whole code on a day, as bytes', size, ours, 'copy of the bytes into new memory', limit);
report('whole code on a day, as bytes', size, ours, 'git archive', archive(timeline.at(-1)?.text ?? base));
report(
  'whole code on a day, body by body',
  size,
  median(31, () => bodiesOn(aDay())),
  'copy of the bytes',
  limit,
);
report(
  'whole code on a day, as a tree',
  size,
  median(31, () => treeOn(aDay())),
  'copy of the bytes',
  limit,
);
const pair = (): readonly [Day, Day] => {
  const day = aDay();
  return [day, addDays(day, RELEASE_DAYS)];
};
report(
  'what changed between two releases',
  size,
  median(201, () => changed(...pair())),
  'limit',
  1,
);

function bodiesOn(on: Day): string[] {
  const release = releaseOn(matrix, on);
  return release === null ? [] : bodiesOf(matrix, release);
}

function wholeOn(on: Day): Buffer {
  return Buffer.from(bodiesOn(on).join('\n'));
}

function treeOn(on: Day): CodeText | null {
  const release = releaseOn(matrix, on);
  return release && textOfRelease(matrix, release);
}

function changed(from: Day, to: Day): unknown {
  const [before, after] = [releaseOn(matrix, from), releaseOn(matrix, to)];
  return before && after && changesBetween(matrix, before, after);
}

/** Milliseconds of git archive on a repository with one file for each provision of the text. */
function archive(text: CodeText): number {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  try {
    const git = (args: readonly string[], input?: Buffer) =>
      execFileSync('git', ['-C', folder, ...args], { maxBuffer: 1e9, stdio: 'pipe', ...(input && { input }) });
    const parts: Buffer[] = [Buffer.from('commit refs/heads/main\ncommitter B <b@localhost> 1 +0000\ndata 0\n')];
    for (const { provision, path } of walk(text)) {
      const body = Buffer.from(provision.text);
      const file = path.map(({ id }) => id).join('/');
      parts.push(Buffer.from(`M 100644 inline ${file}.txt\ndata ${body.length}\n`), body, Buffer.from('\n'));
    }
    git(['init', '-q']);
    git(['fast-import', '--quiet'], Buffer.concat(parts));
    return median(5, () => git(['archive', '--format=tar', 'main']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
