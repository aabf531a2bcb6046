import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Actor } from '../party/actor.ts';

/** SHA-256 of UTF-8 text, in hexadecimal digits. */
export type Digest = (text: string) => string;

/** What the hash of an event covers, besides the hash of the event before it in its stream. */
export interface Link {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  /** The stored form of what the event says: JSON without its type. */
  readonly data: Readonly<Record<string, unknown>>;
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

/** A node of the Merkle tree beside the way from a leaf to the root. */
export interface Beside {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** What stands before the first event of a stream. */
export const GENESIS = '0'.repeat(64);

/** The hash of an event in its stream. */
export function linkHash(digest: Digest, previousHash: string, link: Link): string {
  return digest(previousHash + canonicalJson(link));
}

/**
 * Merkle root over the heads of all streams, in order of stream names: leaves and nodes are hashed under different
 * prefixes and an odd node goes up unpaired, as in RFC 6962.
 */
export function rootOf(digest: Digest, heads: readonly Head[]): string {
  return levelsOf(digest, inOrder(heads)).at(-1)?.[0] ?? GENESIS;
}

/** The nodes beside the way from a stream's head to the root; null when the stream is not among the heads. */
export function wayToRoot(digest: Digest, heads: readonly Head[], stream: string): readonly Beside[] | null {
  const ordered = inOrder(heads);
  const at = ordered.findIndex((head) => head.stream === stream);
  if (at < 0) return null;
  return levelsOf(digest, ordered).flatMap((level, height): Beside[] => {
    const place = at >> height;
    const hash = level[place ^ 1];
    if (hash === undefined) return [];
    return [{ side: place % 2 === 0 ? 'right' : 'left', hash }];
  });
}

/** The root that a head comes to by the nodes beside its way. */
export function rootBy(digest: Digest, head: Head, way: readonly Beside[]): string {
  return way.reduce(
    (hash, beside) =>
      nodeHash(digest, ...((beside.side === 'left' ? [beside.hash, hash] : [hash, beside.hash]) as [string, string])),
    leafHash(digest, head),
  );
}

function inOrder(heads: readonly Head[]): readonly Head[] {
  return heads.toSorted((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** From the leaves to the root, which is alone in its level. */
function levelsOf(digest: Digest, ordered: readonly Head[]): readonly (readonly string[])[] {
  const levels = [ordered.map((head) => leafHash(digest, head))];
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const level: string[] = [];
    for (let at = 0; at < below.length; at += 2) {
      const [left, right] = [below[at] as string, below[at + 1]];
      level.push(right === undefined ? left : nodeHash(digest, left, right));
    }
    levels.push(level);
    below = level;
  }
  return levels;
}

function leafHash(digest: Digest, { stream, version, hash }: Head): string {
  return digest(`leaf:${canonicalJson([stream, version, hash])}`);
}

function nodeHash(digest: Digest, left: string, right: string): string {
  return digest(`node:${left}${right}`);
}
