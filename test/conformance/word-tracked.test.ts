import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/core/code/provision.ts';
import { redline } from '../../src/core/code/redline.ts';
import { day } from '../../src/core/kernel/day.ts';
import { readWord, type WordFile } from '../../src/format/docx/read/file.ts';
import { acceptAll, rejectAll, type WordLine } from '../../src/format/docx/read/lines.ts';
import type { ChangeKind } from '../../src/format/docx/read/model.ts';
import { treeOf } from '../../src/format/docx/read/tree.ts';
import { docxRedline } from '../../src/format/docx/text.ts';
import { testData, whyWithout } from '../support/test-data.ts';
import { libreOffice, settledByOffice } from './support/libre-office.ts';

const data = testData('docx-tracked');
const filesIn = (folder: string) =>
  data === null ? [] : readdirSync(join(data, folder)).map((name) => join(data, folder, name));

function opened(path: string): WordFile {
  const read = readWord(readFileSync(path));
  if (!read.ok) throw new Error(`${path}: ${read.sentence}`);
  return read.file;
}

/** What of a line is compared: its words, its number as printed, and whether it stands in a table. */
const said = (lines: readonly WordLine[]) => lines.map(({ number, text, inTable }) => ({ number, text, inTable }));

describe(`tracked changes of others${whyWithout(data)}`, () => {
  const triples = filesIn('triples').filter((path) => !/-(Accepted|Rejected)\.docx$/.test(path));
  const copies = new Set(filesIn('triples'));

  test.skipIf(data === null)('read back to the accepted and the rejected copy of every file, number for number', () => {
    const otherwise = triples.filter((path) => {
      const file = opened(path);
      return (
        [
          ['Accepted', acceptAll],
          ['Rejected', rejectAll],
        ] as const
      ).some(([name, settled]) => {
        const copy = path.replace(/\.docx$/, `-${name}.docx`);
        if (!copies.has(copy)) return false;
        return JSON.stringify(said(settled(file))) !== JSON.stringify(said(acceptAll(opened(copy))));
      });
    });
    expect(triples.length).toBe(18);
    expect(otherwise.map((path) => basename(path))).toEqual([]);
  });

  const kinds: readonly (readonly [string, Partial<Record<ChangeKind, number>>])[] = [
    ['001-DeletedRun', { 'text-deleted': 1 }],
    ['003-DeletedFieldCode', { 'text-deleted': 1, 'field-code': 1 }],
    ['005-InsertedNumberedParagraph', { 'paragraph-inserted': 1, numbering: 2, style: 2, 'text-inserted': 1 }],
    ['007-InsertedTableRow', { 'row-inserted': 1, 'paragraph-inserted': 2, 'text-inserted': 2 }],
    ['009-InsertedParagraph', { 'paragraph-inserted': 1, 'text-inserted': 1 }],
    ['011-InsertedMathChar', { equation: 1 }],
    ['013-DeletedParagraph', { 'paragraph-deleted': 1, 'text-deleted': 1 }],
    ['015-InsertedContentControl', { 'content-control': 2 }],
    ['017-NumberingChange', { numbering: 3 }],
    ['019-RunPropertiesChange', { 'text-formatting': 1 }],
    ['021-TableGridChange', { 'table-formatting': 1, 'table-grid': 1, 'cell-formatting': 20 }],
    [
      '023-CellPropertiesChange',
      { 'table-formatting': 1, 'table-grid': 1, 'cell-formatting': 3, 'paragraph-formatting': 1 },
    ],
  ];

  test.skipIf(data === null).each(kinds)('of the kind %s are recognised and counted', (name, expected) => {
    const file = opened(join(data ?? '', 'kinds', `${name}.docx`));
    expect(Object.fromEntries(file.changes)).toEqual(expected);
  });

  test.skipIf(data === null)('have every kind in the list of kinds', () => {
    expect(kinds.map(([name]) => `${name}.docx`)).toEqual(filesIn('kinds').map((path) => basename(path)));
  });
});

describe(`pairs of files without tracked changes${whyWithout(data)}`, () => {
  const bases = ['WC001-Digits', 'WC002-Unmodified', 'WC004-Large', 'WC007-Unmodified'];
  const pairs = bases.flatMap((base) =>
    filesIn('pairs')
      .filter((path) => basename(path).startsWith(`${base.slice(0, 5)}-`) && basename(path) !== `${base}.docx`)
      .map((path) => [base, basename(path)] as const),
  );

  const office = libreOffice();
  const skipped = office === null ? ' (skipped: no LibreOffice on PATH)' : '';
  const treeIn = (name: string) => treeOf(opened(join(data ?? '', 'pairs', name)), 'after');

  test.skipIf(data === null || office === null)(
    `give tracked changes that LibreOffice accepts to what it reads in the one and rejects to the other${skipped}`,
    () => {
      const names = filesIn('pairs').map((path) => basename(path));
      const files = names.map((name) => ({
        docx: readFileSync(join(data ?? '', 'pairs', name)),
        how: 'Keep' as const,
      }));
      const redlined = pairs.map(([base, changed]) =>
        docxRedline(
          { title: 'Redline', notices: [], dated: day('2018-10-12') },
          redline(treeIn(`${base}.docx`), treeIn(changed)),
        ),
      );
      const settled = settledByOffice(office ?? '', [
        ...files,
        ...redlined.flatMap((docx) => (['Reject', 'Accept'] as const).map((how) => ({ docx, how }))),
      ]).map(wordsIn);
      const read = new Map(names.map((name, at) => [name, settled[at]]));
      const made = settled.slice(names.length);
      pairs.forEach(([base, changed], at) => {
        expect(made[at * 2], `${changed}, rejected`).toEqual(['Redline', ...(read.get(`${base}.docx`) ?? [])]);
        expect(made[at * 2 + 1], `${changed}, accepted`).toEqual(['Redline', ...(read.get(changed) ?? [])]);
      });
    },
    120_000,
  );

  test.skipIf(data === null)('give tracked changes that accept to the one and reject to the other', () => {
    expect(pairs.length).toBe(14);
    for (const [base, changed] of pairs) {
      const [before, after] = [treeIn(`${base}.docx`), treeIn(changed)];
      const bytes = docxRedline({ title: changed, notices: [], dated: day('2018-10-12') }, redline(before, after));
      const made = readWord(bytes);
      if (!made.ok) throw new Error(made.sentence);
      expect(shapesOf(treeOf(made.file, 'after').provisions), changed).toEqual(shapesOf(after.provisions));
      expect(shapesOf(treeOf(made.file, 'before').provisions), changed).toEqual(shapesOf(before.provisions));
    }
  });
});

/** The words that LibreOffice gives, cell by cell; bullets are no words, nor is the mark that it leaves for an empty line. */
function wordsIn(lines: readonly string[]): readonly string[] {
  const cells = lines.flatMap((line) => line.split('\t'));
  return cells.map((line) => line.replace(/\u200d|^\s*•/g, '').trim()).filter((line) => line !== '');
}

/** Provisions without their identities: those of two files that never met are of no meaning to each other. */
function shapesOf(provisions: readonly Provision[]): unknown {
  return provisions.map(({ kind, number, heading, text, children }) => [
    kind,
    number,
    heading,
    text,
    shapesOf(children),
  ]);
}
