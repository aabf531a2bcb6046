import { Buffer } from 'node:buffer';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../../core/document/notice/public-address.ts';
import { faultOfWebhookUrl, type Parcel } from '../../core/document/notice/webhook.ts';
import { signedHeaders } from './sign.ts';

/** What became of a parcel; final when it would be refused again. */
type Posted = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly isFinal: boolean };

/** Which machines are reached. */
export interface Reach {
  /** Every address of a name. */
  resolve(host: string): Promise<readonly string[]>;
  /** Whether one may connect to an address. */
  isAllowed(address: string): boolean;
  /** A certificate authority of one's own, as PEM. */
  readonly ca?: string;
}

/** How long a receiver has for an answer. */
const PATIENCE_MS = 10_000;

/** The public internet and nothing else. */
const PUBLIC_INTERNET: Reach = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
};

/**
 * Posts parcels, signed. A name is resolved once: what is connected to are the addresses that were looked at, all of which
 * must be allowed. Redirects are not followed, no proxy is asked, and of an answer nothing is read but its status.
 */
export function webhookPoster(reach: Reach = PUBLIC_INTERNET): (parcel: Parcel) => Promise<Posted> {
  return async (parcel) => {
    const fault = faultOfWebhookUrl(parcel.url);
    if (fault !== null) return failed(`The address ${fault}.`, true);
    const url = new URL(parcel.url);
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    try {
      const addresses = isIP(host) === 0 ? await reach.resolve(host) : [host];
      const forbidden = addresses.find((address) => !reach.isAllowed(address));
      if (forbidden !== undefined) return failed(`${host} leads to ${forbidden}, which is no public address.`, true);
      return outcomeOf(await post(url, addresses, parcel, reach.ca));
    } catch (error) {
      const { name, message } = error as Error;
      const why = name === 'AbortError' || name === 'TimeoutError' ? 'it did not answer in time' : message;
      return failed(`${host} cannot be reached: ${why}.`.slice(0, 300), false);
    }
  };
}

async function post(url: URL, addresses: readonly string[], parcel: Parcel, ca: string | undefined): Promise<number> {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const onlyThose: LookupFunction = (_, { all }, answer) => {
    const [first] = found;
    if (first === undefined) answer(new Error('its name has no address'), '');
    else if (all === true) answer(null, found);
    else answer(null, first.address, first.family);
  };
  const body = Buffer.from(parcel.body, 'utf8');
  const sent = request(url, {
    method: 'POST',
    // a connection of its own: one that was kept would lead to an address that nobody has looked at for this parcel
    agent: false,
    lookup: onlyThose,
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(ca !== undefined && { ca }),
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'Proviso',
      ...signedHeaders(parcel),
    },
  });
  sent.on('error', () => undefined);
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  response.destroy();
  return response.statusCode ?? 0;
}

function outcomeOf(status: number): Posted {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) {
    return failed(`It answered ${status}, which leads elsewhere; that is not followed.`, false);
  }
  // 410: the receiver says that it wants no more
  return failed(`It answered ${status}.`, status === 410);
}

function failed(error: string, isFinal: boolean): Posted {
  return { ok: false, error, isFinal };
}
