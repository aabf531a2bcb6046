import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { amendmentSchema } from '../../core/code/amendment.schema.ts';
import { type Amendment, invertAmendments } from '../../core/code/amendment.ts';
import { applyAmendments } from '../../core/code/apply-amendment.ts';
import { composeAmendments } from '../../core/code/compose-amendments.ts';
import { amendmentsBetween } from '../../core/code/drafting.ts';
import { mapAmendment } from '../../core/code/map-amendment.ts';
import type { CodeText } from '../../core/code/provision.ts';
import { walk } from '../../core/code/tree.ts';
import { readAmendments, readCodeText } from '../../format/code/read-code-file.ts';
import type { Decoded } from '../../format/rulebook/decode.ts';
import type { Runtime } from '../command.ts';
import { run } from '../run.ts';
import { amend } from './amend.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples', 'amendments');
const folder = mkdtempSync(join(tmpdir(), 'proviso-amend-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command reaches for nothing of the world but files. */
const NO_RUNTIME = {} as Runtime;

async function proviso(...words: readonly string[]): Promise<{ exit: number; out: string; error: string }> {
  const said: { out: string[]; error: string[] } = { out: [], error: [] };
  const output = { out: (text: string) => said.out.push(text), error: (text: string) => said.error.push(text) };
  const exit = await run([amend], ['amend', ...words], NO_RUNTIME, output);
  return { exit, out: said.out.join('\n'), error: said.error.join('\n') };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function must<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(decoded.faults.map((fault) => fault.sentence).join('\n'));
  return decoded.value;
}

const read = (name: string): string => readFileSync(join(examples, name), 'utf8');
const base: CodeText = must(readCodeText('base.yaml', read('base.yaml')));
const amendments: readonly Amendment[] = must(readAmendments('amendments.yaml', read('amendments.yaml')));
const amended: CodeText = must(readCodeText('amended.yaml', read('amended.yaml')));
const paths = ['--base', join(examples, 'base.yaml'), '--amendments', join(examples, 'amendments.yaml')];

describe('the worked example', () => {
  test('has an amendment of every kind', () => {
    expect(new Set(amendments.map((one) => one.kind)).size).toBe(8);
  });

  test('gives the amended text, and the instructions that stand beside it', async () => {
    const out = join(folder, 'out.yaml');
    const said = await proviso(...paths, '--out', out);
    expect(said).toMatchObject({ exit: 0, error: '' });
    expect(`${said.out}\n`).toBe(`${read('instructions.txt')}The amended text is in ${out}.\n`);
    expect(readFileSync(out, 'utf8')).toBe(read('amended.yaml'));
  });

  test('gives text and instructions as JSON, and reads JSON as well as YAML', async () => {
    const files = [
      '--base',
      file('base.json', JSON.stringify(base)),
      '--amendments',
      file('list.json', JSON.stringify(amendments)),
    ];
    const said = await proviso(...files, '--json');
    expect(JSON.parse(said.out)).toEqual({
      instructions: expect.arrayContaining([['Omit clause G6.']]),
      faults: [],
      consequences: { made: false, amendments: [], instructions: [], left: [expect.stringContaining('A1 "Lamp"')] },
      text: amended,
    });
  });

  test('keeps every law of amendments', () => {
    expect(applyAmendments(amended, invertAmendments(amendments))).toEqual({ ok: true, text: base });
    const stored: unknown = JSON.parse(JSON.stringify(amendments));
    expect(z.array(amendmentSchema).parse(stored)).toEqual(amendments);
    const composed = composeAmendments(amendments);
    expect(composed.length).toBeLessThanOrEqual(amendments.length);
    expect(applyAmendments(base, composed)).toEqual({ ok: true, text: amended });
    const drafted = amendmentsBetween(base, amended);
    expect(drafted.length).toBeLessThanOrEqual(amendments.length);
    expect(applyAmendments(base, drafted)).toEqual({ ok: true, text: amended });
  });

  test('comes out the same for each two of its amendments, whichever is made first', () => {
    const fitting = amendments.filter((one) => applyAmendments(base, [one]).ok);
    expect(fitting.length).toBeGreaterThan(8);
    for (const one of fitting) {
      for (const other of fitting) {
        const [oneAfter, otherAfter] = [mapAmendment(one, other), mapAmendment(other, one)];
        expect(oneAfter.ok).toBe(otherAfter.ok);
        if (!oneAfter.ok || !otherAfter.ok) continue;
        const first = applyAmendments(base, [other, ...oneAfter.amendments]);
        expect(first.ok).toBe(true);
        expect(first).toEqual(applyAmendments(base, [one, ...otherAfter.amendments]));
      }
    }
  });
});

describe('the consequences for references and terms elsewhere', () => {
  const code = file(
    'code.json',
    JSON.stringify({
      code: 'c',
      title: 'C',
      provisions: [
        { id: 'g1', kind: 'clause', number: 'G1', text: 'One.' },
        { id: 'g2', kind: 'clause', number: 'G2', text: 'Two.' },
        { id: 'g3', kind: 'clause', number: 'G3', text: 'See Sections G1 and G2.' },
      ],
    }),
  );
  const list = file(
    'renumber.json',
    JSON.stringify([
      { kind: 'renumber', target: 'g2', from: 'G2', to: 'G2A' },
      { kind: 'repeal', at: { after: null }, provision: { id: 'g1', kind: 'clause', number: 'G1', text: 'One.' } },
    ]),
  );

  test('are listed as amendments of their own, with what a person has to mend', async () => {
    const said = await proviso('--base', code, '--amendments', list);
    expect(said.out.split('\n')).toEqual([
      '  1. Renumber clause G2 as G2A.',
      '  2. Omit clause G1.',
      'Consequential amendments, to be made with --consequences:',
      '  1. In clause G3, for “G2” substitute “G2A”.',
      'Left for a person to look at:',
      '  G1 is repealed, but still referred to: “Sections G1” in G3.',
    ]);
  });

  test('are made when they are asked for', async () => {
    const said = await proviso('--base', code, '--amendments', list, '--consequences', '--json');
    const { consequences, text } = JSON.parse(said.out);
    expect(consequences.amendments).toEqual([
      { kind: 'replace', target: 'g3', field: 'text', find: 'G2', with: 'G2A', at: [20] },
    ]);
    expect(text.provisions.at(-1).text).toBe('See Sections G1 and G2A.');
  });
});

describe('what is refused', () => {
  const withList = (name: string, text: string) =>
    proviso('--base', join(examples, 'base.yaml'), '--amendments', file(name, text));

  test('an amendment that does not fit, by its index, provision, what was expected and what was found: exit 2', async () => {
    const list = [
      { kind: 'renumber', target: 'g5', from: 'G5', to: 'G7' },
      { kind: 'replace', target: 'g3', find: 'book', with: 'log', at: [25] },
    ];
    const said = await withList('misfit.json', JSON.stringify(list));
    expect(said.exit).toBe(2);
    expect(said.error).toMatch(
      /misfit\.json:amendments\[1\]: Amendment 2 of 2, replace of "g3", does not apply\. G3 does not read as the amendment says at 25: expected “book”, found “og\.”\. \[text-does-not-apply\]$/,
    );
  });

  test.each([
    [
      'an unknown kind',
      'kind.json',
      '[{"kind":"delete"}]',
      /amendments\[0\]\.kind: Found "delete"; expected insert, substitute|amendments\[0\]\.kind/,
    ],
    [
      'a misspelt key, with its line',
      'key.yaml',
      'amendments:\n  - kind: renumber\n    target: g5\n    form: G5\n    to: G7\n',
      /key\.yaml:4:amendments\[0\]\.form: Found the unknown key "form"/,
    ],
    [
      'places that touch',
      'touch.json',
      '[{"kind":"replace","target":"g1","find":"a","with":"b","at":[1,2]}]',
      /amendments\[0\]\.at\[1\]: Expected more than 2, past the place before it, found 2\./,
    ],
    [
      'a change of nothing',
      'same.json',
      '[{"kind":"replace","target":"g1","find":"a","with":"a","at":[1]}]',
      /amendments\[0\]\.with: Expected other words than those of find\./,
    ],
    ['what is not JSON', 'broken.json', '[{', /broken\.json: Not JSON: /],
    ['what is not a list', 'map.json', '{"changes":[]}', /amendments|changes/],
  ])('%s: exit 1', async (_, name, text, sentence) => {
    const said = await withList(name, text);
    expect(said.exit).toBe(1);
    expect(said.error).toMatch(sentence);
  });

  test('a file that is not there, and an option that is left out: exit 1', async () => {
    expect(await proviso('--base', join(folder, 'nowhere.yaml'), ...paths.slice(2))).toMatchObject({ exit: 1 });
    expect(await proviso(...paths.slice(0, 2))).toMatchObject({
      exit: 1,
      error: 'Missing --amendments; expected --amendments FILE [input-invalid]',
    });
    expect(await proviso(...paths, '--out', 'text.docx')).toMatchObject({ exit: 1 });
  });
});

describe('amendments that apply and still leave something wrong', () => {
  const clauses = walk(base).filter(({ provision }) => provision.kind === 'clause');
  const [first, second] = clauses.map(({ provision }) => provision);
  const renumber = { kind: 'renumber', target: first?.id, from: first?.number, to: second?.number };

  test('that give two provisions one number are told, by a list that stands alone in YAML too', async () => {
    const alone = file('alone.yaml', `- ${JSON.stringify(renumber)}\n`);
    const said = await proviso('--base', join(examples, 'base.yaml'), '--amendments', alone);
    expect(said).toMatchObject({ exit: 0, error: '' });
    expect(said.out).toContain('What is wrong with the text that they make:');
    expect(said.out).toContain(`Another provision is numbered ${second?.number} too`);
  });

  test('are none in an empty list, which is said', async () => {
    const said = await proviso('--base', join(examples, 'base.yaml'), '--amendments', file('none.yaml', '[]\n'));
    expect(said.out).toContain('holds no amendment; the text stays as it is.');
  });

  test('are not looked for in a folder or a file that is not there', async () => {
    expect((await proviso('--base', folder, '--amendments', folder)).error).toContain('is not a file');
    const gone = join(folder, 'gone.yaml');
    expect((await proviso('--base', gone, '--amendments', gone)).error).toContain('there is no such file or folder');
  });
});
