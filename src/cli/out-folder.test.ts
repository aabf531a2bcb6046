import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outFault } from './out-folder.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-out-'));
  await writeFile(join(folder, 'taken'), '');
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder, and a name that is free, are written into', async () => {
  expect(await outFault(folder)).toBeNull();
  expect(await outFault(join(folder, 'new', 'papers'))).toBeNull();
});

test.each(['taken', 'taken/papers'])('%s, where a file stands, is told in one sentence', async (name) => {
  const taken = join(folder, 'taken');
  expect(await outFault(join(folder, name))).toBe(
    `--out: "${taken}" is a file; expected a folder, or a name that is free.`,
  );
});
