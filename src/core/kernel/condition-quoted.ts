/** A quoted text read: its value and how many characters it takes; or where it stops being one. */
export type Quoted =
  | { readonly ok: true; readonly value: string; readonly length: number }
  | { readonly ok: false; readonly at: number; readonly expected: string; readonly found: string };

const OPENING = /[rR]?("""|'''|"|')/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  '"': '"',
  "'": "'",
  '?': '?',
  '`': '`',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const CODED = /[xX]([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0-3][0-7]{2})/y;
const ESCAPE_NAMES =
  'one of the escapes \\\\ \\" \\\' \\` \\? \\a \\b \\f \\n \\r \\t \\v \\xHH \\uHHHH \\UHHHHHHHH \\OOO';

/**
 * Reads a quoted text as CEL does: single, double or triple quotes, `r` before them for a text without escapes. Null
 * where none starts.
 */
export function readQuoted(text: string, start: number): Quoted | null {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text);
  if (opening === null) return null;
  const quote = opening[1] as string;
  const isRaw = opening[0].length > quote.length;
  let value = '';
  let at = start + opening[0].length;
  for (;;) {
    if (text.startsWith(quote, at)) return { ok: true, value, length: at + quote.length - start };
    const character = text[at];
    if (character === undefined || (quote.length === 1 && (character === '\n' || character === '\r'))) {
      const expected = `a closing ${quote} for the text that opens here`;
      const found = character === undefined && quote.length > 1 ? 'the end of the condition' : 'the end of the line';
      return { ok: false, at: start, expected, found };
    }
    if (character !== '\\') {
      value += character;
      at += 1;
    } else if (isRaw) {
      value += text.slice(at, at + 2);
      at += 2;
    } else {
      const escaped = readEscape(text, at + 1);
      if (escaped === null) return { ok: false, at, expected: ESCAPE_NAMES, found: `\\${text[at + 1] ?? ''}` };
      value += escaped.value;
      at += 1 + escaped.length;
    }
  }
}

function readEscape(text: string, at: number): { readonly value: string; readonly length: number } | null {
  const letter = text[at] ?? '';
  const plain = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  if (plain !== undefined) return { value: plain, length: 1 };
  CODED.lastIndex = at;
  const coded = CODED.exec(text);
  if (coded === null) return null;
  const [whole, byte, four, eight, octal] = coded;
  const code = octal === undefined ? Number.parseInt(byte ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8);
  // Half of a surrogate pair is no character, nor is anything beyond the last plane.
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return { value: String.fromCodePoint(code), length: whole.length };
}
