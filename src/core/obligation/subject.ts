import type { Day } from '../kernel/day.ts';
import type { Steps } from '../kernel/steps.ts';
import type { Party } from '../party/party.ts';
import type { Obligation } from './obligation.ts';

/** What a duty can bind: a group of like systems of one Responsible Supplier, or a party itself. */
export interface Subject {
  readonly id: string;
  /** The bearer: party by id. */
  readonly supplier: string;
  /** Null for a party itself, as is the fuel. */
  readonly generation: 'SMETS1' | 'SMETS2' | null;
  readonly fuel: 'electricity' | 'gas' | 'dual' | null;
  /** Day from which there is anything to bind. */
  readonly operatedFrom: Day;
  /** First day on which there is nothing to bind any more, as after a change of supplier; absent while no end is known. */
  readonly operatedUntil?: Day;
}

/** A party as the subject of duties that bind it as a whole. */
export function partySubject({ id, admittedOn }: Party): Subject {
  return { id, supplier: id, generation: null, fuel: null, operatedFrom: admittedOn };
}

/** Whether a duty is about a subject such as this, whoever bears it and whenever it binds. */
export function concerns({ each, fuel }: Obligation, subject: Subject): boolean {
  if (each === 'party' || subject.generation === null) return each === 'party' && subject.generation === null;
  if (each !== 'system' && each !== `${subject.generation === 'SMETS1' ? 'smets1' : 'smets2'}-system`) return false;
  return fuel === null || subject.fuel === 'dual' || subject.fuel === fuel;
}

/** Whether a bearer is, on any day, in a category that bears a duty; true where nobody said what it is. */
export function isEverBorne({ bearers }: Pick<Obligation, 'bearers'>, category: Steps<string> | undefined): boolean {
  if (category === undefined) return true;
  return [category.initial, ...category.changes.map(({ value }) => value)].some((one) => bearers.includes(one));
}

/** Whether there is something to bind on a day. */
export function isOperatedOn(subject: Pick<Subject, 'operatedFrom' | 'operatedUntil'>, on: Day): boolean {
  return subject.operatedFrom <= on && (subject.operatedUntil === undefined || on < subject.operatedUntil);
}
