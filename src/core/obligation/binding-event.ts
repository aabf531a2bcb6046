import type { Day } from '../kernel/day.ts';

/** Stream `obligation/<code>`: what people say of how obligations are bound to the words of a version. */
export type BindingEvent =
  | {
      /** Somebody has read the words of a version, and the obligation says what they say. */
      readonly type: 'binding-confirmed';
      readonly obligation: string;
      /** The version by its label. */
      readonly label: string;
      readonly reasons: string;
      /** A person by name. */
      readonly by: string;
      readonly on: Day;
    }
  | {
      /** What was confirmed no longer holds: as if nobody had. */
      readonly type: 'binding-reopened';
      readonly obligation: string;
      readonly label: string;
      readonly reasons: string;
      readonly by: string;
      readonly on: Day;
    };

/** A confirmation, and who took it back. */
export interface Confirmation {
  readonly confirmed: Extract<BindingEvent, { type: 'binding-confirmed' }>;
  readonly reopened: Extract<BindingEvent, { type: 'binding-reopened' }> | null;
}

/** What was confirmed of an obligation, in order, each with what became of it. */
export function confirmationsOf(obligation: string, events: readonly BindingEvent[]): readonly Confirmation[] {
  const all: { -readonly [K in keyof Confirmation]: Confirmation[K] }[] = [];
  for (const event of events) {
    if (event.obligation !== obligation) continue;
    if (event.type === 'binding-confirmed') {
      all.push({ confirmed: event, reopened: null });
      continue;
    }
    const standing = all.findLast((one) => one.confirmed.label === event.label && one.reopened === null);
    if (standing !== undefined) standing.reopened = event;
  }
  return all;
}
