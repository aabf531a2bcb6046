import type { Day } from '../kernel/day.ts';
import type { Obligation } from './obligation.ts';

/** What a duty can bind: a group of like systems of one Responsible Supplier. */
export interface Subject {
  readonly id: string;
  readonly supplier: string;
  readonly generation: 'SMETS1' | 'SMETS2';
  readonly fuel: 'electricity' | 'gas' | 'dual';
  readonly operatedFrom: Day;
}

/** Whether a duty is about systems such as these, whoever their supplier is and whenever it binds. */
export function concerns(obligation: Obligation, subject: Subject): boolean {
  if (obligation.each !== 'smets1-system' || subject.generation !== 'SMETS1') return false;
  return obligation.fuel === null || subject.fuel === 'dual' || subject.fuel === obligation.fuel;
}
