import type { WebContext } from '../site.ts';

/** Content type of lines of JSON. */
export const NDJSON = 'application/x-ndjson';

/** Lines of text as a body that is sent while they are made. */
export function linesBody(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(`${next.value}\n`));
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

/** The lines of a request's body, read while they arrive. */
export async function* linesOfRequest(c: WebContext): AsyncIterable<string> {
  const body = c.req.raw.body;
  if (body === null) return;
  let left = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const parts = (left + chunk).split('\n');
    left = parts.pop() ?? '';
    yield* parts;
  }
  if (left !== '') yield left;
}

/** Whether a value that an operation gives is lines to be sent as they are made. */
export function hasLines(value: unknown): value is { readonly lines: AsyncIterable<string> } {
  const lines = typeof value === 'object' && value !== null && 'lines' in value ? value.lines : null;
  return typeof lines === 'object' && lines !== null && Symbol.asyncIterator in lines;
}
