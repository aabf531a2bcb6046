import { readQuoted } from './condition-quoted.ts';

/** A token of a condition's text, with the offset at which it starts. `bad` is where no token can be read. */
export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly value: boolean | number | string; readonly text: string; readonly at: number }
  | { readonly kind: 'mark'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'bad';
      readonly expected: string;
      readonly found: string;
      readonly at: number;
      readonly text: string;
      readonly meant?: string;
    }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

const SPACE = /(?:[ \t\r\n\f]+|\/\/[^\n]*)+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const NUMBER = /[0-9][0-9A-Za-z_.]*/y;
const WHOLE = /^(?:[0-9]+|0x[0-9A-Fa-f]+)$/;
const MARK = /&&|\|\||[=!<>]=|[-!<>()[\],.?:+*/%]/y;
const HALF_MARKS = new Map([
  ['=', '=='],
  ['&', '&&'],
  ['|', '||'],
]);

/** Words that CEL keeps for itself: a name that used one would not be CEL. */
const RESERVED = new Set(
  'as break const continue else for function if import let loop namespace null package return var void while'.split(
    ' ',
  ),
);

/** Splits a condition's text into tokens, up to and with the first bad one, or the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(SPACE, text, at)?.length ?? 0;
    const token = tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'bad') return tokens;
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number): Token {
  if (at === text.length) return { kind: 'end', text: '', at };
  const quoted = readQuoted(text, at);
  if (quoted !== null) {
    if (!quoted.ok) return bad(quoted.expected, quoted.found, quoted.at);
    return { kind: 'literal', value: quoted.value, text: text.slice(at, at + quoted.length), at };
  }
  const word = matchAt(WORD, text, at);
  if (word !== undefined) return wordToken(word, at);
  const number = matchAt(NUMBER, text, at);
  if (number !== undefined) return numberToken(number, at);
  const mark = matchAt(MARK, text, at);
  if (mark !== undefined) return { kind: 'mark', text: mark, at };
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const whole = HALF_MARKS.get(found);
  const expected = whole === undefined ? 'a name, a whole number, a quoted text or an operator' : `"${whole}"`;
  return bad(expected, `"${found}"`, at);
}

function bad(expected: string, found: string, at: number, meant?: string): Token {
  const token = { kind: 'bad', expected, found, at, text: '' } as const;
  return meant === undefined ? token : { ...token, meant };
}

function wordToken(text: string, at: number): Token {
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', text, at };
  if (text === 'in') return { kind: 'mark', text, at };
  if (RESERVED.has(text)) return bad('a name that CEL does not reserve', `"${text}"`, at);
  return { kind: 'name', text, at };
}

function numberToken(text: string, at: number): Token {
  const value = Number(text);
  return WHOLE.test(text) && Number.isSafeInteger(value)
    ? { kind: 'literal', value, text, at }
    : bad('a whole number between -9007199254740991 and 9007199254740991', `"${text}"`, at);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
