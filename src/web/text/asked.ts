/** What a reader of a text asks: ISO days and an instant, as addresses carry them. */
export interface Asked {
  readonly on: string;
  readonly against: string | null;
  readonly knownAt: string | null;
  /** Whether the address names the day at all; without one it means today. */
  readonly dated: boolean;
  /** Whether the address asks for an answer that stays, and whether it can be given yet, or at all. */
  readonly permanence: 'not-asked' | 'permanent' | 'day-not-ended' | 'before-the-record';
}

/** Address of an instrument, or of a provision of it by its name, without a day. */
export function baseOf(instrument: string, name: string | null): string {
  return name === null ? `/${instrument}` : `/${instrument}/${encodeURIComponent(name)}`;
}

/** Address of a provision read as one reads now: on the same day, as known at the same instant. */
export function hrefTo(instrument: string, name: string | null, asked: Asked): string {
  const base = baseOf(instrument, name);
  if (asked.permanence !== 'not-asked') return `${base}@${asked.on}`;
  return `${base}?on=${asked.on}${knownQuery(asked)}`;
}

/** The permanent address of what is read. */
export function permanentOf(instrument: string, name: string | null, on: string): string {
  return `${baseOf(instrument, name)}@${on}`;
}

/** The rest of a query that says as of when the record is read. */
export function knownQuery({ permanence, knownAt }: Asked): string {
  return permanence !== 'not-asked' || knownAt === null ? '' : `&knownAt=${encodeURIComponent(knownAt)}`;
}
