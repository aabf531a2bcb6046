import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Amendment } from './amendment.ts';
import type { CodeText } from './provision.ts';

/** A published change of a code: amendments that take effect on a day, under an ordered label. */
export interface VersionPublished {
  /** `5.20`: ordered part by part, not a decimal. */
  readonly label: string;
  readonly inForceFrom: Day;
  /** What made it: a modification, a designation from outside the process, or something not known to us. */
  readonly source: { readonly kind: 'modification' | 'designation' | 'unknown'; readonly reference: string };
  readonly amendments: readonly Amendment[];
}

/** The history of a code: the text it starts from, and every published version with the instant it was recorded. */
export interface CodeHistory {
  readonly base: CodeText;
  readonly baseLabel: string;
  readonly baseFrom: Day;
  readonly versions: readonly (VersionPublished & { readonly recordedAt: Instant })[];
}
