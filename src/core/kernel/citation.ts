/**
 * How sure a fact is (the marks of the evidence): stated in the report of the case, stated in another public source,
 * worked out from those two, or recalled and not confirmed. An unverified fact is shown as such wherever it appears.
 */
export type Certainty = 'stated' | 'public' | 'derived' | 'unverified' | 'illustrative';

/** Where a fact, a number or a rule comes from, and how sure it is. */
export interface Citation {
  /** The instrument or document: `SEC`, `SECMP0065 IMR v0.2`. */
  readonly source: string;
  /** The place in it: `D2.6`, `section 6`; null when the source is cited whole. */
  readonly clause: string | null;
  readonly certainty: Certainty;
  /** What a careful reader should know about it. */
  readonly note?: string;
}

/** `SEC D2.6`, with ` (unverified)` and the like where the certainty is less than stated. */
export function writeCitation(citation: Citation): string {
  const place = citation.clause === null ? citation.source : `${citation.source} ${citation.clause}`;
  const marked = citation.certainty === 'unverified' || citation.certainty === 'illustrative';
  return marked ? `${place} (${citation.certainty})` : place;
}
