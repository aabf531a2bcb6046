/** A compressed part of a file that has to be looked into. */
export interface PackedPart {
  readonly form: 'deflate' | 'deflate-raw' | 'stored' | 'unknown';
  readonly bytes: Uint8Array;
}

/** The parts of a file in which what runs could hide: object streams of a PDF, the relations of an office file. */
export function packedIn(end: string, bytes: Uint8Array): readonly PackedPart[] {
  if (end === 'pdf') return pdfOf(bytes).packed;
  if (end !== 'docx' && end !== 'xlsx') return [];
  return (partsOf(bytes) ?? [])
    .filter(({ name }) => name.endsWith('.rels') || name === CONTENT_TYPES)
    .map((part) => packedAt(bytes, part));
}

/** What in the form of a file of a kind, by the end of its name, speaks against taking it; null when nothing does. */
export function formatFault(end: string, bytes: Uint8Array, unpacked: readonly string[]): string | null {
  return CHECKS[end]?.(bytes, unpacked) ?? null;
}

const CONTENT_TYPES = '[Content_Types].xml';

type Check = (bytes: Uint8Array, unpacked: readonly string[]) => string | null;

const CHECKS: Readonly<Record<string, Check>> = {
  pdf: pdfFault,
  docx: (bytes, unpacked) => officeFault(bytes, unpacked, 'word/document.xml'),
  xlsx: (bytes, unpacked) => officeFault(bytes, unpacked, 'xl/workbook.xml'),
  png: (bytes) =>
    begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) &&
    ends(bytes, [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
      ? null
      : 'does not begin and end as a PNG picture does',
  jpg: jpegFault,
  jpeg: jpegFault,
  txt: textFault,
  csv: textFault,
};

function jpegFault(bytes: Uint8Array): string | null {
  return begins(bytes, [0xff, 0xd8, 0xff]) && ends(bytes, [0xff, 0xd9])
    ? null
    : 'does not begin and end as a JPEG picture does';
}

/** Names of a PDF that start something when it is opened, or carry other files. */
const PDF_ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Movie|Sound|Rendition|3D)(?![A-Za-z0-9])/;

function pdfFault(bytes: Uint8Array, unpacked: readonly string[]): string | null {
  if (!begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'does not begin as a PDF does';
  if (!/%%EOF\s*$/.test(latin(bytes.subarray(-1024)))) {
    return 'does not end as a PDF does: something follows its end, or it was cut off';
  }
  const { outside, hidden } = pdfOf(bytes);
  if (partsOf(bytes) !== null || latin(bytes).includes('PK\u0005\u0006'))
    return 'is a PDF and a package of files at once';
  if (hidden) return 'has an object within the content of another, which no honest PDF has';
  if (/\/Encrypt(?![A-Za-z0-9])/.test(outside)) return 'is encrypted, so that it cannot be looked into';
  for (const part of [outside, ...unpacked]) {
    const active = PDF_ACTIVE.exec(namesDecoded(part));
    if (active !== null) return `has content that runs or carries other files (${active[0]})`;
  }
  return null;
}

/** A PDF as the text of its objects, the object streams in it, and whether an object stands where only content should. */
function pdfOf(bytes: Uint8Array): {
  readonly outside: string;
  readonly packed: readonly PackedPart[];
  readonly hidden: boolean;
} {
  const text = latin(bytes);
  const packed: PackedPart[] = [];
  let [outside, hidden, at] = ['', false, 0];
  for (const found of text.matchAll(/>>\s*stream\r?\n/g)) {
    if (found.index < at) continue;
    const dictionary = namesDecoded(text.slice(Math.max(at, text.lastIndexOf('obj', found.index)), found.index));
    const from = found.index + found[0].length;
    const until = text.indexOf('endstream', from);
    if (until < 0) break;
    outside += text.slice(at, from);
    hidden ||= /\d\s+\d+\s+obj[\s<[]/.test(text.slice(from, until));
    if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) {
      const [, filter = ''] = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary) ?? [];
      const names = filter.match(/\/\w+/g) ?? [];
      const isFlate = names.length === 1 && /^\/(?:FlateDecode|Fl)$/.test(names[0] ?? '');
      const form = isFlate ? 'deflate' : names.length === 0 ? 'stored' : 'unknown';
      packed.push({ form, bytes: bytes.subarray(from, from + text.slice(from, until).replace(/\r?\n$/, '').length) });
    }
    at = until;
  }
  return { outside: outside + text.slice(at), packed, hidden };
}

