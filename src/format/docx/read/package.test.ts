import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { day } from '../../../core/kernel/day.ts';
import { docxText } from '../text.ts';
import { readWord } from './file.ts';

const BODY = (inner: string) =>
  strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`,
  );
const whole = docxText({ title: 'Any Code', notices: [], dated: day('2018-10-12') }, { provisions: [] });

const sentenceOf = (bytes: Uint8Array): string => {
  const read = readWord(bytes);
  return read.ok ? 'read' : read.sentence;
};

describe('a file that is no Word file, or a hostile one, is refused with one sentence', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /is not a Word file: expected a zip package/],
    ['words', strToU8('Dear Sirs'), /is not a Word file/],
    [
      'an old or protected Word file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      /older \.doc or protected by a password/,
    ],
    ['another zip', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), /is a zip but no Word file/],
    ['a file that is cut off', whole.subarray(0, whole.length / 2), /is damaged or cut off/],
    ['200 MB', new Uint8Array(200 * 1024 * 1024), /is 200 MB; expected at most 32 MB/],
    [
      'a zip bomb',
      zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }),
      /inflates to 40 MB, \d+ times its size/,
    ],
    [
      'a path out of the package',
      zipSync({ '../word/document.xml': strToU8('<a/>') }),
      /entry "\.\.\/word\/document\.xml", which is a path out/,
    ],
    ['a path from the root', zipSync({ '/etc/passwd': strToU8('x') }), /a path out of the package/],
    ['a path of Windows', zipSync({ 'C:\\x': strToU8('x') }), /a path out of the package/],
    [
      'XML that is broken',
      zipSync({ 'word/document.xml': strToU8('<a><b></a>') }),
      /part "word\/document\.xml" cannot be read: it is not well-formed/,
    ],
    [
      'an entity bomb',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      /it declares a document type/,
    ],
    [
      'an entity that nobody declared',
      zipSync({ 'word/document.xml': BODY('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>') }),
      /not well-formed/,
    ],
    [
      'elements nested without end',
      zipSync({ 'word/document.xml': BODY('<w:sdt>'.repeat(5000)) }),
      /nested more than 400 deep/,
    ],
    [
      'letters in no encoding',
      zipSync({ 'word/document.xml': Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c) }),
      /letters are not in the encoding/,
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(sentenceOf(bytes)).toMatch(sentence);
    expect(sentenceOf(bytes)).toMatch(/^The file[^\n]*\.$/);
  });

  test('more entries than any Word file has', () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`x/${at}`, new Uint8Array(0)]));
    expect(sentenceOf(zipSync(many, { level: 0 }))).toMatch(/more than 5000 entries/);
  });

  test('one that says that it is small and is not: what it says is all that is inflated', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(4 * 1024 * 1024).fill(32) });
    // sizes that the two headers declare
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 4 * 1024 * 1024) view.setUint32(at, 100, true);
    }
    expect(sentenceOf(bomb)).toMatch(/cannot be read|damaged/);
  });
});

describe('a Word file with anything in it is read', () => {
  const wordOf = (inner: string) => zipSync({ 'word/document.xml': BODY(inner) });

  test('with parts missing, with nothing in it, with elements that nobody knows', () => {
    expect(sentenceOf(wordOf(''))).toBe('read');
    expect(sentenceOf(wordOf('<w:p/><w:unknown><w:p/></w:unknown><w:tbl/><w:tbl><w:tr/></w:tbl>'))).toBe('read');
  });

  test('and what is not carried is counted and told with its place', () => {
    const box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>';
    const file = zipSync({
      'word/document.xml': BODY(`<w:p><w:r><w:t>Beside</w:t></w:r>${box}</w:p>`),
      'word/header1.xml': BODY('<w:p><w:r><w:t>Draft</w:t></w:r></w:p>'),
      'word/comments.xml': strToU8(
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment></w:comments>',
      ),
    });
    const read = readWord(file);
    if (!read.ok) throw new Error(read.sentence);
    expect(read.file.notCarried).toEqual([
      { kind: 'text-box', place: 'paragraph 1 “Beside”', detail: 'in a box' },
      { kind: 'header-or-footer', place: 'word/header1.xml', detail: 'Draft' },
      { kind: 'comment', place: 'word/comments.xml', detail: 'Why?' },
    ]);
  });
});
