/** A token of a condition's text, with the offset at which it starts. `bad` is where no token can be read. */
export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly value: boolean | number | string; readonly text: string; readonly at: number }
  | { readonly kind: 'mark'; readonly text: string; readonly at: number }
  | { readonly kind: 'bad'; readonly expected: string; readonly found: string; readonly at: number; readonly text: '' }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

const SPACE = /[ \t\r\n\f]+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NAME = /^[a-z_][a-z0-9_]*$/;
const NUMBER = /-?[0-9][0-9A-Za-z_.]*/y;
const MARK = /&&|\|\||[=!<>]=|[!<>()]/y;
const QUOTED = /(["'])((?:(?!\1)[^\\\r\n]|\\.)*)(\1?)/y;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|(.?))/g;
const ESCAPED = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
const HALF_MARKS = new Map([
  ['=', '=='],
  ['&', '&&'],
  ['|', '||'],
]);

/** Words that CEL keeps for itself: a name that used one would not be CEL. */
const RESERVED = new Set(
  'as break const continue else for function if import in let loop namespace null package return var void while'.split(
    ' ',
  ),
);

/** Splits a condition's text into tokens, up to and with the first bad one, or the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(SPACE, text, at)?.[0].length ?? 0;
    const token = tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'bad') return tokens;
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number): Token {
  if (at === text.length) return { kind: 'end', text: '', at };
  const word = matchAt(WORD, text, at)?.[0];
  if (word !== undefined) return wordToken(word, at);
  const number = matchAt(NUMBER, text, at)?.[0];
  if (number !== undefined) return numberToken(number, at);
  const mark = matchAt(MARK, text, at)?.[0];
  if (mark !== undefined) return { kind: 'mark', text: mark, at };
  const quoted = matchAt(QUOTED, text, at);
  if (quoted !== null) return quotedToken(quoted, at);
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const whole = HALF_MARKS.get(found);
  const expected = whole === undefined ? 'a name, a whole number, a quoted text or an operator' : `"${whole}"`;
  return bad(expected, `"${found}"`, at);
}

function bad(expected: string, found: string, at: number): Token {
  return { kind: 'bad', expected, found, at, text: '' };
}

function wordToken(text: string, at: number): Token {
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', text, at };
  if (!NAME.test(text)) return bad('a name of small letters, digits and "_"', `"${text}"`, at);
  if (RESERVED.has(text)) return bad('a name that CEL does not reserve', `"${text}"`, at);
  return { kind: 'name', text, at };
}

function numberToken(text: string, at: number): Token {
  // Adding 0 makes "-0" the same value as "0".
  const value = Number(text) + 0;
  const isRead = /^-?[0-9]+$/.test(text) && Number.isSafeInteger(value);
  return isRead
    ? { kind: 'literal', value, text, at }
    : bad('a whole number between -9007199254740991 and 9007199254740991', `"${text}"`, at);
}

function quotedToken([text = '', quote = '', body = '', closing = '']: readonly string[], at: number): Token {
  if (closing === '') return bad(`a closing ${quote} for the text that opens here`, 'the end of the line', at);
  for (const escaped of body.matchAll(ESCAPE)) {
    const isScalar = escaped[1] !== undefined && !/^d[89a-f]/i.test(escaped[1]);
    if (isScalar || ESCAPED.has(escaped[2] ?? '')) continue;
    return bad('one of the escapes \\\\ \\" \\\' \\n \\r \\t \\uHHHH', escaped[0], at + 1 + escaped.index);
  }
  const value = body.replace(ESCAPE, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (ESCAPED.get(letter ?? '') ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { kind: 'literal', value, text, at };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
