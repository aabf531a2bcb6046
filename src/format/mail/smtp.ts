import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { createInterface, type Interface } from 'node:readline';
import { connect as connectTls } from 'node:tls';

/** A mail server to which letters are handed: `smtp://user:password@mail.example:587`, or `smtps:` for TLS from the start. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** A certificate authority of one's own, as PEM. */
  readonly ca?: string;
}

/** Mail that was not taken. */
export class MailFault extends Error {
  /** Whether it would be refused again: the mailbox is unknown, not the server busy. */
  readonly isFinal: boolean;
  constructor(message: string, isFinal = false) {
    super(message);
    this.isFinal = isFinal;
  }
}

const PATIENCE_MS = 20_000;

/** Reads the address of a mail server; a sentence when it is none. */
export function readMailServer(text: string): MailServer | string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    return 'expected smtp://[user:password@]host[:port], or smtps: for TLS from the start';
  }
  const secure = url.protocol === 'smtps:';
  const login =
    url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { host, port: url.port === '' ? (secure ? 465 : 587) : Number(url.port), secure, login };
}

/**
 * Hands one mail to the server (RFC 5321), by STARTTLS where it is offered. A password is given only over TLS, or to this
 * machine. Throws {@link MailFault}.
 */
export async function sendMail(
  server: MailServer,
  envelope: { readonly from: string; readonly to: string },
  data: string,
): Promise<void> {
  const conversation = await Conversation.open(server);
  try {
    await conversation.expect(220);
    let offers = await conversation.hello();
    if (!server.secure && offers.has('STARTTLS')) {
      await conversation.say('STARTTLS', 220);
      await conversation.secure(server);
      offers = await conversation.hello();
    }
    if (server.login !== null) await conversation.login(server.login, isThisMachine(server.host));
    await conversation.say(`MAIL FROM:<${envelope.from}>`, 250);
    await conversation.say(`RCPT TO:<${envelope.to}>`, 250);
    await conversation.say('DATA', 354);
    // a line that begins with a dot gets another, since a dot alone ends the mail
    await conversation.say(`${data.replace(/^\./gm, '..').replace(/\r\n$/, '')}\r\n.`, 250);
    // it is taken: how the goodbye goes does not matter
    await conversation.say('QUIT', 221).catch(() => undefined);
  } finally {
    conversation.close();
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** One connection: a line is said, a reply is read. */
class Conversation {
  private socket: Socket;
  private isSecure: boolean;
  private reader: Interface;
  private lines: AsyncIterator<string>;

  private constructor(socket: Socket, isSecure: boolean) {
    this.socket = socket;
    this.isSecure = isSecure;
    this.reader = createInterface({ input: socket });
    this.lines = this.reader[Symbol.asyncIterator]();
    this.listen();
  }

  static async open({ host, port, secure, ca }: MailServer): Promise<Conversation> {
    const tls = { host, port, ...(isIP(host) === 0 && { servername: host }), ...(ca !== undefined && { ca }) };
    const socket = secure ? connectTls(tls) : connect({ host, port });
    await ready(socket, secure ? 'secureConnect' : 'connect');
    return new Conversation(socket, secure);
  }

  async secure({ host, ca }: MailServer): Promise<void> {
    this.reader.close();
    this.socket.removeAllListeners();
    const named = isIP(host) === 0 && { servername: host };
    const socket = connectTls({ socket: this.socket, ...named, ...(ca !== undefined && { ca }) });
    await ready(socket, 'secureConnect');
    this.socket = socket;
    this.isSecure = true;
    this.reader = createInterface({ input: socket });
    this.lines = this.reader[Symbol.asyncIterator]();
    this.listen();
  }

  async hello(): Promise<ReadonlySet<string>> {
    const name = hostname().replace(/[^A-Za-z0-9.-]/g, '-') || 'localhost';
    const [, ...offers] = await this.say(`EHLO ${name}`, 250);
    return new Set(offers.map((line) => line.toUpperCase().split(' ')[0] ?? ''));
  }

  async login({ user, password }: NonNullable<MailServer['login']>, isHere: boolean): Promise<void> {
    if (!this.isSecure && !isHere) {
      throw new MailFault('The mail server offers no TLS, and a password is not sent in the clear.');
    }
    await this.say(`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`, 'utf8').toString('base64')}`, 235);
  }

  async say(line: string, expected: number): Promise<readonly string[]> {
    this.socket.write(`${line}\r\n`);
    return this.expect(expected);
  }

  /** The texts of a reply, which may have several lines. */
  async expect(expected: number): Promise<readonly string[]> {
    const texts: string[] = [];
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done === true) throw new MailFault(this.ended);
      const [, code, more, text = ''] = /^(\d{3})([ -]?)(.*)$/.exec(value) ?? [];
      if (code === undefined) throw new MailFault('The mail server answered with what is no SMTP.');
      texts.push(text);
      if (more === '-') continue;
      if (Number(code) === expected) return texts;
      // a code of its own is final only for what it is about: 535 is a password that can be mended
      const isFinal = /^5[0-5][0-9]$/.test(code) && !['530', '535', '534'].includes(code);
      throw new MailFault(`The mail server answered ${code} ${texts.join(' ')}`.slice(0, 300), isFinal);
    }
  }

  close(): void {
    this.reader.close();
    this.socket.destroy();
  }

  private ended = 'The mail server ended the connection.';

  private listen(): void {
    this.socket.setTimeout(PATIENCE_MS, () => this.socket.destroy(new Error('it did not answer')));
    this.socket.on('error', (error) => {
      this.ended = `The connection to the mail server broke: ${error.message}.`;
      this.reader.close();
    });
    // whoever waits for a line when the connection ends is told that there is none
    this.socket.on('close', () => this.reader.close());
  }
}

async function ready(socket: Socket, event: string): Promise<void> {
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('it did not answer')));
  try {
    await once(socket, event);
  } catch (error) {
    socket.destroy();
    throw new MailFault(`The mail server cannot be reached: ${(error as Error).message}.`);
  }
}
