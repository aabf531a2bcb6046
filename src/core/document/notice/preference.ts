import type { Actor } from '../../party/actor.ts';
import type { Concern, Notice, Topic } from './notice.ts';

/** How someone wants to be told. */
export const MODES = ['immediate', 'digest', 'none'] as const;

export type Mode = (typeof MODES)[number];

/** What someone chose for a topic of a modification; null stands for all of them. */
export interface Preference {
  readonly topic: Topic | null;
  readonly modification: string | null;
  readonly mode: Mode;
}

/** As far as notices go, a person. */
export type Addressee = Pick<Actor, 'role' | 'seat' | 'party'>;

/** Whether a notice asks something of this person, or matters most to them. */
export function isConcerned({ concerns }: Pick<Notice, 'concerns'>, person: Addressee): boolean {
  return concerns.some((one) => matches(one, person));
}

function matches(one: Concern, { role, seat, party }: Addressee): boolean {
  switch (one.kind) {
    case 'role':
      return one.role === role;
    case 'seat':
      return one.seat === seat;
    case 'party':
      return one.party === party;
  }
}

/**
 * How a person is told of a notice. The choice that says most holds: for the topic of the modification, then for the
 * modification, the topic, everything. Without one, what concerns them comes at once and the rest once a day. What is not
 * public is told to nobody whom it does not concern.
 */
export function modeFor(notice: Notice, person: Addressee, chosen: readonly Preference[]): Mode {
  const concerned = isConcerned(notice, person);
  if (!concerned && !notice.isPublic) return 'none';
  const { topic, modification } = notice;
  const choice = (of: Topic | null, on: string | null) =>
    chosen.find((one) => one.topic === of && one.modification === on)?.mode;
  const onThis = modification === null ? undefined : (choice(topic, modification) ?? choice(null, modification));
  return onThis ?? choice(topic, null) ?? choice(null, null) ?? (concerned ? 'immediate' : 'digest');
}

/** What someone chose, with another choice made: what it covers in full and was chosen more narrowly falls away. */
export function choose(chosen: readonly Preference[], choice: Preference): readonly Preference[] {
  const covered = (one: Preference) =>
    (choice.topic === null || choice.topic === one.topic) &&
    (choice.modification === null || choice.modification === one.modification);
  return [...chosen.filter((one) => !covered(one)), choice];
}
