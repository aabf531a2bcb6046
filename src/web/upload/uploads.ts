import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Operation } from '../../app/operation.ts';
import { LARGEST_DOCUMENT } from '../../core/code/document-file.ts';
import type { Env } from '../site.ts';

/** The largest form, and the largest body that carries no file, in bytes. */
const FORM_BYTES = 256 * 1024;
/** A file in a form has what is around it; in JSON it is base64, which is longer by a third. */
const UPLOAD_BYTES = Math.ceil((LARGEST_DOCUMENT * 4) / 3) + FORM_BYTES;
/**
 * A text of 5 MB as amendments that hold its words before and after, with what is around the words; a draft that is
 * taken up again comes so in a form, in which each quotation mark is three characters.
 */
const TEXT_BYTES = 24 * 1024 * 1024;
/** How much of a body that is too large is read away, in bytes; whoever sends more is cut off. */
const MOST_READ_AWAY = 2 * UPLOAD_BYTES;
/** How many files are read at once; further ones wait before their bodies are read, so that memory is bounded. */
const AT_ONCE = 2;

/** Pages whose form carries a file. */
const PAGES = [
  /^\/import$/,
  /^\/modifications\/[^/]+\/legal-text\/import$/,
  /^\/modifications\/[^/]+\/consultations\/[^/]+\/response$/,
  /^\/meetings\/[^/]+\/papers$/,
  /^\/parties\/[^/]+\/evidence$/,
];

/** Which requests may carry a file: the forms of these pages and the operations that take one. */
export function uploadPaths(operations: readonly Operation[]): (path: string) => boolean {
  const doors = new Set(
    operations.filter(({ takesFile }) => takesFile).map(({ room, name }) => `/api/${room}/${name}`),
  );
  return (path) => doors.has(path) || PAGES.some((page) => page.test(path));
}

/** Which requests may carry a legal text: the operations that take one, from a program or by a form. */
export function textPaths(operations: readonly Operation[]): (path: string) => boolean {
  const doors = operations.filter(({ takesText }) => takesText).map(({ room, name }) => `${room}/${name}`);
  const paths = new Set(doors.flatMap((door) => [`/api/${door}`, `/act/${door}`]));
  return (path) => paths.has(path);
}

/**
 * Bounds what is read of a request: a form by the size of a form, a file or a legal text by the size of one and only
 * from somebody who is signed in, a few at a time.
 */
export function boundBodies(
  app: Hono<Env>,
  isUpload: (path: string) => boolean,
  isText: (path: string) => boolean,
  isUnbounded: Handler,
): void {
  const limit = limitOf(FORM_BYTES);
  const [file, text] = [limitOf(UPLOAD_BYTES), limitOf(TEXT_BYTES)];
  const gate = new Gate(AT_ONCE);
  app.use((c, next) => {
    if (isUnbounded(c)) return next();
    const isBody = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const larger = isUpload(c.req.path) ? file : isText(c.req.path) ? text : null;
    // what says that it is small need not wait behind what is large
    const isSmall = Number(c.req.header('content-length') ?? Number.NaN) <= FORM_BYTES;
    if (!isBody || isSmall || larger === null || c.get('actor').role === 'public') return limit(c, next);
    return gate.through(() => larger(c, next));
  });
}

type Handler = (c: Parameters<MiddlewareHandler<Env>>[0]) => boolean;

/** What a request that is too large is told. */
function tooLarge(limit: number): string {
  if (limit === TEXT_BYTES)
    return `What was sent is larger than ${TEXT_BYTES / 1024 / 1024} MB, the most for a legal text.`;
  return limit === FORM_BYTES
    ? `What was sent is larger than ${FORM_BYTES / 1024} KB.`
    : `What was sent is larger than a file of ${LARGEST_DOCUMENT / 1024 / 1024} MB, the largest that is read.`;
}

function limitOf(maxSize: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize,
    onError: async (c) => {
      await readAway(c.req.raw.body);
      throw new HTTPException(413, { message: tooLarge(maxSize) });
    },
  });
}

/** Reads what is left of a body that is too large, and keeps none of it: who is answered while still sending may never hear the answer. */
async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  for (let read = 0; read < MOST_READ_AWAY; ) {
    const { done, value } = await reader.read();
    if (done) return;
    read += value.length;
  }
}

/** Lets a number of tasks through at once; the others wait in order. */
export class Gate {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(width: number) {
    this.free = width;
  }

  async through<T>(task: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
