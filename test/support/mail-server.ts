import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { createSecureContext, TLSSocket } from 'node:tls';

/** A mail as the server took it. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers by name in small letters, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  /** Every header line as it stood. */
  readonly head: string;
  readonly text: string;
  readonly html: string;
  readonly overTls: boolean;
  readonly login: string | null;
}

/** A mail server in the process of the test. */
export interface MailServer {
  readonly port: number;
  readonly taken: TakenMail[];
  /** The next mail that is taken, or one that was and was not asked for yet. */
  next(): Promise<TakenMail>;
  close(): Promise<void>;
}

interface Behaviour {
  /** What it answers to a command in the place of the usual; undefined: the usual. */
  readonly answer?: (command: string) => string | undefined;
  /** Its key and certificate; without them it offers no TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Starts a mail server on a free port of this machine (RFC 5321, as far as one client needs it). */
export async function startMailServer(behaviour: Behaviour = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const asked: ((mail: TakenMail) => void)[] = [];
  const sockets = new Set<Socket>();
  let given = 0;
  const take = (mail: TakenMail) => {
    taken.push(mail);
    const waiting = asked.shift();
    if (waiting === undefined) return;
    given += 1;
    waiting(mail);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.write('220 mail.test ESMTP\r\n');
    converse(socket, behaviour, take, false);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    next: () => {
      const kept = taken[given];
      if (kept === undefined) return new Promise((settle) => asked.push(settle));
      given += 1;
      return Promise.resolve(kept);
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, behaviour: Behaviour, take: (mail: TakenMail) => void, overTls: boolean): void {
  let from = '';
  let to: string[] = [];
  let login: string | null = null;
  let data: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  const reader = createInterface({ input: socket });
  reader.on('line', (line) => {
    if (data !== null) {
      if (line !== '.') return void data.push(line.startsWith('.') ? line.slice(1) : line);
      const lines = data;
      data = null;
      const refused = behaviour.answer?.('.');
      if (refused !== undefined) return void say(refused);
      take({ from, to, overTls, login, ...readMail(lines.join('\r\n')) });
      to = [];
      return void say('250 taken');
    }
    const own = behaviour.answer?.(line);
    if (own !== undefined) return void say(own);
    const [verb = ''] = line.toUpperCase().split(' ');
    const offers = behaviour.tls !== undefined && !overTls ? ['STARTTLS', 'AUTH PLAIN'] : ['AUTH PLAIN'];
    switch (verb) {
      case 'EHLO':
        return void say(['250-mail.test', ...offers.map((one) => `250-${one}`), '250 SIZE 10000000'].join('\r\n'));
      case 'STARTTLS': {
        say('220 go on');
        reader.close();
        socket.removeAllListeners('data');
        const { key, cert } = behaviour.tls as NonNullable<Behaviour['tls']>;
        const secure = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ key, cert }) });
        return converse(secure, behaviour, take, true);
      }
      case 'AUTH':
        login = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('utf8');
        return void say('235 welcome');
      case 'MAIL':
        from = /<(.*)>/.exec(line)?.[1] ?? '';
        return void say('250 ok');
      case 'RCPT':
        to.push(/<(.*)>/.exec(line)?.[1] ?? '');
        return void say('250 ok');
      case 'DATA':
        data = [];
        return void say('354 go on');
      case 'QUIT':
        say('221 bye');
        return void socket.end();
      default:
        return void say('500 what?');
    }
  });
}

function readMail(source: string): Pick<TakenMail, 'headers' | 'head' | 'text' | 'html'> {
  const at = source.indexOf('\r\n\r\n');
  const head = source.slice(0, at);
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
  );
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = source.slice(at).split(`--${boundary}`);
  const bodyOf = (type: string) => {
    const part = parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
    return Buffer.from(part.slice(part.indexOf('\r\n\r\n')), 'base64').toString('utf8');
  };
  return { head, headers, text: bodyOf('text/plain'), html: bodyOf('text/html') };
}

/** A header with its encoded words read. */
export function decodedWords(value: string): string {
  return value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?B\?([^?]*)\?=/g, (_, words: string) => Buffer.from(words, 'base64').toString('utf8'));
}
