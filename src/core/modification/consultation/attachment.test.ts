import { describe, expect, test } from 'vitest';
import { unpack } from '../../../app/consultation/unpack.ts';
import { checkAttachment, cleanFileName, LARGEST_ATTACHMENT, packedParts } from './attachment.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pdf = (body = '') => bytesOf(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${body}>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
const png = bytesOf('\x89PNG\r\n\x1a\n....IEND\xaeB`\x82');
const jpg = bytesOf('\xff\xd8\xff\xe0....\xff\xd9');

/** A package of parts that are stored as they are. */
function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  const number = (value: number, size: number) =>
    Array.from({ length: size }, (_, at) => String.fromCharCode((value >> (8 * at)) & 255)).join('');
  let [locals, list] = ['', ''];
  for (const [name, body] of Object.entries(parts)) {
    const sizes =
      number(0, 4) + number(body.length, 4) + number(body.length, 4) + number(name.length, 2) + number(0, 2);
    list += `PK\x01\x02${number(20, 2)}${number(20, 2)}${number(0, 8)}${sizes}${number(0, 10)}${number(locals.length, 4)}${name}`;
    locals += `PK\x03\x04${number(20, 2)}${number(0, 8)}${sizes}${name}${body}`;
  }
  const count = number(Object.keys(parts).length, 2);
  return bytesOf(
    `${locals}${list}PK\x05\x06${number(0, 4)}${count}${count}${number(list.length, 4)}${number(locals.length, 4)}${number(0, 2)}`,
  );
}

const WORD = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };

async function look(name: string, bytes: Uint8Array) {
  return checkAttachment(name, bytes, await Promise.all(packedParts(name, bytes).map(unpack)));
}

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer()));
}

describe('a file that goes with a response', () => {
  test.each<[string, Uint8Array]>([
    ['view.pdf', pdf()],
    ['view.docx', packed(WORD)],
    ['volumes.xlsx', packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })],
    ['picture.png', png],
    ['picture.JPEG', jpg],
    ['notes.txt', new TextEncoder().encode('Costs are < £5 & rising – see 3 > 2.\n')],
    ['volumes.csv', bytesOf('a,b\r\n1,2\r\n')],
  ])('%s is taken', async (name, bytes) => {
    expect(await look(name, bytes)).toMatchObject({ ok: true, value: { name } });
  });

  test.each<[string, string]>([
    ['../../etc/view.pdf', 'view.pdf'],
    ['..\\..\\view.pdf', 'view.pdf'],
    ['C:\\people\\view.pdf', 'view.pdf'],
    ['view\u202efdp.pdf', 'viewfdp.pdf'],
    ['a\u0000b"\r\n.pdf', 'ab.pdf'],
    [' ..hidden.pdf. ', 'hidden.pdf'],
  ])('%j is called %j', async (given, name) => {
    expect(cleanFileName(given)).toBe(name);
    expect(await look(given, pdf())).toMatchObject({ ok: true, value: { name } });
  });

  test.each<[string, string, Uint8Array]>([
    ['that has no end to its name', '../../x', pdf()],
    ['of a kind that is not taken', 'page.html', bytesOf('<html></html>')],
    ['that is a drawing which can run', 'drawing.svg', bytesOf('<svg/>')],
    ['with two ends, the last a program', 'view.pdf.exe', bytesOf('MZ')],
    ['with two ends, the first a program', 'view.exe.pdf', pdf()],
    ['that is markup under the name of a text', 'notes.txt', bytesOf('\n <!DOCTYPE html><p>')],
    ['that has a script in its text', 'notes.csv', bytesOf('a,<script>alert(1)</script>')],
    ['that is a program under the name of a picture', 'picture.png', bytesOf('MZ\x90\x00')],
    ['that is a picture with a package behind it', 'picture.png', Uint8Array.from([...png, ...packed(WORD)])],
    ['that is a picture with markup behind it', 'picture.jpg', Uint8Array.from([...jpg, ...bytesOf('<script>')])],
    ['that is a PDF under the name of a picture', 'picture.jpg', pdf()],
    ['that is a PDF with a package behind it', 'view.pdf', Uint8Array.from([...pdf(), ...packed(WORD)])],
    ['that is a PDF and hides a package before its end', 'view.pdf', bytesOf('%PDF-1.7\nPK\x05\x06\n%%EOF')],
    ['that is a PDF which runs a script', 'view.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    [
      'that is a PDF which writes the script in numbers',
      'view.pdf',
      pdf('/OpenAction << /S /#4a#61vaScript /J#53 (x) >>'),
    ],
    ['that is a PDF which starts a program', 'view.pdf', pdf('/A << /S /Launch /F (cmd.exe) >>')],
    ['that is a PDF with files in it', 'view.pdf', pdf('/Names << /EmbeddedFiles 3 0 R >>')],
    ['that is a PDF and encrypted', 'view.pdf', pdf('/Encrypt 5 0 R ')],
    [
      'that is a PDF with an object in the content of another',
      'view.pdf',
      pdf('>>\nstream\n9 0 obj << /S /JavaScript >>\nendstream\n<<'),
    ],
    [
      'that is a PDF with a packed part of a form we cannot open',
      'view.pdf',
      pdf('/Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream\n<<'),
    ],
    ['that is a Word file with macros', 'view.docx', packed({ ...WORD, 'word/vbaProject.bin': 'x' })],
    ['that is a Word file with a file in it', 'view.docx', packed({ ...WORD, 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'that is a Word file with its template elsewhere',
      'view.docx',
      packed({
        ...WORD,
        'word/_rels/settings.xml.rels': '<Relationship Type="http://x/attachedTemplate" Target="http://evil/x.dotm"/>',
      }),
    ],
    [
      'that is a Word file whose types tell macros',
      'view.docx',
      packed({
        ...WORD,
        '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
    ],
    ['that is a package and no Word file', 'view.docx', packed({ 'a.js': 'alert(1)' })],
    ['that is a Word file with something behind it', 'view.docx', Uint8Array.from([...packed(WORD), 1, 2, 3])],
    ['that is empty', 'notes.txt', new Uint8Array()],
    ['that is larger than is taken', 'notes.txt', new Uint8Array(LARGEST_ATTACHMENT + 1).fill(97)],
  ])('%s is refused', async (_, name, bytes) => {
    const looked = await look(name, bytes);
    expect(looked).toMatchObject({ ok: false, sentence: expect.stringMatching(/^".*" .*\.$/s) });
  });

  test('that hides a script in a packed part of a PDF is refused', async () => {
    const stream = await deflated('5 0 << /S /JavaScript /JS (app.alert(1)) >>');
    const hiding = pdf(`/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${stream}\nendstream\n<<`);
    for (const name of ['view.pdf', 'view.pdf. ', 'VIEW.PDF']) {
      expect(await look(name, hiding)).toMatchObject({ ok: false, sentence: expect.stringContaining('/JavaScript') });
    }
    const honest = pdf(
      `/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${await deflated('5 0 << /Type /Page >>')}\nendstream\n<<`,
    );
    expect(await look('view.pdf', honest)).toMatchObject({ ok: true });
  });
});
