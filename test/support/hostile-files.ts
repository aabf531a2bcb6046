import { deflateRawSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file that no text may come of, and what the refusal says. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly refusal: RegExp;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const AKN = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"';
const MEGABYTE = 1024 * 1024;

const body = (content: string): string => `<w:document ${W}><w:body>${content}</w:body></w:document>`;
const word = (entries: Zippable): Uint8Array => zipSync(entries, { level: 6 });
const document = (part: string | Uint8Array): Uint8Array =>
  word({ 'word/document.xml': typeof part === 'string' ? strToU8(part) : part });
const act = (content: string): string =>
  `<akomaNtoso ${AKN}><act name="x"><meta/><body>${content}</body></act></akomaNtoso>`;
const ordinary = (): Uint8Array => document(body('<w:p><w:r><w:t>Plain.</w:t></w:r></w:p>'));
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** A zip of entries that may bear one name, with the sizes that each claims: what a library does not write. */
function rawZip(entries: readonly { readonly name: string; readonly content: Uint8Array; readonly claims?: number }[]) {
  const parts: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims } of entries) {
    const data = deflateRawSync(content);
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claims ?? content.length, 18);
    fields.writeUInt16LE(title.length, 22);
    parts.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, title, data]));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, title]));
    at += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const MAIN = { name: 'word/document.xml', content: strToU8(body('')) };

