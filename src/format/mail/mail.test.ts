import { afterEach, describe, expect, test } from 'vitest';
import { CERTIFICATE } from '../../../test/support/certificate.ts';
import { decodedWords, type MailServer, startMailServer } from '../../../test/support/mail-server.ts';
import { heading, list, paragraph } from '../../core/document/build.ts';
import type { Letter } from '../../core/document/notice/letter.ts';
import { instant } from '../../core/kernel/instant.ts';
import { mailerOf, readMailer } from './mailer.ts';
import { mimeOf } from './mime.ts';

const from = { name: 'SEC changes', email: 'changes@code.example' };
const letter: Letter = {
  id: 'd0b1f7a2-0000-8000-8000-000000000001',
  to: { name: 'Zoë Ångström', email: 'zoe@supplier.example' },
  subject: 'SECMP0065: “Smart” meters’ vote is open – until 17:00 on 24 October 2018, and not a minute longer',
  blocks: [
    paragraph([{ kind: 'strong', text: 'SECMP0065 SMETS1 Security Obligations' }]),
    paragraph('.A sentence that begins with a dot, is long enough to be broken, and holds <b>markup</b> & more.'),
    list(['one', 'two']),
    heading('Another'),
    paragraph([{ kind: 'link', text: 'Open it', href: 'https://code.example/modifications/SECMP0065' }]),
  ],
  leaves: 'SECMP0065',
  leave: 'https://code.example/notices/leave/abc',
  choose: 'https://code.example/account/notices',
  at: instant('2018-10-24T09:00:00Z'),
};

let server: MailServer | undefined;
afterEach(async () => server?.close());

/** A mailer to a server of the test, which behaves in some way. */
async function mailer(
  behaviour: Parameters<typeof startMailServer>[0] = {},
  login: { user: string; password: string } | null = null,
  ca?: string,
) {
  server = await startMailServer(behaviour);
  const here = { host: 'localhost', port: server.port, secure: false, login, ...(ca !== undefined && { ca }) };
  return { send: mailerOf(here, from), taken: server.taken };
}

