// The register at the size of a large code's whole history: every page that reads it, at the server over loopback, against
// 50 ms and against the bare SQL of the same rows in the same run; and what happens next for everyone after one event,
// against 20 ms. The record is one that the core decided command by command (test/support/generated-register.ts).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { openAccounts } from '../src/web/accounts/kept-accounts.ts';
import { shippedRegister } from '../test/support/register-record.ts';

const SIZE = { modifications: 3398, live: 142, parties: 200, seed: 1 };
const USERS = 400;
const REQUESTS = 60;
const PAGE_LIMIT = 50;
const NEXT_LIMIT = 20;
const PASSWORD = 'a-password-of-the-bench';

const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const data = join(folder, 'data');
const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const register = await shippedRegister(SIZE);
const file = join(folder, 'record.ndjson');
writeFileSync(file, `${register.lines.join('\n')}\n`);
const begun = performance.now();
const imported = spawnSync(process.execPath, [main, 'record', 'import', file, '--data', data], { encoding: 'utf8' });
if (imported.status !== 0) throw new Error(imported.stderr);
console.log(`${imported.stdout.trim()} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);

process.once('exit', () => server.kill('SIGTERM'));
const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise<string>((settle, fail) => {
  server.once('exit', () => fail(new Error('the server ended before it served')));
  createInterface({ input: server.stdout }).on('line', (line) => {
    const found = /^Proviso is at (\S+)/.exec(line)?.[1];
    if (found !== undefined) settle(found);
  });
});
const password = readFileSync(join(data, 'postgres.password'), 'utf8');
const port = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
const pool = new pg.Pool({ connectionString: `postgres://proviso:${password}@127.0.0.1:${port}/proviso` });
pool.on('error', () => undefined);
await pool.query('vacuum analyze');
await makeUsers();
const administrator = await signIn('administrator@bench.invalid');
const member = await signIn('member@bench.invalid');

const live = register.modifications.findLast(({ fate }) => fate === 'consultation')?.id ?? '';
const old = register.modifications.find(({ fate }) => fate === 'Implemented')?.id ?? '';
const ROW = `select m.*, c.categories, c.documents from modification m join modification_content c on c.id = m.id
  where m.known_until is null`;
const OPEN = `${ROW} and m.status = 'open'`;
const SOUGHT = `c.english @@ phraseto_tsquery('english', 'security') and c.english @@ phraseto_tsquery('english', 'report')`;
const days = Array.from({ length: 20 }, (_, at) => `2017-${String(1 + (at % 12)).padStart(2, '0')}-${10 + at}`);
const ofStream = (id: string) => `select * from event where stream = 'modification/${id}' order by version`;

console.log(
  `${SIZE.modifications} modifications, ${SIZE.live} live, ${USERS} users; ${REQUESTS} requests each, medians`,
);
await page('register', '/', `${ROW} order by m.raised_on desc, m.id desc limit 50`);
await page('register, open', '/?status=open', `${OPEN} order by m.raised_on desc limit 50`);
await page(
  'register, five filters',
  '/?status=ended&proposer=larch&category=gas-network&raisedFrom=2016-06-01&raisedTo=2018-02-01',
  `${ROW} and m.status <> 'open' and m.proposer like 'Larch%' and 'gas-network' = any(c.categories) and m.raised_on between 16953 and 17563 order by m.raised_on desc limit 50`,
);
await page('search, words in most', '/?words=security+report', `${ROW} and ${SOUGHT} limit 50`);
await page('search, one found', '/?words=mark77x', `${ROW} and c.exact @@ 'mark77x'::tsquery`);
await page(
  'as it stood on a day',
  days.map((on) => `/?on=${on}`),
  `select m.* from modification m where m.known_from <= '2017-06-01' and (m.known_until is null or m.known_until > '2017-06-01') order by m.raised_on desc limit 50`,
);
await page('board', '/board', OPEN);
await page('board as a table', '/board?as=table', OPEN);
await page('next, everyone', '/next?for=', OPEN);
await page('next, oneself', '/next', OPEN);
await page('next, oneself (a seat)', '/next', OPEN, member);
await page('a live modification', `/modifications/${live}`, ofStream(live));
await page('an old modification', `/modifications/${old}`, ofStream(old));
await page('register as CSV, whole', '/register.csv', ROW);
await afterOneEvent();

await pool.end();
server.removeAllListeners('exit');
server.kill('SIGTERM');
await new Promise((settle) => server.once('exit', settle));
rmSync(folder, { recursive: true, force: true });

async function page(name: string, paths: string | readonly string[], sql: string, cookie = administrator) {
  const all = typeof paths === 'string' ? [paths] : paths;
  const at = (index: number) => all[index % all.length] ?? '';
  for (let index = 0; index < Math.max(10, all.length); index += 1) await get(at(index), cookie);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    ours.push(await timed(() => get(at(index), cookie)));
    bare.push(await timed(() => pool.query(sql)));
  }
  told(name, median(ours), median(bare), PAGE_LIMIT);
}

/** One paper that the administrator submits, then what happens next for everyone. */
async function afterOneEvent() {
  const ours: number[] = [];
  const bare: number[] = [];
  const papers = { report: 'report', 'second-report': 'modification_report' } as const;
  for (const { id, fate } of register.modifications) {
    if (fate !== 'report' && fate !== 'second-report') continue;
    const acted = await fetch(`${address}/api/modification/submit-paper`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie: administrator },
      body: JSON.stringify({ modification: id, step: papers[fate] }),
    });
    const said = await acted.text();
    if (acted.status !== 200) throw new Error(said);
    ours.push(await timed(() => get('/api/modification/whats-next', administrator)));
    bare.push(
      await timed(async () => {
        await pool.query(OPEN);
        await pool.query(ofStream(id));
      }),
    );
  }
  told(`whats-next for everyone after one event (${ours.length} events)`, median(ours), median(bare), NEXT_LIMIT);
}

function told(name: string, ours: number, bare: number, limit: number): void {
  const held = ours <= limit ? 'within' : 'ABOVE';
  console.log(
    `${name}: ${ours.toFixed(1)} ms, ${held} ${limit} ms; bare SQL ${bare.toFixed(1)} ms; ratio ${(ours / bare).toFixed(1)}`,
  );
}

async function get(path: string, cookie: string): Promise<void> {
  const answer = await fetch(address + path, { headers: { cookie } });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 300)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

async function makeUsers(): Promise<void> {
  const accounts = await openAccounts({ pool, baseUrl: address });
  const named = [
    { name: 'Administrator', role: 'code-administrator', seat: null, party: null },
    { name: 'Member', role: 'change-board', seat: 'large-supplier-1', party: null },
  ] as const;
  const others = Array.from({ length: USERS - named.length }, (_, at) => ({
    ...{ name: `User ${at}`, role: 'party' as const, seat: null, party: register.parties[at % SIZE.parties] ?? null },
  }));
  for (const one of [...named, ...others]) {
    const email = `${one.name.toLowerCase().replace(' ', '-')}@bench.invalid`;
    const made = await accounts.create({ ...one, email, password: PASSWORD });
    if ('rejection' in made) throw new Error(made.rejection.sentence);
  }
}

async function signIn(email: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
