import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Provision } from '../../../core/code/provision.ts';
import { readWord } from './file.ts';
import { follows, typedNumber } from './number-form.ts';
import { treeOf, type WordTree } from './tree.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="0">${level(0, 'upperLetter', 'Section %1')}${level(1, 'decimal', '%1%2')}${level(2, 'decimal', '%1%2.%3')}${level(3, 'lowerLetter', '(%4)')}${level(4, 'lowerRoman', '(%5)')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '(%1)')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>`;
const STYLES = `<w:styles ${W}>
  <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Ti"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Ca"><w:name w:val="caption"/></w:style>
</w:styles>`;
const FOOTNOTES = `<w:footnotes ${W}><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> As amended.</w:t></w:r></w:p></w:footnote></w:footnotes>`;

const p = (text: string, { style = '', list = '', bold = '' } = {}) => {
  const numbering =
    list === ''
      ? ''
      : `<w:numPr><w:ilvl w:val="${list.split('/')[1]}"/><w:numId w:val="${list.split('/')[0]}"/></w:numPr>`;
  const lead = bold === '' ? '' : `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${bold}</w:t></w:r>`;
  return `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${numbering}</w:pPr>${lead}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
};
const note = '<w:p><w:r><w:t>With a note.</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>';
const cell = (text: string, bold = false) =>
  `<w:tc><w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${text}</w:t></w:r></w:p></w:tc>`;

function read(body: string): WordTree {
  const file = readWord(
    zipSync({
      'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
      'word/numbering.xml': strToU8(NUMBERING),
      'word/styles.xml': strToU8(STYLES),
      'word/footnotes.xml': strToU8(FOOTNOTES),
    }),
  );
  if (!file.ok) throw new Error(file.sentence);
  return treeOf(file.file, 'after');
}

/** A tree as lines: two spaces a level, then kind, number, heading and words. */
const drawn = (provisions: readonly Provision[], depth = 0): string[] =>
  provisions.flatMap(({ kind, number, heading, text, children }) => [
    `${'  '.repeat(depth)}${[kind, number, heading === null ? null : `“${heading}”`, text === '' ? null : text].filter((part) => part !== null).join(' ')}`,
    ...drawn(children, depth + 1),
  ]);

describe('a file that others wrote', () => {
  test('becomes sections, headings, clauses and paragraphs with the numbers that Word prints', () => {
    const tree = read(
      [
        p('Any Code', { style: 'Ti' }),
        p('Section A ... 1', { style: 'T1' }),
        p('Definitions', { style: 'H1' }),
        p('Security', { style: 'H1' }),
        p('Duties', { style: 'H2' }),
        p('Each member shall lock:', { list: '1/2' }),
        p('every door; and', { list: '1/3' }),
        p('every gate that is', { list: '1/3' }),
        p('open; or', { list: '1/4' }),
        p('loose.', { list: '1/4' }),
        p('Each member shall keep a list.', { list: '1/2' }),
        p('Offences', { style: 'H2' }),
        p('Nobody shall:', { list: '1/2' }),
      ].join(''),
    );
    expect(tree.title).toBe('Any Code');
    expect(tree.contents).toBe(1);
    expect(tree.guesses).toEqual([]);
    expect(drawn(tree.provisions)).toEqual([
      'section Section A “Definitions”',
      'section Section B “Security”',
      '  heading B1 “Duties”',
      '    clause B1.1 Each member shall lock:',
      '      paragraph (a) every door; and',
      '      paragraph (b) every gate that is',
      '        sub-paragraph (i) open; or',
      '        sub-paragraph (ii) loose.',
      '    clause B1.2 Each member shall keep a list.',
      '  heading B2 “Offences”',
      '    clause B2.1 Nobody shall:',
    ]);
  });

  test('has its definitions by a term in bold that something defines, with the lists below them', () => {
    const tree = read(
      [
        p('In this Code:', { list: '1/2' }),
        p(' means an opening in a wall:', { bold: '“Door”' }),
        p('with a lock; or', { list: '2/0' }),
        p('without one.', { list: '2/0' }),
        p(' means one who has signed.', { bold: 'Member' }),
      ].join(''),
    );
    expect(drawn(tree.provisions)).toEqual([
      'clause A1.1 In this Code:',
      '  definition “Door” means an opening in a wall:',
      '    paragraph (a) with a lock; or',
      '    paragraph (b) without one.',
      '  definition “Member” means one who has signed.',
    ]);
    expect(tree.guesses.map((one) => one.confidence)).toEqual([0.9, 0.9]);
  });

  test('has numbers that were typed, with how sure that is', () => {
    const tree = read(
      [
        '1.\tA clause.',
        '1.1\tBelow it:',
        '(a)\tone;',
        '(b)\ttwo;',
        '(i)\tdeeper;',
        '(ii)\tdeeper still;',
        '(c)\tthree.',
        '1.2\tNext.',
        '2.\tLast.',
      ]
        .map((text) => p(text))
        .join(''),
    );
    expect(drawn(tree.provisions)).toEqual([
      'clause 1. A clause.',
      '  clause 1.1 Below it:',
      '    paragraph (a) one;',
      '    paragraph (b) two;',
      '      sub-paragraph (i) deeper;',
      '      sub-paragraph (ii) deeper still;',
      '    paragraph (c) three.',
      '  clause 1.2 Next.',
      'clause 2. Last.',
    ]);
    expect(tree.guesses.every((one) => one.confidence === 0.6 && one.what.includes('was typed'))).toBe(true);
  });

  test('has its tables as rows and cells with their caption, and its notes below what they are to', () => {
    const rows = `<w:tbl><w:tr>${cell('Door', true)}${cell('Lock', true)}</w:tr><w:tr>${cell('Front')}${cell('Bolt')}</w:tr></w:tbl>`;
    const tree = read(p('Locks by door', { style: 'Ca' }) + rows + note);
    expect(drawn(tree.provisions)).toEqual([
      'table “Locks by door”',
      '  header-row',
      '    cell Door',
      '    cell Lock',
      '  row',
      '    cell Front',
      '    cell Bolt',
      'paragraph With a note.',
      '  note 1 As amended.',
    ]);
    expect(tree.guesses).toEqual([
      { place: 'table 1', what: 'its first row is bold and is read as headings', confidence: 0.6 },
    ]);
  });
});

describe('numbers as they are typed', () => {
  test.each([
    ['(h)', '(i)', true],
    ['(i)', '(ii)', true],
    ['(iv)', '(v)', true],
    ['(z)', '(aa)', true],
    ['G3.9', 'G3.10', true],
    ['1.', '2.', true],
    ['(a)', '(c)', false],
    ['G3.9', 'G4.10', false],
    ['1.1', '2', false],
  ])('%s is followed by %s: %s', (before, after, expected) => {
    expect(follows(after, before)).toBe(expected);
  });

  test.each([
    ['(a)\tone', '(a)'],
    ['G3.26 Each User shall', 'G3.26'],
    ['12. Next', '12.'],
    ['2018 was a year', null],
    ['(see below) the words', null],
    ['A member shall', null],
  ])('“%s” begins with %s', (text, expected) => {
    expect(typedNumber(text)?.number ?? null).toBe(expected);
  });
});
