import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Runtime } from './command.ts';
import { commands } from './commands.ts';
import { EXIT, run } from './run.ts';

/** Runs a command that needs no record. */
async function said(...words: readonly string[]): Promise<{ exit: number; out: string; error: string }> {
  const told = { out: '', error: '' };
  const exit = await run(commands, words, { version: '1.2.3' } as Runtime, {
    out: (text) => {
      told.out += text;
    },
    error: (text) => {
      told.error += text;
    },
  });
  return { exit, ...told };
}

test('help for programs is JSON: every command, or one with what it takes', async () => {
  const listed = z
    .array(z.looseObject({ command: z.string(), summary: z.string() }))
    .parse(JSON.parse((await said('help', '--json')).out));
  expect(listed.map(({ command }) => command)).toContain('oscal export');
  const one = JSON.parse((await said('oscal', 'export', '--help', '--json')).out);
  expect(one.options.map(({ name }: { name: string }) => name)).toContain('catalog');
});

test('--version says what version says', async () => {
  expect(await said('--version')).toEqual(await said('version'));
  expect((await said('--version')).out).toContain('1.2.3');
  expect(JSON.parse((await said('--version', '--json')).out)).toEqual(
    JSON.parse((await said('version', '--json')).out),
  );
});

test('a refusal names the option that was typed', async () => {
  const { exit, error } = await said('ballot', 'tally', 'SECMP0065', '--as-of', 'yesterday', '--json');
  expect(exit).toBe(EXIT.fault);
  expect(JSON.parse(error)).toMatchObject({
    sentence: '--as-of is "yesterday"; expected an instant such as 2018-10-24T10:00:00Z.',
    place: { field: 'as-of' },
  });
});

test('what awaits me is asked for as an account', async () => {
  const asked: (string | null)[] = [];
  const runtime = {
    withRecord: async (_: unknown, use: (world: unknown) => Promise<unknown>) => ({
      ok: true,
      value: await use({
        ports: {},
        actor: async (email: string) => {
          asked.push(email);
          return null;
        },
      }),
    }),
  } as unknown as Runtime;
  const errors: string[] = [];
  const words = ['whats-next', '--for', 'me', '--as', 'nobody@example.com'];
  await run(commands, words, runtime, { out: () => undefined, error: (text) => errors.push(text) });
  expect(asked).toEqual(['nobody@example.com']);
  expect(errors[0]).toContain('There is no account "nobody@example.com" in this record');
});