/** Zips that are no Word file, are cut off, lie, or inflate to what no memory should hold. */
export const HOSTILE_PACKAGES: readonly HostileFile[] = [
  {
    name: 'truncated.docx',
    bytes: () => ordinary().subarray(0, -40),
    refusal: /damaged or cut off/,
  },
  { name: 'only-the-head.docx', bytes: () => strToU8('PK\x03\x04', true), refusal: /damaged or cut off/ },
  {
    name: 'garbled.docx',
    bytes: () => {
      const bytes = Buffer.from(document(body(`<w:p><w:r><w:t>${'abc def '.repeat(500)}</w:t></w:r></w:p>`)));
      bytes.fill(0xff, 60, 90);
      return bytes;
    },
    refusal: /damaged or cut off|cannot be read/,
  },
  {
    name: 'no-document.docx',
    bytes: () => word({ 'word/styles.xml': strToU8('<a/>') }),
    refusal: /no part "word\/document\.xml"/,
  },
  {
    name: 'text.odt',
    bytes: () =>
      word({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<office/>') }),
    refusal: /no part "word\/document\.xml"/,
  },
  {
    name: 'old.doc',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    refusal: /older \.doc or protected by a password/,
  },
  {
    name: 'way-up.docx',
    bytes: () => word({ '../../etc/passwd': strToU8('x'), 'word/document.xml': strToU8(body('')) }),
    refusal: /"\.\.\/\.\.\/etc\/passwd", which is a path out of the package/,
  },
  {
    name: 'absolute.docx',
    bytes: () => word({ '/etc/passwd': strToU8('x'), 'word/document.xml': strToU8(body('')) }),
    refusal: /"\/etc\/passwd", which is a path out of the package/,
  },
  {
    name: 'drive.docx',
    bytes: () => word({ 'C:\\windows\\x': strToU8('x'), 'word/document.xml': strToU8(body('')) }),
    refusal: /a path out of the package/,
  },
  { name: 'twice.docx', bytes: () => rawZip([MAIN, MAIN]), refusal: /two entries "word\/document\.xml"/ },
  {
    name: 'many-entries.docx',
    bytes: () =>
      word(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`x${at}`, new Uint8Array(0)] as const))),
    refusal: /more than 5000 entries/,
  },
  {
    name: 'bomb.docx',
    bytes: () => document(new Uint8Array(100 * MEGABYTE)),
    refusal: /inflates to 100 MB, \d+ times its size/,
  },
  {
    name: 'many-bombs.docx',
    bytes: () => {
      const words = Array.from({ length: 250_000 }, (_, at) => `<w:p w:id="${(at * 7919) % 99_991}"/>`);
      const part = strToU8(`<w:hdr ${W}>${words.join('')}</w:hdr>`);
      const parts = Array.from({ length: 30 }, (_, at) => [`word/header${at}.xml`, part] as const);
      return zipSync(Object.fromEntries(parts), { level: 1 });
    },
    refusal: /is too large: its part "word\/header\d+\.xml"/,
  },
  {
    name: 'lying-bomb.docx',
    bytes: () => rawZip([{ name: 'word/document.xml', content: new Uint8Array(100 * MEGABYTE), claims: 500 }]),
    refusal: /damaged or cut off|cannot be read|no ordinary file/,
  },
  {
    name: 'nested-bomb.docx',
    bytes: () => {
      let inner = document(new Uint8Array(20 * MEGABYTE));
      for (let level = 0; level < 5; level += 1) {
        inner = word(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${level}-${at}.zip`, inner] as const)));
      }
      return inner;
    },
    refusal: /no part "word\/document\.xml"/,
  },
  {
    name: 'entities.docx',
    bytes: () => document(`<!DOCTYPE x [${laughs()}]>${body('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>')}`),
    refusal: /declares a document type/,
  },
  {
    name: 'deep.docx',
    bytes: () =>
      document(body(Array.from({ length: 100_000 }, (_, at) => `<w:ins w:id="${(at * 7919) % 99_991}">`).join(''))),
    refusal: /nested more than 400 deep/,
  },
  {
    name: 'cut-xml.docx',
    bytes: () => document(`<w:document ${W}><w:body><w:p>`),
    refusal: /"word\/document\.xml" cannot be read: it is not well-formed/,
  },
  {
    name: 'bad-letters.docx',
    bytes: () => document(Buffer.from(body('<w:p><w:r><w:t>\xff\xfe\xfa</w:t></w:r></w:p>'), 'latin1')),
    refusal: /not in the encoding that it declares/,
  },
];

/** Ten entities, each ten of the one before it. */
function laughs(): string {
  const more = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<!ENTITY l0 "ha">${more.join('')}`;
}

/** XML that is cut off, declares what it must not, or is of a size or depth or in letters that nothing should read. */
export const HOSTILE_XML: readonly HostileFile[] = [
  { name: 'empty.xml', bytes: () => new Uint8Array(0), refusal: /is in no form that is read/ },
  { name: 'nothing.xml', bytes: () => Buffer.alloc(1000), refusal: /is in no form that is read/ },
  { name: 'cut.xml', bytes: () => strToU8(act('').slice(0, -20)), refusal: /not well-formed XML/ },
  {
    name: 'laughs.xml',
    bytes: () => strToU8(`<!DOCTYPE a [${laughs()}]>${act('<section><content><p>&l9;</p></content></section>')}`),
    refusal: /declares a document type/,
  },
  {
    name: 'external.xml',
    bytes: () => strToU8(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${act('<p>&x;</p>')}`),
    refusal: /declares a document type/,
  },
  {
    name: 'foreign-dtd.xml',
    bytes: () => strToU8(`<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/a.dtd">${act('')}`),
    refusal: /declares a document type/,
  },
  { name: 'undeclared.xml', bytes: () => strToU8(act('<p>&x;</p>')), refusal: /not well-formed XML/ },
  {
    name: 'deep.xml',
    bytes: () => strToU8(act(`${'<section>'.repeat(100_000)}${'</section>'.repeat(100_000)}`)),
    refusal: /elements of the file are nested more than 255 deep/,
  },
  {
    name: 'nul.xml',
    bytes: () => strToU8(act('<section><content><p>a\0b</p></content></section>')),
    refusal: /not well-formed XML/,
  },
  {
    name: 'bad-letters.xml',
    bytes: () => Buffer.from(act('<section><content><p>\xff\xfa</p></content></section>'), 'latin1'),
    refusal: /characters of the file are not UTF-8/,
  },
  {
    name: 'claims-utf-16.xml',
    bytes: () => strToU8(`<?xml version="1.0" encoding="UTF-16"?>${act('<section/>')}`),
    refusal: /UTF-16|not well-formed|no form/,
  },
  {
    name: 'utf-16-cut.xml',
    bytes: () => utf16(act('<section/>')).subarray(0, -1),
    refusal: /characters of the file are not|not well-formed/,
  },
  {
    name: 'unknown-letters.xml',
    bytes: () => strToU8(`<?xml version="1.0" encoding="x-none"?>${act('<section/>')}`),
    refusal: /x-none, or that encoding is not known/,
  },
];

/** Files that are large or odd and yet hold a text, or its refusal: what matters is that memory stays bounded. */
export const LARGE_FILES: readonly { readonly name: string; readonly bytes: () => Uint8Array }[] = [
  {
    name: 'one-line.xml',
    bytes: () => strToU8(act(`<section><content><p>${'word '.repeat(6 * MEGABYTE)}</p></content></section>`)),
  },
  {
    name: 'many-elements.xml',
    bytes: () => strToU8(act('<section/>'.repeat(3_000_000))),
  },
  {
    name: 'many-paragraphs.docx',
    bytes: () =>
      document(
        body(
          Array.from(
            { length: 400_000 },
            (_, at) =>
              `<w:p><w:r><w:t>Member ${(at * 7919) % 99_991} shall lock door ${(at * 104_729) % 99_989}.</w:t></w:r></w:p>`,
          ).join(''),
        ),
      ),
  },
];

/** A text in which an element asks for another file, which is never fetched. */
export const XINCLUDE = strToU8(
  act(
    '<section wId="s"><num>1</num><content><p>Here: <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/></p></content></section>',
  ),
);
