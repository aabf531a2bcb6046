import type { Parcel } from './doors.ts';

/** Copies on this device of what the record does not have yet: one for each person, modification and part. */
export class KeptCopy {
  private readonly prefix: string;
  private readonly key: string;

  constructor(person: string, modification: string, part: string | null) {
    this.prefix = `proviso-draft:${person}:${modification}:`;
    this.key = this.prefix + (part ?? '');
  }

  /** Keeps a copy, or drops it; false where the device keeps nothing. */
  keep(parcel: Parcel | null): boolean {
    try {
      if (parcel === null) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(parcel));
      return true;
    } catch {
      return false;
    }
  }

  /** The copy that is here; null when there is none. */
  read(): Parcel | null {
    try {
      const text = localStorage.getItem(this.key);
      return text === null ? null : (JSON.parse(text) as Parcel);
    } catch {
      return null;
    }
  }

  /** Other parts of the modification of which this device has a copy: empty for the whole text. */
  elsewhere(): readonly string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix) && key !== this.key)
        .map((key) => key.slice(this.prefix.length));
    } catch {
      return [];
    }
  }
}
