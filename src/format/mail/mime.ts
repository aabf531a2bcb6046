import { Buffer } from 'node:buffer';
import type { Letter } from '../../core/document/notice/letter.ts';
import { letterHtml, letterText } from './letter.ts';
import { isMailbox } from './mailbox.ts';

/** Who sends: `SEC changes <changes@code.example>`. */
export interface Sender {
  readonly name: string;
  readonly email: string;
}

const NAMED = /^\s*(.*?)\s*<([^<>]+)>\s*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what would begin another line or header
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** Reads `Name <name@host>` or `name@host`; null when it is neither. */
export function readSender(text: string): Sender | null {
  const [, name = '', email = text.trim()] = NAMED.exec(text) ?? [];
  return isMailbox(email) ? { name, email } : null;
}

/** A letter as the bytes of a mail. Throws RangeError for an address that mail cannot be sent to. */
export function mimeOf(letter: Letter, from: Sender): string {
  const boundary = `proviso-${letter.id}`;
  const host = from.email.slice(from.email.indexOf('@') + 1);
  const headers = [
    header('From', mailbox(from)),
    header('To', mailbox(letter.to)),
    header('Subject', encodedWords(letter.subject)),
    header('Date', dateOf(letter.at)),
    header('Message-ID', `<${letter.id}@${host}>`),
    header('List-Unsubscribe', `<${letter.leave}>`),
    header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    header('Auto-Submitted', 'auto-generated'),
    header('MIME-Version', '1.0'),
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
  ];
  const parts = [part(boundary, 'text/plain', letterText(letter)), part(boundary, 'text/html', letterHtml(letter))];
  return [...headers, '', ...parts, `--${boundary}--`, ''].join('\r\n');
}

/** A header on lines of its own making. What would begin another header is refused: it is a bug to come here with it. */
function header(name: string, value: string): string {
  const lines = value.split('\r\n ');
  if (lines.some((line) => line.search(CONTROL) >= 0)) throw new RangeError(`${name}: a header holds one line`);
  return `${name}: ${value}`;
}

function mailbox({ name, email }: Sender): string {
  if (!isMailbox(email))
    throw new RangeError(`"${email.replace(CONTROL, ' ')}" is no address that mail can be sent to`);
  return name.trim() === '' ? email : `${encodedWords(name, true)} <${email}>`;
}

/** Words of a header (RFC 2047): on one line, and encoded where they are more than plain ASCII. */
function encodedWords(text: string, asPhrase = false): string {
  const line = text.replace(CONTROL, ' ').trim();
  const plain = asPhrase ? /^[A-Za-z0-9 ]{1,60}$/ : /^[\x20-\x7e]{1,66}$/;
  if (plain.test(line) && !line.includes('=?')) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    // 45 bytes come to 60 letters, which with the frame stay within the 75 that a word may have
    if (Buffer.byteLength(word + character, 'utf8') > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one, 'utf8').toString('base64')}?=`).join('\r\n ');
}

function part(boundary: string, type: string, text: string): string {
  const encoded = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64');
  const lines = encoded.match(/.{1,76}/g) ?? [];
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
  ].join('\r\n');
}

/** `Wed, 24 Oct 2018 09:00:00 +0000`. */
function dateOf(at: string): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
