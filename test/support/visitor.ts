import type { Rejection } from '../../src/core/kernel/rejection.ts';
import { DEMO_PASSWORD } from '../../src/web/accounts/demo-accounts.ts';

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as it came. */
  readonly body: string;
  /** The words of a page as a reader meets them; of anything else the body. */
  readonly words: string;
}

/** A refusal as the API says it: the same as everywhere, its sentence under the name of RFC 9457. */
export interface Problem extends Omit<Rejection, 'sentence'> {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
}

/** A person or a program at the doors of a server, with cookies of its own and no browser. */
export class Visitor {
  readonly address: string;
  readonly #cookies: Map<string, string>;

  constructor(address: string, cookies: ReadonlyMap<string, string> = new Map()) {
    this.address = address;
    this.#cookies = new Map(cookies);
  }

  /** The same person, with the same cookies, at another address. */
  at(address: string): Visitor {
    return new Visitor(address, this.#cookies);
  }

  /** The cookies for a browser that goes on as this visitor. */
  cookiesFor(url: string): { name: string; value: string; url: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url }));
  }

  /** Someone who has signed in over the API. */
  static async as(address: string, email: string, password = DEMO_PASSWORD): Promise<Visitor> {
    const visitor = new Visitor(address);
    const answer = await visitor.post('/api/session', { email, password });
    if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.body}`);
    return visitor;
  }

  /** Sends a request with the cookies of this visitor and keeps those of the answer; redirections are not followed. */
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.address), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const body = new TextDecoder().decode(bytes);
    const type = response.headers.get('content-type') ?? '';
    const words = type.startsWith('text/html') ? wordsOf(body) : body;
    return { status: response.status, type, headers: response.headers, bytes, body, words };
  }

  get(path: string): Promise<Answer> {
    return this.send(path);
  }

  /** Posts JSON, as a program does. */
  post(path: string, input: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    });
  }

  /** Calls an operation that reads, over the API. Throws with the refusal when it is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: each story reads the answer that it asked for.
  async read(operation: string, input: Readonly<Record<string, string>> = {}): Promise<any> {
    return settled(operation, await this.get(`/api/${operation}?${new URLSearchParams(input)}`));
  }

  /** Calls an operation that writes, over the API. Throws with the refusal when it is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: each story reads the answer that it asked for.
  async write(operation: string, input: unknown = {}): Promise<any> {
    return settled(operation, await this.post(`/api/${operation}`, input));
  }

  /** The refusal of an operation that writes, over the API. */
  async refusal(operation: string, input: unknown): Promise<Problem> {
    const answer = await this.post(`/api/${operation}`, input);
    if (!answer.type.startsWith('application/problem+json')) {
      throw new Error(`${operation} was not refused: ${answer.status} ${answer.type} ${answer.body.slice(0, 300)}`);
    }
    return JSON.parse(answer.body) as Problem;
  }

  /** Sends a form with the token that a page of this visitor's carries, as a browser does. */
  async form(path: string, fields: Readonly<Record<string, string>>, from = '/sign-in'): Promise<Answer> {
    const page = await this.get(from);
    const [, token] = /name="_token" value="([^"]+)"/.exec(page.body) ?? [];
    if (token === undefined) throw new Error(`${from} shows no form`);
    return this.unguardedForm(path, { _token: token, ...fields });
  }

  /** Sends a form with these fields and nothing else. */
  unguardedForm(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const isCleared = attributes.some((one) => /^\s*max-age=0$/i.test(one));
    if (isCleared) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function settled(operation: string, answer: Answer): unknown {
  if (answer.status === 200) return JSON.parse(answer.body);
  throw new Error(`${operation} was refused: ${answer.status} ${answer.body.slice(0, 500)}`);
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#39': "'", amp: '&', lt: '<', gt: '>' };

/** What a page says, without its markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;])/g, '$1');
}
