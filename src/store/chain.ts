import { createHash } from 'node:crypto';
import type { Actor } from '../core/party/actor.ts';
import type { StoredData } from './event-types.ts';

/** What the hash of an event covers, besides the hash of the event before it in its stream. */
export interface Link {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly data: StoredData;
  readonly actor: Actor;
  readonly cause: string;
  readonly recordedAt: string;
}

/** The end of a stream: what a checkpoint is made over. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** What stands before the first event of a stream. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** JSON with the keys of every object in code-point order and without spaces, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** The hash of an event in its stream. */
export function chainHash(previousHash: string, link: Link): string {
  return sha256(previousHash + canonicalJson(link));
}

/** The digest of content kept beside the chain, which its event carries. */
export function contentDigest(salt: string, body: string): string {
  return sha256(salt + body);
}

/**
 * Merkle root over the heads of all streams, in order of stream names: leaves and nodes are hashed under different
 * prefixes and an odd node goes up unpaired, as in RFC 6962.
 */
export function merkleRoot(heads: readonly Head[]): string {
  const ordered = [...heads].sort((a, b) => (a.stream < b.stream ? -1 : 1));
  let level = ordered.map(({ stream, version, hash }) => sha256(`leaf:${canonicalJson([stream, version, hash])}`));
  if (level.length === 0) return GENESIS;
  while (level.length > 1) {
    const below = level;
    level = [];
    for (let at = 0; at < below.length; at += 2) {
      const [left, right] = [below[at] as string, below[at + 1]];
      level.push(right === undefined ? left : sha256(`node:${left}${right}`));
    }
  }
  return level[0] as string;
}
