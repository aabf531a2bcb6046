// Pages made from PostgreSQL, over loopback: ours against a node:http server that sends the same bytes after one bare
// `select` of the same stream, in one run. A ratio above 1 means that ours is slower than that limit.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const REQUESTS = 400;
const CONNECTIONS = 8;
const PATHS = ['/', '/modifications/SECMP0065', '/sec/G3.26?on=2018-10-12'];

const data = mkdtempSync(join(tmpdir(), 'proviso-bench-'));
const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const server = spawn(process.execPath, [main, 'serve', '--demo', '--port', '0', '--data', data], {
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
let body = '';
const peer = createServer(async (_, response) => {
  await pool.query('select * from event where stream = $1 order by version', ['modification/SECMP0065']);
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(body);
});
await new Promise<void>((settle) => peer.listen(0, '127.0.0.1', settle));
const limit = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;

console.log(`${REQUESTS} requests on ${CONNECTIONS} connections to each; medians`);
for (const path of PATHS) {
  body = await (await fetch(address + path)).text();
  await load(address + path, 50);
  const ours = await load(address + path, REQUESTS);
  await load(limit, 50);
  const bare = await load(limit, REQUESTS);
  console.log(
    `${path} (${(body.length / 1024).toFixed(0)} KB): proviso ${ours.median.toFixed(1)} ms, ${ours.rate.toFixed(0)}/s; ` +
      `node:http with one select ${bare.median.toFixed(1)} ms, ${bare.rate.toFixed(0)}/s; ratio ${(ours.median / bare.median).toFixed(1)}`,
  );
}

peer.close();
await pool.end();
server.removeAllListeners('exit');
server.kill('SIGTERM');
await new Promise((settle) => server.once('exit', settle));
rmSync(data, { recursive: true, force: true });

async function load(url: string, requests: number): Promise<{ readonly median: number; readonly rate: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let left = requests;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left > 0) {
        left -= 1;
        const begun = performance.now();
        await get(url, agent);
        times.push(performance.now() - begun);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { median: times.sort((a, b) => a - b)[times.length >> 1] ?? 0, rate: requests / seconds };
}

function get(url: string, agent: Agent): Promise<void> {
  return new Promise((settle, fail) => {
    request(url, { agent }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on('end', settle);
    })
      .on('error', fail)
      .end();
  });
}
