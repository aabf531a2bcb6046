import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { proviso } from '../support/command.ts';
import { temporaryFolder } from '../support/server.ts';

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The commands of the README that need no record: `npx proviso effect …`, without the remark behind it. */
const commands = [...readme.matchAll(/^npx proviso ((?:effect|working-days) [^#\n]*)(?:# (\S+))?/gm)];

describe('the README', () => {
  test.each(commands.map((found) => [found[1]?.trim() ?? '', found[2] ?? '']))(
    'shows "%s", which works',
    async (words, shown) => {
      const { code, out, error } = await proviso(...words.split(' '));
      expect([code, error]).toEqual([0, '']);
      expect(out).toContain(shown.replace(/[:;,]$/, ''));
    },
  );

  test('has such commands', () => expect(commands.length).toBeGreaterThan(1));

  test('promises that npm start serves the case SECMP0065', async () => {
    const data = await temporaryFolder();
    const setup = [join(root, 'scripts', 'setup.mjs'), 'start', '--port', '0', '--data', join(data, 'record')];
    const started = spawn(process.execPath, setup, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(started, 'close');
    try {
      for await (const line of createInterface({ input: started.stdout })) {
        const address = /^Proviso is at (\S+)/.exec(line)?.[1];
        if (address === undefined) continue;
        expect(await (await fetch(`${address}/`)).text()).toContain('SECMP0065');
        return;
      }
      expect.fail('npm start ended before it printed an address');
    } finally {
      started.kill('SIGTERM');
      await closed;
    }
  });
});
