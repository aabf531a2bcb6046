import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ports } from '../../src/app/ports.ts';
import type { Runtime } from '../../src/cli/command.ts';
import { oscalExport, oscalImport } from '../../src/cli/commands/oscal.ts';
import { run } from '../../src/cli/run.ts';
import type { Actor } from '../../src/core/party/actor.ts';
import { documentFormats } from '../../src/format/document-formats.ts';
import { seed, withCase } from '../support/play.ts';
import { testData } from '../support/test-data.ts';

const ADMINISTRATOR: Actor = { id: 'ada', name: 'Ada', role: 'code-administrator' };
const schemas = testData('oscal/schemas');
/** Without the data the files are made and read alike, and held against no schema. */
const against = (root: string): string[] =>
  schemas === null ? [] : ['--schema', join(schemas, `oscal_${root}_schema.json`)];

test('provisions, what binds a class and what a modification changes go out as OSCAL and come back', () =>
  withCase(async (play, { ports, store }) => {
    await play.raise('SECMP0065', seed.proposal.legalText);
    const folder = await mkdtemp(join(tmpdir(), 'proviso-oscal-'));
    const runtime = {
      withRecord: async <T>(
        _: string | null,
        use: (world: { ports: Ports; actor: () => Promise<Actor> }) => Promise<T>,
      ) => ({
        ok: true as const,
        value: await use({ ports, actor: async () => ADMINISTRATOR }),
      }),
      recordless: { clock: ports.clock, documents: documentFormats },
      progress: () => undefined,
    } as unknown as Runtime;
    const command = async (...words: string[]) => {
      const said: string[] = [];
      const say = (text: string): void => {
        said.push(text);
      };
      const exit = await run([oscalExport, oscalImport], ['oscal', ...words], runtime, { out: say, error: say });
      return { exit, said: said.join('\n') };
    };
    const file = (name: string): string => join(folder, name);
    const ok = async (...words: string[]): Promise<string> => {
      const { exit, said } = await command(...words);
      expect(exit, said).toBe(0);
      return said;
    };

    // the provisions, which come back as a first text of another instrument, equal
    await ok('export', '--catalog', 'sec', '--on', '2018-10-12', '--out', file('sec.json'), ...against('catalog'));
    const report = await ok('import', file('sec.json'), ...against('catalog'));
    expect(report).toMatch(
      /OSCAL 1\.2\.1 catalog "Smart Energy Code".*, made by Proviso: \d+ provisions\.\nNothing is stored/,
    );
    const taken = await ok('import', file('sec.json'), '--code', 'copy', '--as', 'ada');
    expect(taken).toContain('of copy, its first text, in force from 2018-10-04');
    await ok('export', '--catalog', 'copy', '--on', '2018-10-12', '--out', file('copy.json'));
    const groups = async (name: string) => JSON.parse(await readFile(file(name), 'utf8')).catalog.groups;
    const words = (all: unknown): string => JSON.stringify(all).replaceAll('/copy/', '/sec/');
    expect(words(await groups('copy.json'))).toBe(words(await groups('sec.json')));

    // edited by another tool, it comes back as one amendment
    const edited = (await readFile(file('copy.json'), 'utf8')).replace('best endeavours', 'every endeavour');
    await writeFile(file('edited.json'), edited);
    const published = await ok('import', file('edited.json'), '--code', 'copy', '--as-of', '2019-01-01', '--as', 'ada');
    expect(published).toContain('of copy by one amendment, in force from 2019-01-01');

    // what binds a class: its duties come back as a file for a rulebook
    const profiled = ['export', '--profile', 'large-supplier', '--on', '2018-10-12', '--out', file('p.json')];
    expect(await ok(...profiled, ...against('profile'))).toContain('properties in a namespace of our own');
    const heads = await store.heads(null);
    const told = await ok('import', file('p.json'), '--out', file('duties.yaml'), ...against('profile'));
    expect(told).toContain('put it into obligations/ of a rulebook');
    const { obligations, wordings } = parse(await readFile(file('duties.yaml'), 'utf8'));
    const { obligations: all } = await ports.rulebooks.current('sec');
    const bound = all.filter(({ bearers }) => bearers.includes('large-supplier')).map(({ id }) => id);
    expect(bound).toEqual(expect.arrayContaining(obligations.map(({ id }: { id: string }) => id)));
    expect(obligations).toContainEqual(expect.objectContaining({ id: 'secure-smets1-systems', provision: 'G3.26' }));
    expect(wordings.map(({ id }: { id: string }) => id)).toContain('g3-26-old');

    // what a modification changes
    await ok(
      'export',
      '--modification',
      'SECMP0065',
      '--on',
      '2018-10-12',
      '--out',
      file('m.json'),
      ...against('profile'),
    );
    expect(await ok('import', file('m.json'))).toMatch(/2 duties, 2 wordings, 2 changes of duties, \d+ amendments/);
    expect(await store.heads(null)).toEqual(heads);

    // what is refused says why in one sentence and stores nothing
    const bad = await readFile(file('sec.json'), 'utf8');
    await writeFile(file('twice.json'), bad.replace('"id": "g3-27"', '"id": "g3-26"'));
    const refusals = [
      [['export'], 'Expected one of --catalog CODE, --profile CLASS and --modification ID, found none of them.'],
      [['export', '--catalog', 'sec', '--profile', 'x'], 'found --catalog and --profile.'],
      [['export', '--profile', 'giants'], 'has no class of parties "giants"; it has large-supplier'],
      [['export', '--profile', 'large-supplier', '--on', '2001-01-01'], 'has words in force on 1 January 2001'],
      [['import', file('twice.json'), '--code', 'twice', '--as', 'ada'], 'The id "g3-26" stands at catalog.groups'],
      [['import', file('p.json'), '--code', 'p', '--as', 'ada'], 'holds no provisions; expected a catalog'],
      [['import', file('sec.json'), '--out', file('x.yaml')], 'carries no duties of ours'],
      [['import', file('sec.json'), ...against('profile')], 'does not satisfy the schema'],
    ] as const;
    for (const [given, sentence] of refusals) {
      if (sentence.includes('schema') && schemas === null) continue;
      const { exit, said } = await command(...given);
      expect(said).toContain(sentence);
      expect(exit).toBe(1);
    }
    expect(await store.heads(null)).toEqual(heads);
  }));
