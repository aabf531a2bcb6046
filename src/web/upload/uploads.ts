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
/** How many files are read at once; further ones wait before their bodies are read, so that memory is bounded. */
const AT_ONCE = 2;

/** Pages whose form carries a file. */
const PAGES = [/^\/import$/, /^\/modifications\/[^/]+\/legal-text\/import$/];

/** Which requests may carry a file: the forms of two pages and the operations that take one. */
export function uploadPaths(operations: readonly Operation[]): (path: string) => boolean {
  const doors = new Set(
    operations.filter(({ takesFile }) => takesFile).map(({ room, name }) => `/api/${room}/${name}`),
  );
  return (path) => doors.has(path) || PAGES.some((page) => page.test(path));
}

/**
 * Bounds what is read of a request: a form by the size of a form, a file by the size of a file and only from somebody
 * who is signed in, a few at a time.
 */
export function boundBodies(app: Hono<Env>, isUpload: (path: string) => boolean, isUnbounded: Handler): void {
  const limit = limitOf(FORM_BYTES);
  const larger = limitOf(UPLOAD_BYTES);
  const gate = new Gate(AT_ONCE);
  app.use((c, next) => {
    if (isUnbounded(c)) return next();
    const isBody = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (!isBody || !isUpload(c.req.path) || c.get('actor').role === 'public') return limit(c, next);
    return gate.through(() => larger(c, next));
  });
}

type Handler = (c: Parameters<MiddlewareHandler<Env>>[0]) => boolean;

/** What a request that is too large is told. */
function tooLarge(limit: number): string {
  return limit === FORM_BYTES
    ? `What was sent is larger than ${FORM_BYTES / 1024} KB.`
    : `What was sent is larger than a file of ${LARGEST_DOCUMENT / 1024 / 1024} MB, the largest that is read.`;
}

function limitOf(maxSize: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize,
    onError: () => Promise.reject(new HTTPException(413, { message: tooLarge(maxSize) })),
  });
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