describe('a letter', () => {
  test('arrives as text and HTML, with what one click needs to leave', async () => {
    const { send, taken } = await mailer();
    expect(await send(letter)).toEqual({ ok: true });
    const [mail] = taken;
    expect(mail).toMatchObject({ from: 'changes@code.example', to: ['zoe@supplier.example'], login: null });
    const header = (name: string) => decodedWords(mail?.headers.get(name) ?? '');
    expect(header('subject')).toBe(letter.subject);
    expect(header('to')).toBe('Zoë Ångström <zoe@supplier.example>');
    expect(header('message-id')).toBe(`<${letter.id}@code.example>`);
    expect(header('date')).toBe('Wed, 24 Oct 2018 09:00:00 +0000');
    expect(header('list-unsubscribe')).toBe('<https://code.example/notices/leave/abc>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toContain('Open it:\r\nhttps://code.example/modifications/SECMP0065');
    expect(mail?.text).toContain('\r\n.A sentence');
    expect(mail?.html).toContain('&lt;b&gt;markup&lt;/b&gt; &amp; more');
    expect(mail?.head.split('\r\n').every((line) => line.length <= 200)).toBe(true);
  });

  test('says the same in both forms', async () => {
    const { send, taken } = await mailer();
    await send(letter);
    const words = (text: string) => text.replace(/<style>.*<\/style>|<title>.*<\/title>|<[^>]+>/gs, ' ');
    for (const said of ['SMETS1 Security Obligations', 'Another', 'one', 'two', 'Choose what you are told']) {
      expect(words(taken[0]?.html ?? '')).toContain(said);
      expect(taken[0]?.text).toContain(said);
    }
  });
});

describe('what would forge a header', () => {
  test('in the address of a person is refused for good, and nothing is sent', async () => {
    const { send, taken } = await mailer();
    const hostile = [
      'zoe@supplier.example\r\nBcc: all@supplier.example',
      'a@b.example>, <c@d.example',
      'a b@c.example',
      'zoë@c.example',
    ];
    for (const email of hostile) {
      expect(await send({ ...letter, to: { name: 'Zoe', email } })).toMatchObject({ ok: false, isFinal: true });
      expect(() => mimeOf({ ...letter, to: { name: 'Zoe', email } }, from)).toThrow(RangeError);
    }
    expect(taken).toEqual([]);
  });

  test('in a title or a name stays inside its own header', async () => {
    const { send, taken } = await mailer();
    const injection = 'A title\r\nBcc: all@supplier.example\r\n\r\nand a body\u2028x';
    expect(await send({ ...letter, subject: injection, to: { ...letter.to, name: injection } })).toEqual({ ok: true });
    expect([...(taken[0]?.headers.keys() ?? [])]).not.toContain('bcc');
    expect(decodedWords(taken[0]?.headers.get('subject') ?? '')).toBe('A title Bcc: all@supplier.example and a body x');
    expect(taken[0]?.to).toEqual(['zoe@supplier.example']);
  });

  test('in the address that leaves is a fault of the program', () => {
    expect(() => mimeOf({ ...letter, leave: 'https://x\r\nBcc: y@z.example' }, from)).toThrow('one line');
  });
});

describe('a mail server', () => {
  test('that is busy is tried again, one that knows no such mailbox is not', async () => {
    const busy = await mailer({ answer: (command) => (command.startsWith('RCPT') ? '451 try later' : undefined) });
    expect(await busy.send(letter)).toEqual({
      ok: false,
      error: 'The mail server answered 451 try later',
      isFinal: false,
    });
    await server?.close();
    const unknown = await mailer({
      answer: (command) => (command.startsWith('RCPT') ? '550 no such user' : undefined),
    });
    expect(await unknown.send(letter)).toMatchObject({ ok: false, isFinal: true });
  });

  test('that refuses the mail at its end has not taken it', async () => {
    const { send, taken } = await mailer({ answer: (command) => (command === '.' ? '452 no room' : undefined) });
    expect(await send(letter)).toMatchObject({ ok: false, isFinal: false });
    expect(taken).toEqual([]);
  });

  test('that is not there is tried again', async () => {
    const { send } = await mailer();
    await server?.close();
    server = undefined;
    expect(await send(letter)).toMatchObject({
      ok: false,
      isFinal: false,
      error: expect.stringContaining('cannot be reached'),
    });
  });

  test('that hangs up or speaks something else has taken nothing', async () => {
    const odd = await mailer({
      answer: (command) => (command.startsWith('MAIL') ? 'HTTP/1.1 400 Bad Request' : undefined),
    });
    expect(await odd.send(letter)).toMatchObject({ ok: false, error: expect.stringContaining('no SMTP') });
  });

  test('is spoken to by TLS where it offers it, and is given the password there', async () => {
    const { send, taken } = await mailer(
      { tls: CERTIFICATE },
      { user: 'proviso', password: 'söcret' },
      CERTIFICATE.cert,
    );
    expect(await send(letter)).toEqual({ ok: true });
    expect(taken[0]).toMatchObject({ overTls: true, login: '\0proviso\0söcret' });
  });

  test('whose certificate nobody vouches for is given nothing', async () => {
    const { send, taken } = await mailer({ tls: CERTIFICATE }, { user: 'proviso', password: 'secret' });
    expect(await send(letter)).toMatchObject({ ok: false, isFinal: false });
    expect(taken).toEqual([]);
  });
});

describe('the settings of mail', () => {
  test('that name no server send nothing; broken ones are told in a sentence', () => {
    expect(readMailer(undefined, undefined)).toBeNull();
    expect(readMailer('http://mail.example', 'a@b.example')).toMatch(/^PROVISO_SMTP: expected smtp:/);
    expect(readMailer('smtp://mail.example', 'nobody')).toMatch(/^PROVISO_MAIL_FROM: expected/);
    expect(readMailer('smtps://u:p@mail.example', 'SEC <a@b.example>')).toBeTypeOf('function');
  });
});
