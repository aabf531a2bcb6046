import type { Answer, Parcel, SavedDraft } from './doors.ts';

/** How the words of a drafter stand. */
export type Standing =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'lost'; readonly kept: boolean }
  | { readonly kind: 'refused'; readonly sentence: string; readonly kept: boolean }
  | { readonly kind: 'asked' };

/** What autosaving needs of the page. */
export interface Saving {
  /** What is to be saved, as the editor stands. */
  readonly parcel: () => Parcel;
  readonly save: (parcel: Parcel) => Promise<Answer<SavedDraft>>;
  /** Keeps a copy on the device, or drops it; false where the device keeps nothing. */
  readonly keepCopy: (parcel: Parcel | null) => boolean;
  readonly told: (standing: Standing) => void;
  readonly saved: (saved: SavedDraft, parcel: Parcel) => void;
  /** Someone else changed the draft: the drafter is asked, and nothing is sent until then. */
  readonly changed: (sentence: string) => void;
  readonly now: () => Date;
  readonly later: (ms: number, then: () => void) => () => void;
}

const PAUSE_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Saves as one types: a moment after the last change, one call at a time, again and again while the connection is lost,
 * with a copy on the device from the first change until the record has it.
 */
export class Autosave {
  private readonly saving: Saving;
  private dirty = false;
  private kept = true;
  private asking = false;
  private retry = FIRST_RETRY_MS;
  private cancel: () => void = () => undefined;
  private running: Promise<void> | null = null;

  constructor(saving: Saving) {
    this.saving = saving;
  }

  /** Whether something is not in the record yet. */
  get unsaved(): boolean {
    return this.dirty || this.running !== null;
  }

  /** Whether the last attempt failed and the next is waiting; until then that is what is told. */
  private get isInTrouble(): boolean {
    return this.retry > FIRST_RETRY_MS;
  }

  /** The words are changing; {@link changed} follows when they rest for a moment. */
  stirred(): void {
    this.dirty = true;
    if (!this.asking && !this.isInTrouble && this.running === null) this.saving.told({ kind: 'waiting' });
  }

  /** The words changed. */
  changed(): void {
    this.stirred();
    this.kept = this.saving.keepCopy(this.saving.parcel());
    if (!this.asking && !this.isInTrouble) this.soon(PAUSE_MS);
  }

  /** Saves what is unsaved now: true when the record has all of it. */
  async flush(): Promise<boolean> {
    this.cancel();
    await this.running;
    if (this.asking) return false;
    if (this.dirty) await this.send();
    return !this.dirty;
  }

  /** The connection may be back. */
  again(): void {
    if (this.dirty && !this.asking && this.running === null) this.soon(0);
  }

  /** What is here and unsaved is no more to be sent, since it came from the record or is given up. */
  settle(): void {
    this.asking = false;
    this.dirty = false;
    this.retry = FIRST_RETRY_MS;
    this.cancel();
    this.saving.keepCopy(null);
  }

  /** Sends nothing until the drafter has chosen. */
  ask(sentence: string): void {
    this.asking = true;
    this.cancel();
    this.saving.told({ kind: 'asked' });
    this.saving.changed(sentence);
  }

  /** What is here is to be saved over what the record has. */
  insist(): void {
    this.asking = false;
    this.retry = FIRST_RETRY_MS;
    this.changed();
    this.soon(0);
  }

  private soon(ms: number): void {
    this.cancel();
    this.cancel = this.saving.later(ms, () => {
      if (this.running === null) void this.send();
    });
  }

  private send(): Promise<void> {
    this.running = this.sendNow().finally(() => {
      this.running = null;
      if (this.dirty && !this.asking && !this.isInTrouble) this.soon(PAUSE_MS);
    });
    return this.running;
  }

  private async sendNow(): Promise<void> {
    this.dirty = false;
    if (!this.isInTrouble) this.saving.told({ kind: 'saving' });
    const parcel = this.saving.parcel();
    const answer = await this.saving.save(parcel);
    if (answer.kind === 'done') {
      this.retry = FIRST_RETRY_MS;
      this.saving.saved(answer.value, parcel);
      if (this.dirty) {
        this.saving.keepCopy(this.saving.parcel());
        return;
      }
      this.saving.keepCopy(null);
      this.saving.told({ kind: 'saved', at: this.saving.now() });
      return;
    }
    this.dirty = true;
    if (answer.kind === 'refused' && answer.code === 'draft-changed') {
      this.ask(answer.sentence);
      return;
    }
    const { kept } = this;
    this.saving.told(
      answer.kind === 'lost' ? { kind: 'lost', kept } : { kind: 'refused', sentence: answer.sentence, kept },
    );
    const wait = this.retry;
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY_MS);
    this.soon(wait);
  }
}