/** A PDF may write any letter of a name as its number: `/J#53` is `/JS`. */
function namesDecoded(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Parts of an office file that run, or reach out of it. */
const OFFICE_ACTIVE =
  /vbaProject|vbaData|activeX|macrosheets|oleObject|\/embeddings\/|customUI|\.bin$|attachedToolbars/i;
const OFFICE_REACHES =
  /macroEnabled|attachedTemplate|oleObject|TargetMode\s*=\s*["']External["'][^>]*(?:attachedTemplate|frame|oleObject|externalLink)/i;

function officeFault(bytes: Uint8Array, unpacked: readonly string[], main: string): string | null {
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'does not begin as an office file does';
  const parts = partsOf(bytes);
  if (parts === null) return 'is no whole package: something follows its end, or it was cut off';
  const names = parts.map((part) => part.name);
  if (!names.includes(CONTENT_TYPES) || !names.includes(main))
    return `is a package without ${main}, so not what its name says`;
  const active = names.find((part) => OFFICE_ACTIVE.test(part) && !/printerSettings\d*\.bin$/.test(part));
  if (active !== undefined) return `has content that runs or carries other files (${active})`;
  if (names.some((part) => part.startsWith('/') || part.split('/').includes('..')))
    return 'has a part that lies outside it';
  return unpacked.some((part) => OFFICE_REACHES.test(part))
    ? 'has content that runs or is fetched from elsewhere'
    : null;
}

interface PackagePart {
  readonly name: string;
  /** Where its own head begins, how it is compressed and how long it then is. */
  readonly at: number;
  readonly method: number;
  readonly length: number;
}

/** The parts of a package by its own list, which must end the file; null when there is no such list. */
function partsOf(bytes: Uint8Array): readonly PackagePart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== bytes.length) return null;
    const parts: PackagePart[] = [];
    let entry = view.getUint32(at + 16, true);
    for (let count = view.getUint16(at + 10, true); count > 0; count -= 1) {
      if (entry + 46 > bytes.length || view.getUint32(entry, true) !== 0x02014b50) return null;
      const length = view.getUint16(entry + 28, true);
      parts.push({
        name: latin(bytes.subarray(entry + 46, entry + 46 + length)),
        at: view.getUint32(entry + 42, true),
        method: view.getUint16(entry + 10, true),
        length: view.getUint32(entry + 20, true),
      });
      entry += 46 + length + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    }
    return parts;
  }
  return null;
}

function packedAt(bytes: Uint8Array, { at, method, length }: PackagePart): PackedPart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length) return { form: 'unknown', bytes: new Uint8Array() };
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const form = method === 8 ? 'deflate-raw' : method === 0 ? 'stored' : 'unknown';
  return { form, bytes: bytes.subarray(from, from + length) };
}

function textFault(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is no text in UTF-8';
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has is what is looked for.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'has bytes that no text has';
  if (
    /^\s*(?:<(?:!doctype|html|head|body|script|svg|\?xml|iframe|object|embed|img|a\s)|%PDF-|#!|MZ|PK)/i.test(text) ||
    /<script[\s>]/i.test(text)
  ) {
    return 'is markup or a program under the name of a text';
  }
  return null;
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function ends(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[bytes.length - magic.length + at] === byte);
}

/** Bytes as text of one letter each. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
