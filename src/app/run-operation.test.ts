import { expect, test } from 'vitest';
import { z } from 'zod';
import { done, operation } from './operation.ts';
import type { Ports } from './ports.ts';
import { inputFault, runOperation } from './run-operation.ts';

const echo = operation({
  name: 'echo',
  room: 'record',
  kind: 'read',
  summary: 'Gives back what it is given.',
  roles: 'anyone',
  input: z.unknown(),
  output: z.unknown(),
  run: async (_, input) => done(input),
});
const caller = {
  ports: { clock: { now: () => '2018-10-05T09:00:00Z' } } as unknown as Ports,
  actor: { role: 'public', account: null, name: 'Anybody', seat: null, party: null } as never,
};

test.each<[string, unknown, string, string]>([
  ['NUL in a field', { modification: 'SEC\u0000' }, 'modification', 'a control character U+0000; expected plain text'],
  ['a bell deep inside', { a: [{ b: '\u0007' }] }, 'a.0.b', 'a control character U+0007; expected plain text'],
  ['half of a character', { body: '\ud800' }, 'body', 'half of a character (U+D800); expected whole characters'],
])('%s is refused with its field before any operation sees it', async (_, input, field, sentence) => {
  expect(await runOperation(echo, caller, input)).toMatchObject({
    ok: false,
    rejection: { code: 'input-invalid', sentence: `${field}: found ${sentence}`, place: { field } },
  });
});

test('a control character in the name of a field is refused', async () => {
  expect(await runOperation(echo, caller, { 'a\u0000': 1 })).toMatchObject({
    ok: false,
    rejection: { sentence: 'The input: found a control character U+0000; expected plain text' },
  });
});

test('tabs and line ends go in', async () => {
  const input = { body: 'one\n\ttwo' };
  expect(await runOperation(echo, caller, input)).toEqual({ ok: true, value: input });
});

test.each<[z.ZodType, unknown, string]>([
  [z.string().max(3), 'long', 'expected at most 3 characters'],
  [z.array(z.int()).min(1), [], 'expected at least 1 entry'],
  [z.int().min(1), 0, 'expected at least 1'],
  [z.enum(['gas', 'power']), 'water', 'expected one of gas, power'],
  [z.string(), 3, 'expected a text'],
  [z.strictObject({}), { colour: 1 }, 'nothing is known by the name "colour"'],
  [z.string().regex(/^a$/), 'b', 'it is not written in the form that is expected'],
  [z.string().regex(/^a$/, 'expected the letter a'), 'b', 'expected the letter a'],
])('what is wrong with an input is told in plain words: %#', (schema, input, sentence) => {
  const { error } = z.safeParse(schema, input);
  if (error === undefined) throw new Error('nothing is wrong');
  expect(inputFault(error).sentence).toBe(`The input: ${sentence}`);
});
