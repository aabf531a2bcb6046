import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reference } from '../scripts/reference.ts';
import { operations } from '../src/app/operations.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'reference');

describe('the reference', async () => {
  const pages = await reference();

  test('has exactly the pages that are generated', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])('%s says what the code says (mend it with: npm run reference)', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });
});

describe('the listing of app/', () => {
  test('is the list of operations', () => {
    const rooms = join(root, 'src', 'app');
    const files = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) => / = operation\(\{/.test(readFileSync(join(rooms, file), 'utf8')))
      .map((file) => file.replace(/\.ts$/, ''))
      .sort();
    expect(files.length).toBeGreaterThan(0);
    expect(operations.map((one) => `${one.room}/${one.name}`).sort()).toEqual(files);
  });
});

describe('the documents of the project', () => {
  test('README shows both commands on its first screen', () => {
    const screen = readFileSync(join(root, 'README.md'), 'utf8').split('\n').slice(0, 24).join('\n');
    expect(screen).toContain('npm start');
    expect(screen).toContain('npm test');
  });

  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'rulebook/README.md'];

  test.each(documents)('every file that %s links to exists', (document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const targets = [...text.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map((match) => match[1] as string);
    for (const target of targets)
      expect(() => readFileSync(join(root, dirname(document), target)), target).not.toThrow(/ENOENT/);
  });
});
