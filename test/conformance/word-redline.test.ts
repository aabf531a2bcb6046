import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/core/code/provision.ts';
import { redline } from '../../src/core/code/redline.ts';
import { day } from '../../src/core/kernel/day.ts';
import { docxDocument } from '../../src/format/docx/document.ts';
import { readWord } from '../../src/format/docx/read/file.ts';
import { acceptAll, rejectAll } from '../../src/format/docx/read/lines.ts';
import { docxRedline } from '../../src/format/docx/text.ts';
import { provision } from '../support/code.ts';
import { libreOffice, settledByOffice } from './support/libre-office.ts';
import { partsOf } from './support/read-docx.ts';
import { SPECIMEN } from './support/specimen.ts';

const office = libreOffice();
const skipped = office === null ? ' (skipped: no LibreOffice on PATH)' : '';
const PATIENCE = 120_000;

const clause = (id: string, text: string, children: readonly Provision[] = []) =>
  provision(id, { kind: 'clause', text, children });
const row = (id: string, ...words: readonly string[]) =>
  provision(id, { kind: 'row', children: words.map((text, at) => provision(`${id}-${at}`, { kind: 'cell', text })) });
const table = (...children: readonly Provision[]) =>
  provision('t', { kind: 'table', heading: 'Locks by door', children });

const BEFORE = {
  provisions: [
    clause('a', 'Each member shall lock every door.', [
      clause('a-1', 'A door includes a gate.'),
      clause('a-2', 'A gate includes a hatch.'),
    ]),
    clause('b', 'Each member shall keep a list.'),
    clause('c', 'Each member shall show the list.'),
    table(row('x', 'Front', 'Bolt'), row('y', 'Back', 'Chain')),
    clause('d', 'Nothing here binds a guest.'),
  ],
};
const AFTER = {
  provisions: [
    clause('c', 'Each member shall show the list.'),
    clause('a', 'Each member shall lock every gate and door.', [
      clause('a-2', 'A gate includes a hatch.'),
      clause('a-3', 'A hatch includes a flap.'),
    ]),
    clause('b', 'Each member shall keep a list.'),
    table(row('y', 'Back', 'Chain'), row('z', 'Side', 'Weld')),
    clause('d', 'Nothing here binds a guest.'),
  ],
};

/** The words of a text, line by line, as a plain text of it has them. */
const linesOf = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap((one) => [
    ...[one.heading ?? '', one.text].filter((words) => words !== ''),
    ...linesOf(one.children),
  ]);

describe(`a redline with moves, rows and whole paragraphs, settled by LibreOffice${skipped}`, () => {
  const bytes = docxRedline({ title: 'Doors', notices: [], dated: day('2018-10-12') }, redline(BEFORE, AFTER));

  test.skipIf(office === null).each([
    ['Accept', AFTER],
    ['Reject', BEFORE],
  ] as const)(
    '%s all gives the lines of that text',
    (how, text) => {
      const lines = settledByOffice(office ?? '', [{ docx: bytes, how }]).flatMap((all) =>
        all.flatMap((line) => line.split('\t')),
      );
      // a plain text has the indents of its lines as spaces
      const words = lines.map((line) => line.trim()).filter((line) => line !== '');
      expect(words).toEqual(['Doors', ...linesOf(text.provisions)]);
    },
    PATIENCE,
  );
});

describe('a paper of a paragraph that moved and was reworded', () => {
  const far = (text: string) => clause('m', text, [clause('m-1', 'A lock includes a bolt.')]);
  const [before, after] = [
    { provisions: [far('Each guest shall show a key to the porter.'), ...BEFORE.provisions] },
    { provisions: [...BEFORE.provisions, far('Each guest shall show a badge to the porter.')] },
  ];
  const paper = {
    ...SPECIMEN,
    contents: false,
    blocks: [{ kind: 'redline' as const, blocks: redline(before, after) }],
  };
  const asRead = async (settle: typeof acceptAll) => {
    const read = readWord(await docxDocument(paper));
    if (!read.ok) throw new Error(read.sentence);
    return settle(read.file).map(({ text }) => text);
  };

  test('has a tracked move of each paragraph, and where it stands now the words that it gained', async () => {
    const xml = partsOf(await docxDocument(paper))['word/document.xml'] ?? '';
    const named = (name: string) => [...xml.matchAll(new RegExp(`<w:${name}RangeStart [^>]*w:name="(\\w+)"`, 'g'))];
    expect(named('moveFrom').map(([, name]) => name)).toEqual(['move1', 'move2']);
    expect(named('moveTo').map(([, name]) => name)).toEqual(['move1', 'move2']);
    expect(xml).toMatch(/<w:moveFrom [^>]*><w:r><w:t[^>]*>[^<]*key/);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>badge</);
  });

  test.each([
    ['after', acceptAll, after],
    ['before', rejectAll, before],
  ] as const)('reads back to the text %s', async (_, settle, text) => {
    const lines = (await asRead(settle)).filter((line) => line !== '');
    const expected = linesOf(text.provisions);
    expect(lines.slice(-expected.length)).toEqual(expected);
  });

  test.skipIf(office === null).each([
    ['Accept', after],
    ['Reject', before],
  ] as const)(
    `LibreOffice's %s all gives the lines of that text${skipped}`,
    async (how, text) => {
      const [lines = []] = settledByOffice(office ?? '', [{ docx: await docxDocument(paper), how }]);
      const words = lines
        .flatMap((line) => line.split('\t'))
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const expected = linesOf(text.provisions);
      expect(words.slice(-expected.length)).toEqual(expected);
    },
    PATIENCE,
  );
});
