import type { Day } from '../kernel/day.ts';
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
