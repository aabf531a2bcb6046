import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../../src/app/operation.ts';
import type { Ports } from '../../src/app/ports.ts';
import { runOperation } from '../../src/app/run-operation.ts';
import { exportDocument } from '../../src/app/text/export-document.ts';
import { importDocument } from '../../src/app/text/import-document.ts';
import { listVersions } from '../../src/app/text/list-versions.ts';
import { showText } from '../../src/app/text/show-text.ts';
import type { Runtime } from '../../src/cli/command.ts';
import { documentExport, documentImport } from '../../src/cli/commands/document.ts';
import { run } from '../../src/cli/run.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { writeAknDocument } from '../../src/format/akn/write-document.ts';
import { versionWith } from '../support/any-document.ts';
import { EXAMPLE, provision } from '../support/code.ts';
import { withRecord } from '../support/database.ts';
import { generatedCode } from '../support/generated-code.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };

/** A record with the two commands, and a folder for files. */
async function story(tell: (told: Told) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-documents-'));
  await withRecord(async ({ ports, store }) => {
    const runtime = {
      withRecord: async <T>(
        _: string | null,
        use: (world: { ports: Ports; actor: (email: string) => Promise<Actor | null> }) => Promise<T>,
      ) => ({
        ok: true as const,
        value: await use({ ports, actor: async (email) => (email === 'ada@example.com' ? ADMINISTRATOR : null) }),
      }),
      progress: (line: string) => progress.push(line),
    } as unknown as Runtime;
    const progress: string[] = [];
    const command = async (...words: string[]) => {
      const said: string[] = [];
      const say = (text: string): void => {
        said.push(text);
      };
      const exit = await run([documentImport, documentExport], ['document', ...words], runtime, {
        out: say,
        error: say,
      });
      return { exit, said: said.join('\n') };
    };
    const call = async (operation: { readonly name: string }, input: unknown) => {
      const result = await runOperation(operation as unknown as Operation, { ports, actor: ADMINISTRATOR }, input);
      return result.ok ? result.value : { refused: result.rejection.code, sentence: result.rejection.sentence };
    };
    const file = async (name: string, content: string | Uint8Array) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    await tell({
      command,
      call,
      file,
      progress,
      stored: async () => (await store.heads(null)).map(({ stream }) => stream),
    });
  });
}

interface Told {
  readonly command: (...words: string[]) => Promise<{ exit: number; said: string }>;
  readonly call: (operation: { readonly name: string }, input: unknown) => Promise<unknown>;
  readonly file: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly progress: readonly string[];
  readonly stored: () => Promise<readonly string[]>;
}

const AS = ['--as', 'ada@example.com'];

