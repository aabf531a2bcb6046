// Everything that must hold before a change lands: the checks side by side, then the tests.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name, ...path) => join(root, 'node_modules', name, ...path);
const report = join(root, 'build', 'test-results.json');
/** What the compiler found the last time: it looks only at what changed since. */
const known = join(root, 'build', 'types.tsbuildinfo');
const only = process.argv.slice(2);

const checks = [
  ['types', bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', known],
  ['types of the scripts of pages', bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.client.json'],
  ['format and lint', bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--reporter=summary', '.'],
  ['unused code', bin('knip', 'bin', 'knip.js')],
];

let passed = 0;
let failed = 0;
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });
if (only.length === 0) {
  for (const { name, ok, said } of await Promise.all(checks.map(check))) {
    process.stdout.write(said);
    console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
    if (ok) passed += 1;
    else failed += 1;
  }
}

const vitest = [
  bin('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];
const testsOk = run([...vitest, ...only]);
if (existsSync(report)) {
  const results = JSON.parse(readFileSync(report, 'utf8'));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
}
// A test file that could not even be loaded has no failed test to count.
if (!testsOk && failed === 0) failed += 1;
if (testsOk && passed === 0) failed += 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a check and keeps what it says until it has ended, so that two do not speak at once. */
async function check([name, ...command]) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, command, { cwd: root, stdio, env: withNode24First() });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((settle) => child.once('close', settle));
  return { name, ok: code === 0, said };
}

function run(command) {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: withNode24First() }).status === 0;
}

function withNode24First() {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, PATH: `${dirname(process.execPath)}${separator}${process.env.PATH}` };
}
