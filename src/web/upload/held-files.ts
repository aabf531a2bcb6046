/** A file that was sent, until the person who sent it says what becomes of it. */
export interface HeldFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

interface Held extends HeldFile {
  readonly binding: string;
  readonly until: number;
  /** What became of it, once it is stored; its bytes are then forgotten. */
  readonly stored: string | null;
}

/** How long a file waits, in milliseconds. */
const PATIENCE = 30 * 60 * 1000;
/** Bytes of all files together; the oldest go first. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Files between their preview and the word that they are to be stored: in memory, for a while, for their session alone. */
export class HeldFiles {
  private readonly held = new Map<string, Held>();
  private readonly now: () => number;
  private readonly id: () => string;

  constructor(id: () => string, now: () => number = Date.now) {
    this.id = id;
    this.now = now;
  }

  /** Keeps a file and gives the name under which it waits. */
  keep(binding: string, { fileName, bytes }: HeldFile): string {
    this.forget();
    const id = this.id();
    this.held.set(id, { fileName, bytes, binding, until: this.now() + PATIENCE, stored: null });
    let size = [...this.held.values()].reduce((sum, one) => sum + one.bytes.length, 0);
    for (const [oldest, one] of this.held) {
      if (size <= MOST_BYTES || oldest === id) break;
      this.held.delete(oldest);
      size -= one.bytes.length;
    }
    return id;
  }

  /** The file of this session under a name; null when it waits no more. */
  find(binding: string, id: string): HeldFile | null {
    this.forget();
    const found = this.held.get(id);
    return found?.binding === binding && found.stored === null ? found : null;
  }

  /** Forgets the bytes of a file that was stored and keeps what became of it, for who sends the same word again. */
  store(id: string, sentence: string): void {
    const found = this.held.get(id);
    if (found !== undefined) this.held.set(id, { ...found, bytes: new Uint8Array(), stored: sentence });
  }

  /** What became of a file of this session that was stored; null for one that was not. */
  storedAs(binding: string, id: string): string | null {
    const found = this.held.get(id);
    return found?.binding === binding ? found.stored : null;
  }

  drop(id: string): void {
    this.held.delete(id);
  }

  private forget(): void {
    const now = this.now();
    for (const [id, { until }] of this.held) if (until < now) this.held.delete(id);
  }
}