describe('a document on its way in and out', () => {
  test('is adopted with its report, changed by a second file into a version by designation, and given out again', () =>
    story(async ({ command, call, file, progress }) => {
      const first = await file('doors.xml', await writeAknDocument(versionWith(EXAMPLE.provisions)));
      const dry = await command('import', first, '--code', 'doors', '--dry-run');
      expect(dry).toMatchObject({
        exit: 0,
        said: expect.stringContaining('It would be version 1.0 of doors, its first text'),
      });
      expect(await call(showText, { instrument: 'doors', on: '2018-06-28' })).toMatchObject({ refused: 'not-found' });
      expect(progress[0]).toContain('Reading');

      expect((await command('import', first, '--code', 'doors', ...AS)).said).toContain('It is version 1.0 of doors');
      expect(await call(showText, { instrument: 'doors', on: '2018-06-28' })).toMatchObject({
        instrument: { notice: expect.stringMatching(/^Imported text/) },
        provisions: EXAMPLE.provisions,
      });

      const [a, g] = EXAMPLE.provisions;
      if (a === undefined || g === undefined) throw new Error('the example has two sections');
      const changed = {
        ...g,
        children: [...g.children, provision('g-4', { kind: 'clause', number: 'G4', text: 'New.' })],
      };
      const second = await file('g.xml', await writeAknDocument(versionWith([changed])));
      const taken = await command(
        'import',
        second,
        '--code',
        'doors',
        '--document',
        'g',
        '--as-of',
        '2019-01-01',
        ...AS,
      );
      expect(taken.said).toContain('It is version 1.1 of doors by one amendment, in force from 2019-01-01.');
      expect(await call(listVersions, { instrument: 'doors' })).toMatchObject({
        versions: [
          { label: '1.0' },
          { label: '1.1', source: { kind: 'unknown', reference: 'g.xml' }, changed: ['G4'] },
        ],
      });

      const again = await command(
        'import',
        second,
        '--code',
        'doors',
        '--document',
        'g',
        '--as-of',
        '2019-01-01',
        ...AS,
      );
      expect(again.said).toContain('reads so on 2019-01-01 already');
      const given = await command('export', 'doors', 'G', '--on', '2019-01-01', '--life');
      expect(given.said).toContain('<clause eId="sec_g__cl_g4" wId="g-4" period="#tmpg_2">');
      expect(await command('export', 'doors', '--on', '2019-01-01', '--format', 'json')).toMatchObject({
        exit: 0,
        said: expect.stringContaining('"label": "1.1"'),
      });
    }));

  test('of some length is read with what is done of it told', () =>
    story(async ({ command, file, progress }) => {
      const { provisions } = generatedCode({ provisions: 4000, seed: 1 });
      const long = await file('long.xml', await writeAknDocument(versionWith(provisions)));
      expect(await command('import', long, '--code', 'long', '--dry-run')).toMatchObject({ exit: 0 });
      expect(progress).toEqual([
        expect.stringMatching(/^Reading .*long\.xml \(\d\.\d MB\)$/),
        'Reading it as a text; nothing is stored',
        ...Array.from({ length: progress.length - 3 }, () =>
          expect.stringMatching(/^\d+(\.\d)? [KM]B of \d\.\d MB read$/),
        ),
        expect.stringMatching(/^\d{4} provisions read; holding them against what is in force$/),
      ]);
      expect(progress.length).toBeGreaterThan(6);
    }));

  test('of somebody else becomes one document beside those that are there, with identities of its own', () =>
    story(async ({ command, call, file }) => {
      const first = await file('doors.xml', await writeAknDocument(versionWith(EXAMPLE.provisions)));
      await command('import', first, '--code', 'doors', ...AS);
      const body = '<section wId="g-2"><num>1</num><content><p>Pay <b>now</b>.</p></content></section>';
      const ns = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17';
      const other = await file(
        'other.xml',
        `<akomaNtoso xmlns="${ns}"><act name="x"><meta/><body>${body}\n${body.replace('g-2', 'x')}</body></act></akomaNtoso>`,
      );
      const taken = await command(
        'import',
        other,
        '--code',
        'doors',
        '--document',
        'annex',
        '--as-of',
        '2019-01-01',
        ...AS,
      );
      expect(taken.said).toContain(
        'other.xml:1: "b" keeps its words, not its marking. (2 times) /akomaNtoso/act/body/section/content/p/b',
      );
      expect(await call(showText, { instrument: 'doors', on: '2019-01-01' })).toMatchObject({
        provisions: [
          { id: 'a' },
          { id: 'g' },
          { id: 'annex', children: [{ id: 'annex-g-2', text: 'Pay now.' }, { id: 'x' }] },
        ],
      });
    }));

  test('by the API is the same bytes each time', () =>
    story(async ({ call }) => {
      const bytes = await writeAknDocument(versionWith(EXAMPLE.provisions));
      const input = { instrument: 'doors', fileName: 'doors.xml', file: Buffer.from(bytes).toString('base64') };
      expect(await call(importDocument, input)).toMatchObject({
        outcome: 'adopted',
        provisions: 9,
        inForceFrom: '2018-06-28',
      });
      const ask = { instrument: 'doors', document: 'g', on: '2018-10-12' };
      const [one, two] = [await call(exportDocument, ask), await call(exportDocument, ask)];
      expect(one).toEqual(two);
      expect(one).toMatchObject({ fileName: 'doors-g-2018-10-12.akn.xml' });
      expect(await call(exportDocument, { ...ask, document: 'h' })).toMatchObject({ refused: 'not-found' });
      expect(await call(exportDocument, { ...ask, format: 'odt' })).toMatchObject({ refused: 'input-invalid' });
    }));
});

describe('a bad file', () => {
  test('is refused in one sentence with its place, and nothing is stored', () =>
    story(async ({ command, file, stored }) => {
      const before = await stored();
      const import_ = async (path: string, ...more: string[]) =>
        command('import', path, '--code', 'doors', ...more, ...AS);
      const bomb = await file('bomb.xml', '<!DOCTYPE a [<!ENTITY x "y">]>\n<akomaNtoso/>');
      expect(await import_(bomb, '--format', 'akn')).toMatchObject({
        exit: 1,
        said: expect.stringMatching(/bomb\.xml:1: .*document type/),
      });
      const cut = await file('cut.xml', '<akomaNtoso>\n<act>');
      expect((await import_(cut)).said).toMatch(/cut\.xml:\d: The file is not well-formed XML/);
      expect((await import_(await file('plain.txt', 'hello'))).said).toContain('is in no form that is read');
      expect((await import_(await file('deep.json', '['.repeat(10_000)), '--format', 'json')).said).toContain(
        'nested more than',
      );
      expect((await import_(join('nowhere', 'none.xml'))).said).toContain('cannot be read');
      const undated = await file(
        'undated.json',
        '{"text":{"code":"a","title":"A","provisions":[{"id":"a","kind":"section"}]}}',
      );
      expect((await import_(undated)).said).toContain('--as-of');
      expect(await stored()).toEqual(before);
    }));

  test('of 200 MB is refused by its size before it is read', () =>
    story(async ({ command, file }) => {
      const huge = await file('huge.xml', '');
      await truncate(huge, 200 * 1024 * 1024);
      const before = process.memoryUsage().rss;
      expect((await command('import', huge, '--code', 'doors')).said).toContain(
        'The file has 200 MB; at most 32 MB are read.',
      );
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    }));

  test('is held against the schema that is named, before anything else', () =>
    story(async ({ command, file, stored }) => {
      const before = await stored();
      const schema = '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="b"/></s:schema>';
      const path = await file('x.xml', await writeAknDocument(versionWith(EXAMPLE.provisions)));
      const xsd = await file('b.xsd', schema);
      const { exit, said } = await command('import', path, '--code', 'doors', '--schema', xsd, ...AS);
      expect(exit).toBe(1);
      expect(said).toMatch(/x\.xml:2: The file does not satisfy the schema/);
      expect(await stored()).toEqual(before);
    }));
});
