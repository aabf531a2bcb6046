import type { Instant } from '../kernel/instant.ts';
import type { Amendment } from './amendment.ts';

/** A legal text that its drafters are at work on: no event, not exported, on the wall clock even where the record is not. */
export interface WorkingDraft {
  readonly modification: string;
  /** Label of the version that it amends. */
  readonly against: string;
  readonly amendments: readonly Amendment[];
  /** 1 for the first; every change of hand or state is one more. */
  readonly revision: number;
  /** The revision of the legal text on which it was begun. */
  readonly begunOn: number;
  /** One that was discarded or put forward is kept until the next is begun, so that it can be taken up again. */
  readonly state: 'open' | 'discarded' | 'put-forward';
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
}

/** A draft as it is to be kept. */
export type DraftToKeep = Omit<WorkingDraft, 'revision' | 'at'>;

/** Someone who has a draft open. */
export interface DraftReader {
  readonly id: string;
  readonly name: string;
  /** Tells windows of one person apart. */
  readonly window: string;
  readonly since: Instant;
}
