import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffWordsWithSpace } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { align } from '../src/core/code/align.ts';
import type { CodeText } from '../src/core/code/provision.ts';
import { redline } from '../src/core/code/redline.ts';
import { walk } from '../src/core/code/tree.ts';
import { generatedCode } from '../test/support/generated-code.ts';
import { type Edited, editedCode } from '../test/support/generated-edits.ts';
import { median, report } from './support-code.ts';

// Redline of a whole code and of a section of 60 pages: one provision of ten reworded, some moved, all after them
// renumbered. Peers are given the same words as one text of lines; none of them knows a provision, so none aligns one
// that moved. Then what was aligned, where the truth is known, and how sure the alignment said it was.

const EDITS = { reworded: 19, moved: 2, boilerplate: 0, rewritten: 0, split: 0 };
const HARD = { reworded: 19, moved: 4, boilerplate: 40, rewritten: 4, split: 4 };

const code = generatedCode({ provisions: 12_000, seed: 1, longest: 400 });
const edited = editedCode(code, EDITS, 2);
const pages = generatedCode({ provisions: 250, seed: 3, longest: 400 });
const editedPages = editedCode(pages, EDITS, 4);

measure(code, edited, 7, true);
measure(pages, editedPages, 51, false);
churn(code, edited);
aligned(code, editedCode(code, HARD, 5));

function measure(
  before: CodeText,
  { after, bare, reworded, renumbered, edits }: Edited,
  runs: number,
  whole: boolean,
): void {
  const texts = [printed(before), printed(after)] as const;
  const changes = `${reworded} reworded, ${edits.size} moved, ${renumbered.size} renumbered`;
  const size = `2 × ${mb(texts[0].length)}, ${walk(before).length} provisions, ${changes}`;
  const stored = median(runs, () => redline(before, after));
  const unknown = median(runs, () => redline(before, bare));
  report(
    'redline, stored identities',
    size,
    stored,
    'reading both texts',
    median(runs, () => texts.map(read)),
  );
  report('redline, stored identities', size, stored, 'JSON.parse of both texts', median(runs, parsing(before, after)));
  const git = wordDiff(texts, whole ? 3 : 5);
  report('redline, no common identity', size, unknown, 'git diff --word-diff', git);
  report(
    'redline, no common identity',
    size,
    unknown,
    'diff-match-patch 1.0.5, no time-out',
    dmp(texts, whole ? 1 : 5),
  );
  // a whole code takes diff minutes: the section shows the ratio
  if (!whole)
    report(
      'redline, no common identity',
      size,
      unknown,
      'diff 9.0.0 words',
      median(3, () => diffWordsWithSpace(...texts)),
    );
}

/** Letters marked as changed in what both texts have, against letters that were changed. */
function churn(before: CodeText, { after, letters, renumbered, edits }: Edited): void {
  const blocks = redline(before, after);
  const marked = blocks
    .filter((block) => !(block.status === 'deleted' && block.moved))
    .flatMap((block) => [...block.heading, ...block.text])
    .filter((run) => run.kind !== 'same')
    .reduce((sum, run) => sum + run.text.length, 0);
  console.log(
    `churn, stored identities | marked ${marked} letters, changed ${letters} | ${(marked / letters).toFixed(3)} ×`,
  );
  const seen = new Map(blocks.filter(({ status }) => status !== 'deleted').map((block) => [block.id, block]));
  const share = (ids: Iterable<string>, holds: (id: string) => boolean) => percent([...ids].map(holds));
  const moved = share(edits.keys(), (id) => seen.get(id)?.moved === true);
  const numbered = share(renumbered, (id) => seen.get(id)?.numberBefore !== seen.get(id)?.numberAfter);
  console.log(`shown as moved, stored identities | ${edits.size} provisions | ${moved}`);
  console.log(`shown as renumbered, stored identities | ${renumbered.size} provisions | ${numbered}`);
}

/** How much of the truth an alignment without identities finds, by what was done; and how often it is right, by how sure it said it was. */
function aligned(before: CodeText, { bare, truth, edits }: Edited): void {
  const [old, current] = [walk(before), walk(bare)];
  const { beforeOf, confidence } = align(old, current);
  const found = new Map<string, boolean[]>();
  const sure = new Map<number, boolean[]>();
  for (const [a, visited] of current.entries()) {
    const [b, expected] = [beforeOf[a] ?? null, truth.get(visited.provision.id)];
    const right = b !== null && old[b]?.provision.id === expected;
    if (expected !== undefined) add(found, edits.get(expected) ?? 'in place', right);
    if (b !== null) add(sure, Math.floor((confidence[a] ?? 0) * 20 + 1e-9) / 20, right);
  }
  for (const [what, all] of [...found].toSorted())
    console.log(`aligned without identities, ${what} | ${all.length} provisions | ${percent(all)}`);
  for (const [from, all] of [...sure].toSorted(([x], [y]) => y - x)) {
    console.log(`right where it said ${from.toFixed(2)} or more | ${all.length} pairs | ${percent(all)}`);
  }
}

function add<K>(all: Map<K, boolean[]>, key: K, value: boolean): void {
  all.set(key, [...(all.get(key) ?? []), value]);
}

function percent(all: readonly boolean[]): string {
  return `${((100 * all.filter(Boolean).length) / all.length).toFixed(1)} %`;
}

function printed(text: CodeText): string {
  return walk(text)
    .map(({ provision: { number, heading, text: words } }) => [number, heading, words].filter(Boolean).join(' '))
    .join('\n');
}

/** Every letter once. */
function read(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum;
}

function parsing(before: CodeText, after: CodeText): () => unknown {
  const texts = [JSON.stringify(before), JSON.stringify(after)];
  return () => texts.map((text) => JSON.parse(text));
}

function wordDiff(texts: readonly [string, string], runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
  try {
    const files = ['before.txt', 'after.txt'].map((name) => join(folder, name));
    writeFileSync(files[0] ?? '', texts[0]);
    writeFileSync(files[1] ?? '', texts[1]);
    const options = { stdio: 'pipe', maxBuffer: 1e9 } as const;
    return median(runs, () => {
      try {
        execFileSync('git', ['diff', '--no-index', '--word-diff', ...files], options);
      } catch (told) {
        // git ends with 1 where there is a difference
        if ((told as { status?: number }).status !== 1) throw told;
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function dmp(texts: readonly [string, string], runs: number): number {
  const peer = new DiffMatchPatch.diff_match_patch();
  peer.Diff_Timeout = 0;
  return median(runs, () => peer.diff_main(texts[0], texts[1]));
}

function mb(length: number): string {
  return length < 1e6 ? `${Math.round(length / 1e3)} KB` : `${(length / 1e6).toFixed(1)} MB`;
}
