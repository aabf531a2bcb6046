// Runs on any Node from 20: installs what is missing, then starts the second step on the Node 24 that npm installed.
// The second step is started from here by its path, because a shell that began `npm start` on a fresh clone has already
// resolved `node` to the old one.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.proviso-installed');

const STEPS = {
  start: ['src/main.ts', 'serve', '--demo'],
  test: ['scripts/test.mjs'],
};

const [step, ...rest] = process.argv.slice(2);
if (!(step in STEPS)) {
  console.error(`setup: "${step}" is not a step; expected one of ${Object.keys(STEPS).join(', ')}`);
  process.exit(1);
}
install();
run([...STEPS[step], ...rest]);

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what is missing (once; a minute or two) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('The installation failed; what npm said stands above. Nothing was started.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function run(args) {
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env };
  const child = spawn(node24, args, { cwd: root, stdio: 'inherit', env });
  // Ctrl-C reaches the child by itself; staying alive lets it close its database first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
