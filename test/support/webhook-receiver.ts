import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reach } from '../../src/format/webhook/post.ts';
import { CERTIFICATE } from './certificate.ts';

/** What the example that users copy gives; it is plain JavaScript, so its types are written here. */
interface Example {
  receiver(given: {
    readonly secret: string;
    readonly seen: Seen;
    readonly handle: (event: { readonly type: string; readonly data: { readonly subject: string } }) => unknown;
    readonly now?: () => number;
  }): RequestListener;
  openSeen(file: string): Seen;
}

interface Seen {
  timestampOf(id: string): string | undefined;
  keep(id: string, timestamp: string): void;
}

/** The receiver of `examples/webhooks`. */
export const example: Example = await import(
  pathToFileURL(join(import.meta.dirname, '..', '..', 'examples', 'webhooks', 'receiver.mjs')).href
);

/** A request as it came. */
export interface Taken {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server on this machine that stands for one of the public internet. */
export interface TestReceiver {
  /** Its address for a webhook, by a name that {@link reach} leads to this machine. */
  readonly url: string;
  readonly port: number;
  readonly taken: readonly Taken[];
  /** How many connections were made to it. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Reaches this machine where a name is asked for, which the public internet never does. */
export const reach: Reach = {
  resolve: async () => ['127.0.0.1'],
  isAllowed: () => true,
  ca: CERTIFICATE.cert,
};

/** Starts a server over TLS on a free port. */
export async function startReceiver(answer: RequestListener): Promise<TestReceiver> {
  const taken: Taken[] = [];
  let connections = 0;
  const server = createServer(
    { key: CERTIFICATE.key, cert: CERTIFICATE.cert },
    (request: IncomingMessage, response) => {
      taken.push({ path: request.url ?? '', headers: request.headers });
      answer(request, response);
    },
  );
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    // a public address in writing is all that is looked at before the name is resolved
    url: `https://receiver.example:${port}/proviso`,
    port,
    taken,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
