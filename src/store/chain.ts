import { createHash } from 'node:crypto';
import { type Head, type Link, linkHash, rootOf } from '../core/rulebook/chain.ts';

/** SHA-256 in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The hash of an event in its stream. */
export function chainHash(previousHash: string, link: Link): string {
  return linkHash(sha256, previousHash, link);
}

/** Merkle root over the heads of all streams. */
export function merkleRoot(heads: readonly Head[]): string {
  return rootOf(sha256, heads);
}
