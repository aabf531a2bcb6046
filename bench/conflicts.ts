import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyAmendments } from '../src/core/code/apply-amendment.ts';
import { conflictsAmong, conflictsWith } from '../src/core/code/conflict.ts';
import { type Naming, namingOf } from '../src/core/code/links.ts';
import type { CodeText } from '../src/core/code/provision.ts';
import { trace } from '../src/core/code/trace.ts';
import { walk } from '../src/core/code/tree.ts';
import { weave } from '../src/core/code/weave.ts';
import { generatedModifications } from '../test/support/generated-changes.ts';
import { generatedCode } from '../test/support/generated-code.ts';
import { median, report } from './support-code.ts';

// Conflicts among all pairs of open modifications against two peers on the same texts: git merge-tree for a sample of
// pairs (words only: it knows no repeal, number, reference or term), and every pair mapped over each other without an
// index. Comparing alone is told apart from the whole: tracing anew what each modification touches and names, and then
// comparing, in a text that has been read, and from nothing. After one change, tracing the changed one anew is counted in.

const PROVISIONS = 25_000;
const MODIFICATIONS = 140;
const AMENDMENTS = 20;
const PAIRS_FOR_GIT = 12;
const PAIRS = (MODIFICATIONS * (MODIFICATIONS - 1)) / 2;

const text = generatedCode({ provisions: PROVISIONS, seed: 1 });
const open = generatedModifications(text, { modifications: MODIFICATIONS, amendments: AMENDMENTS, seed: 7 }).map(
  ({ id, amendments }) => ({ modification: id, amendments }),
);
const size = `${MODIFICATIONS} modifications of ${AMENDMENTS} amendments, ${walk(text).length} provisions`;

const LIMIT = 50;
const naming = namingOf(text);
const traced = open.map((one) => trace(naming, one));
const found = conflictsAmong(traced);
const classes = Object.entries(Object.groupBy(found, (one) => one.class)).map(
  ([kind, all]) => `${kind} ${all?.length}`,
);
console.log(`conflicts found | ${size} | ${found.length}: ${classes.join(', ')}`);

const all = median(15, () => conflictsAmong(traced));
const traceAll = (reading: Naming) => conflictsAmong(open.map((one) => trace(reading, one)));
const anew = median(31, () => traceAll(naming));
// a text that no one has read yet
const whole = median(31, () => traceAll(namingOf({ ...text })));
const [changed, ...others] = traced;
const one = median(101, () => changed && conflictsWith(trace(naming, changed), others));
const naive = median(3, () => {
  for (const [index, a] of open.entries()) for (const b of open.slice(index + 1)) weave(a.amendments, b.amendments);
});
const git = gitMergeTree();

report('conflicts among all pairs', size, all, 'every pair mapped without an index', naive);
report(
  'conflicts among all pairs',
  size,
  all,
  `git merge-tree, ${PAIRS_FOR_GIT} pairs taken for ${PAIRS}`,
  git * PAIRS,
);
report('conflicts with every modification traced anew', size, anew, 'limit', LIMIT);
report('conflicts from nothing, the text read anew too', size, whole, 'limit', LIMIT);
report('conflicts after one change', size, one, 'git merge-tree of one pair', git);

/** Milliseconds that git takes for one pair: the median of some, objects and commits made before. */
function gitMergeTree(): number {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  const run = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b.invalid', ...words], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  try {
    run('init', '-q', '-b', 'base');
    const commit = (of: CodeText, name: string): void => {
      for (const section of of.provisions) {
        const lines = walk({ provisions: [section] }).map(({ provision }) =>
          [provision.number, provision.heading, provision.text].filter(Boolean).join(' '),
        );
        writeFileSync(join(folder, `${section.id}.txt`), `${lines.join('\n')}\n`);
      }
      run('add', '-A');
      run('commit', '-q', '--allow-empty', '-m', name);
    };
    commit(text, 'base');
    const branches = open.slice(0, PAIRS_FOR_GIT + 1).map(({ modification, amendments }) => {
      run('checkout', '-q', '-b', modification, 'base');
      const after = applyAmendments(text, amendments);
      if (!after.ok) throw new Error(after.fault);
      commit(after.text, modification);
      return modification;
    });
    const times = branches.slice(1).map((branch, index) => {
      const start = performance.now();
      try {
        run('merge-tree', '--write-tree', branches[index] ?? '', branch);
      } catch {
        // it says by its exit code that the two conflict
      }
      return performance.now() - start;
    });
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
