import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { EXAMPLE } from '../../../test/support/code.ts';
import { redlineBlockSchema } from '../../core/code/redline.schema.ts';
import { readAfter, readBefore } from '../../core/code/redline.ts';
import { instant } from '../../core/kernel/instant.ts';
import type { Runtime } from '../command.ts';
import { run } from '../run.ts';
import { redline } from './redline.ts';

const folder = mkdtempSync(join(tmpdir(), 'proviso-redline-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of the world the command reads files, and the clock for the day that its paper bears. */
const RUNTIME = { recordless: { clock: { now: () => instant('2018-10-05T08:00:00Z') } } } as unknown as Runtime;

async function proviso(...words: readonly string[]): Promise<{ exit: number; out: string; error: string }> {
  const said: { out: string[]; error: string[] } = { out: [], error: [] };
  const output = { out: (text: string) => said.out.push(text), error: (text: string) => said.error.push(text) };
  const exit = await run([redline], ['redline', ...words], RUNTIME, output);
  return { exit, out: said.out.join('\n'), error: said.error.join('\n') };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const words = JSON.stringify(EXAMPLE);
const before = file('before.json', words);
const after = file(
  'after.json',
  words.replace('a list of its doors', 'a full list of its doors').replace('"G1"', '"G1A"'),
);

test('two files are compared provision by provision, and the first line says how much changed', async () => {
  const { exit, out } = await proviso(before, after, '--changes');
  expect(exit).toBe(0);
  expect(out).toContain('Provisions: 1 renumbered, 1 reworded.');
  expect(out).toContain('[-G1-]{+G1A+} Each member shall lock every door that it owns.');
  expect(out).toContain('keep a {+full +}list of its doors.');
  expect(out).not.toContain('its key is turned');
});

test('as JSON it reads as the one text and as the other', async () => {
  const { out } = await proviso(before, after, '--format', 'json');
  const blocks = z.object({ blocks: z.array(redlineBlockSchema) }).parse(JSON.parse(out)).blocks;
  const wordsOf = (all: ReturnType<typeof readBefore>) => all.map(({ text }) => text);
  expect(wordsOf(readBefore(blocks))).toContain('Each member shall keep a list of its doors.');
  expect(wordsOf(readAfter(blocks))).toContain('Each member shall keep a full list of its doors.');
});

test('a paper goes into the file that is named', async () => {
  const output = join(folder, 'redline.html');
  expect(await proviso(before, after, '--format', 'html', '--output', output)).toMatchObject({ exit: 0 });
  expect(readFileSync(output, 'utf8')).toContain('<ins>');
});

test.each([
  [['none.json', 'none.json'], 'neither a file nor a version'],
  [[before, after, '--format', 'rtf'], 'expected text, html, docx, pdf, json'],
  [[before, file('half.json', '{"code": "x", "provisions": [')], 'half.json: Not JSON'],
])('%s is refused with one sentence', async (given, sentence) => {
  const { exit, error } = await proviso(...given);
  expect(exit).toBe(1);
  expect(error).toContain(sentence);
});
