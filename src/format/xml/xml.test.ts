import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseXml } from './parse.ts';
import type { XmlElement } from './scan.ts';
import { openSchema } from './validate.ts';
import { escapeText, tag } from './write.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(file: Uint8Array | string) {
  const result = parseXml(typeof file === 'string' ? bytes(file) : file, 'bad.xml');
  return result.ok ? null : { sentence: result.rejection.sentence, line: result.rejection.place?.line };
}

function rootOf(text: string): XmlElement {
  const result = parseXml(bytes(text), 'good.xml');
  if (!result.ok) throw new Error(result.rejection.sentence);
  return result.value.root;
}

describe('a hostile file', () => {
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<a>&b;</a>`;
  test.each([
    ['an entity bomb', bomb, 2],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a>&x;</a>', 1],
    ['a document type after comments', '<!-- <!DOCTYPE x> -->\n<?pi?>\n<!DOCTYPE a>\n<a/>', 3],
  ])('%s is refused at its document type', (_, file, line) => {
    expect(refusal(file)).toEqual({ sentence: expect.stringContaining('document type'), line });
  });

  test('an entity that nobody declared is refused, not resolved', () => {
    expect(refusal('<a>\n&x;</a>')).toEqual({ sentence: expect.stringContaining('not well-formed'), line: 2 });
  });

  test('deep nesting is refused by its line', () => {
    const deep = `${'<a>\n'.repeat(220)}${'</a>'.repeat(220)}`;
    expect(refusal(deep)).toEqual({ sentence: 'Elements are nested more than 200 deep.', line: 201 });
    expect(refusal('<a>'.repeat(100_000))).not.toBeNull();
  });

  test('more elements than any text has are refused by their number', () => {
    expect(refusal(`<a>\n${'<b/>'.repeat(500_000)}</a>`)).toEqual({
      sentence: 'The file has more than 500000 elements.',
      line: 2,
    });
  });

  test('a huge attribute is refused by its length', () => {
    expect(refusal(`<a b="${'x'.repeat(2_000_000)}"/>`)?.sentence).toContain('2000000 characters');
  });

  test.each([
    ['cut off', '<a>\n<b>'],
    ['crossed', '<a><b></a></b>'],
    ['of two roots', '<a/><b/>'],
    ['of no root', '   '],
    ['empty', ''],
    ['no XML', 'PK\u0003\u0004'],
    ['of a prefix that nobody declared twice', '<a b="1" b="2"/>'],
  ])('a file that is %s is refused with a line', (_, file) => {
    expect(refusal(file)).toEqual({ sentence: expect.stringContaining('.'), line: expect.any(Number) });
  });

  test('a file that is not in its encoding is refused', () => {
    expect(refusal(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c]))?.sentence).toContain('UTF-8');
    expect(refusal('<?xml version="1.0" encoding="x-made-up"?><a/>')?.sentence).toContain('x-made-up');
  });

  test('any bytes are refused or read, and nothing is thrown', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', 'a', '>', '/', '&', '"', '=', ' ', '!', '-', '[', '?', ']]>', '<a>')),
        (parts) => {
          parseXml(bytes(parts.join('')), 'any.xml');
        },
      ),
      { numRuns: 300 },
    ));
});

describe('a file that is well-formed', () => {
  test('gives back the words and attributes that were written, whatever they are', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (words, value) => {
        const root = rootOf(`${tag('a', { v: value })}${escapeText(words)}</a>`);
        expect(root.content.join('')).toBe(words);
        expect(root.attributes.get('v')).toBe(value);
      }),
      { numRuns: 200 },
    ));

  test('gives elements their namespace, ordinal and line', () => {
    const root = rootOf('<x:a xmlns:x="u" xmlns="d">\n<!-- <b> --><b/>\n<b c=\'>\'><![CDATA[<b>]]></b></x:a>');
    expect([root.uri, root.local, root.line]).toEqual(['u', 'a', 1]);
    const inner = root.content.filter((part) => typeof part !== 'string');
    expect(inner.map(({ uri, ordinal, line, content }) => [uri, ordinal, line, content])).toEqual([
      ['d', 1, 2, []],
      ['d', 2, 3, ['<b>']],
    ]);
  });

  test('is read in the encoding that it names', () => {
    const latin = new Uint8Array([...bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>'), 0xe9, ...bytes('</a>')]);
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from('<a>é</a>', 'utf16le')]);
    for (const file of [latin, wide]) {
      const result = parseXml(file, 'x');
      expect(result.ok && result.value.root.content).toEqual(['é']);
    }
  });
});

describe('a schema that a user names', () => {
  const XSD = (body: string) => `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema">${body}</s:schema>`;

  test('refuses a file that it does not allow, by file and line, and is read with what it includes beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proviso-schema-'));
    await writeFile(join(folder, 'b.xsd'), XSD('<s:element name="b" type="s:int"/>'));
    const inner = '<s:complexType><s:sequence><s:element ref="b"/></s:sequence></s:complexType>';
    await writeFile(
      join(folder, 'a.xsd'),
      XSD(`<s:include schemaLocation="b.xsd"/><s:element name="a">${inner}</s:element>`),
    );
    const schema = await openSchema(join(folder, 'a.xsd'));
    if (!schema.ok) throw new Error(schema.rejection.sentence);
    expect(schema.value.validate(bytes('<a>\n<b>1</b></a>'), 'x.xml')).toEqual({ ok: true, value: null });
    expect(schema.value.validate(bytes('<a>\n<b>one</b></a>'), 'x.xml')).toMatchObject({
      rejection: {
        sentence: expect.stringContaining('does not satisfy the schema'),
        place: { file: 'x.xml', line: 2 },
      },
    });
    schema.value.dispose();
  });

  test('that cannot be read, or is none, is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proviso-schema-'));
    await writeFile(join(folder, 'a.xsd'), '<a/>');
    expect(await openSchema(join(folder, 'none.xsd'))).toMatchObject({ ok: false });
    expect(await openSchema(join(folder, 'a.xsd'))).toMatchObject({ ok: false });
  });
});
