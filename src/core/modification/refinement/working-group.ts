import type { Day } from '../../kernel/day.ts';
import type { Actor } from '../../party/actor.ts';

/** A person of a Working Group. */
export interface GroupMember {
  /** Made of the name: `ines-calder`. */
  readonly id: string;
  readonly name: string;
  /** The Party by id that the person comes from; null for none. */
  readonly party: string | null;
}

/** A question of the terms of reference. */
export interface GroupQuestion {
  /** Counts questions from 1; a question keeps its number when the terms change. */
  readonly id: string;
  readonly question: string;
}

/** A Working Group with its terms of reference, as it stands from a day on. */
export interface WorkingGroup {
  readonly members: readonly GroupMember[];
  /** Member by id. */
  readonly chair: string;
  readonly questions: readonly GroupQuestion[];
  /** The day by which the questions are to be answered. */
  readonly due: Day;
  /** Why it was changed; empty when it was appointed first. */
  readonly reasons: string;
  readonly on: Day;
}

/** What a Working Group answered to a question of its terms of reference. */
export interface GroupAnswer {
  readonly question: string;
  readonly answer: string;
  /** A person by name. */
  readonly by: string;
  readonly on: Day;
}

/** A member's identifier, made of the name: `Inés Calder` is `ines-calder`; empty when the name has no letter or digit. */
export function memberIdOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The member of a group that somebody is: whoever acts for the Working Group under that name; null for nobody in it. */
export function memberOf(group: WorkingGroup, actor: Actor): GroupMember | null {
  if (actor.role !== 'working-group') return null;
  return group.members.find((one) => one.id === memberIdOf(actor.name)) ?? null;
}

/** Questions numbered: one that was asked before in the same words keeps its number. */
export function numbered(questions: readonly string[], before: readonly GroupQuestion[]): readonly GroupQuestion[] {
  let last = before.reduce((most, one) => Math.max(most, Number(one.id)), 0);
  return questions.map((question) => {
    const known = before.find((one) => one.question === question);
    if (known !== undefined) return known;
    last += 1;
    return { id: String(last), question };
  });
}
