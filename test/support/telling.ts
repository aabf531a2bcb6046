import type { NoticeDoors } from '../../src/app/notice/notice-doors.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { Letter } from '../../src/core/document/notice/letter.ts';
import { instant } from '../../src/core/kernel/instant.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import type { TestRecord } from './database.ts';
import { adoption, by, publication } from './events.ts';

/** A record in which a code was adopted, and a version of it published later, of which one notice tells. */
export async function publish({ store, clock }: TestRecord) {
  await store.append([{ stream: 'code/sec', expectedVersion: 0, events: [adoption] }], by);
  await clock.advanceTo(instant('2018-11-08T09:00:00Z'));
  await store.append([{ stream: 'code/sec', expectedVersion: 1, events: [publication] }], by);
}

/** Doors of a test: two people, and a mailbox that every letter falls into. */
export function doorsOf(letters: Letter[], changed: Partial<NoticeDoors> = {}): NoticeDoors {
  const person = { seat: null, party: null, disabled: false } as const;
  return {
    baseUrl: 'https://code.example',
    people: async () => [
      { ...person, id: 'ada', name: 'Ada', email: 'ada@code.example', role: 'code-administrator' },
      { ...person, id: 'bob', name: 'Bob', email: 'bob@supplier.example', role: 'party', party: 'dovecote' },
      { ...person, id: 'eve', name: 'Eve', email: 'eve@supplier.example', role: 'party', disabled: true },
    ],
    leaveAddress: (id, { topic, modification }) => `https://code.example/leave/${id}/${topic}/${modification}`,
    mail: async (letter) => {
      letters.push(letter);
      return { ok: true };
    },
    post: async () => ({ ok: true }),
    ...changed,
  };
}

/** The ports of a record on a clock that the story moves and that is a real one all the same. */
export function onRealClock({ ports }: TestRecord, rulebook: Rulebook): Ports & { at: (to: string) => void } {
  let now = ports.clock.now();
  const clock = { ...ports.clock, kind: 'real', now: () => now } as const;
  const rulebooks = { ...ports.rulebooks, current: async () => rulebook };
  return {
    ...ports,
    clock,
    rulebooks,
    at: (to) => {
      now = instant(to);
    },
  };
}
