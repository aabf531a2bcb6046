import { type Beside, type Digest, GENESIS, type Link, linkHash, rootBy } from './chain.ts';

/** Everything that a reader needs to hold a stream to a published root, without asking the program that keeps it. */
export interface StreamProof {
  readonly stream: string;
  /** The events that the checkpoint covers, in order, as they are stored. */
  readonly links: readonly (Omit<Link, 'stream'> & { readonly hash: string })[];
  /** Events of the stream that were recorded after the checkpoint, and that this proves nothing of. */
  readonly later: number;
  /** The nodes of the Merkle tree beside the way from the stream's head to the root. */
  readonly way: readonly Beside[];
  readonly checkpoint: {
    /** SHA-256 (hex) over the heads of all streams. */
    readonly root: string;
    /** The last event of the log that it covers. */
    readonly position: number;
    readonly madeAt: string;
  };
}

/** What checking a proof comes to: the root that it leads to, or the first thing that does not follow. */
export type Proven =
  | { readonly ok: true; readonly root: string; readonly events: number }
  | { readonly ok: false; readonly version: number; readonly fault: string };

/** Recomputes the chain of a stream and the way to the root. `published` is a root that the reader noted; null: the one in the proof. */
export function checkProof(proof: StreamProof, digest: Digest, published: string | null): Proven {
  let before = GENESIS;
  for (const [at, { hash, ...link }] of proof.links.entries()) {
    const version = at + 1;
    if (link.version !== version)
      return { ok: false, version, fault: `is missing: version ${link.version} stands there` };
    if (linkHash(digest, before, { stream: proof.stream, ...link }) !== hash) {
      return { ok: false, version, fault: 'was altered: its content does not match its hash' };
    }
    before = hash;
  }
  const version = proof.links.length;
  const root = rootBy(digest, { stream: proof.stream, version, hash: before }, proof.way);
  if (root !== proof.checkpoint.root) {
    return { ok: false, version, fault: 'is not the one that the checkpoint covers: it leads to another root' };
  }
  if (published !== null && published.toLowerCase() !== root) {
    return { ok: false, version, fault: 'is covered by a checkpoint with another root than the one given' };
  }
  return { ok: true, root, events: version };
}
