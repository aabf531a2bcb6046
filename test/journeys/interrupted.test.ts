import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { writeAknDocument } from '../../src/format/akn/write-document.ts';
import { openDatabase } from '../../src/store/database.ts';
import { versionWith } from '../support/any-document.ts';
import { proviso, start } from '../support/command.ts';
import { generatedCode } from '../support/generated-code.ts';
import { serve, temporaryFolder } from '../support/server.ts';

/** Settles when the command tells a line of this kind; fails when it ends before. */
function toldBy({ stderr }: ChildProcess, line: RegExp): Promise<void> {
  return new Promise((settle, fail) => {
    const lines = createInterface({ input: stderr as NodeJS.ReadableStream });
    lines.on('line', (told) => line.test(told) && settle()).on('close', () => fail(new Error(`it never told ${line}`)));
  });
}

test('an import that is interrupted by Ctrl-C stores nothing, ends its PostgreSQL in order, and can be made again', async () => {
  const file = join(await temporaryFolder(), 'doors.xml');
  await writeFile(file, await writeAknDocument(versionWith(generatedCode({ provisions: 400, seed: 1 }).provisions)));
  const { data, stop } = await serve({ demo: true });
  const as = ['--data', data, '--as', 'code-administrator@demo.invalid'];
  const words = ['document', 'import', file, '--code', 'doors', ...as];
  const exported = () => proviso('document', 'export', 'doors', '--on', '2018-06-28', '--data', data);

  // beside a server: the log is locked by another transaction, so that the import is at work when it is interrupted
  const { url, stop: leave } = await openDatabase({ data }, 'command');
  const other = new pg.Client(url);
  await other.connect();
  await other.query('begin');
  await other.query('lock table event in share mode');
  const beside = start(...words);
  await toldBy(beside, /^\d+ provisions read/);
  beside.kill('SIGINT');
  expect(await once(beside, 'close')).toEqual([130, null]);
  await other.query('rollback');
  await other.end();
  await leave();
  expect((await exported()).error).toContain('not-found');

  // alone: it had PostgreSQL started for itself
  expect(await stop()).toBe(0);
  const alone = start(...words);
  const said = alone.stderr === null ? '' : text(alone.stderr);
  const closed = once(alone, 'close');
  while (!existsSync(join(data, 'proviso.lock'))) await pause(5);
  alone.kill('SIGINT');
  expect(await closed).toEqual([130, null]);
  expect(await said).toContain('proviso: stopped by Ctrl-C; what was not finished is not stored.');
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  expect((await exported()).error).toContain('not-found');

  expect(await proviso(...words)).toMatchObject({
    code: 0,
    out: expect.stringContaining('It is version 1.0 of doors'),
  });
  expect((await exported()).out).toContain('<section eId="sec_a"');
}, 120_000);
