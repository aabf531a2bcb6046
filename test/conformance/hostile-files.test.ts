import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { documentFormats } from '../../src/format/document-formats.ts';
import { HOSTILE_PACKAGES, HOSTILE_XML, type HostileFile, LARGE_FILES, XINCLUDE } from '../support/hostile-files.ts';

const CHILD = new URL('../support/reading-child.ts', import.meta.url).pathname;
/** The memory that reading one file at most takes, with the program: stated in docs/decisions/012. */
const MOST_MEGABYTES = 1024;
const PATIENCE = 120_000;

const readAs = (fileName: string, bytes: Uint8Array) =>
  documentFormats.read(bytes, { fileName, format: null, base: null });

async function refusalOf({ name, bytes }: HostileFile) {
  const read = await readAs(name, bytes());
  if (read.ok) throw new Error(`${name} was read as ${read.value.provisions.length} provisions`);
  return read.rejection;
}

describe('a hostile file is refused in one sentence that names it', () => {
  test.each([...HOSTILE_PACKAGES, ...HOSTILE_XML].map((file) => [file.name, file] as const))(
    '%s',
    async (name, file) => {
      const { code, sentence, place } = await refusalOf(file);
      expect(code).toBe('input-invalid');
      expect(sentence).toMatch(file.refusal);
      expect(sentence).not.toMatch(/[\n\0]|undefined|XML_PARSE|Error:/);
      expect(sentence.length).toBeLessThan(400);
      expect(place?.file).toBe(name);
    },
    PATIENCE,
  );
});

test('what a file asks to be included is not fetched: it is listed as it stands', async () => {
  const read = await readAs('xinclude.xml', XINCLUDE);
  if (!read.ok) throw new Error(read.rejection.sentence);
  expect(JSON.stringify(read.value.provisions)).not.toContain('root:');
  expect(read.value.report.listed).toMatchObject([{ raw: expect.stringContaining('href="file:///etc/passwd"') }]);
});

test(
  'reading hostile and enormous files holds no more memory than is stated',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proviso-hostile-'));
    try {
      const paths: string[] = [];
      for (const { name, bytes } of [...HOSTILE_PACKAGES, ...HOSTILE_XML, ...LARGE_FILES]) {
        paths.push(join(folder, name));
        await writeFile(join(folder, name), bytes());
      }
      const { stdout } = await promisify(execFile)(process.execPath, [CHILD, ...paths], { timeout: PATIENCE });
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { said?: string; mostMegabytes?: number });
      expect(lines).toHaveLength(paths.length + 1);
      expect(lines.at(-1)?.mostMegabytes).toBeLessThan(MOST_MEGABYTES);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  PATIENCE,
);
