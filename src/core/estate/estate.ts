import type { Day } from '../kernel/day.ts';

/** Three counts of the same things: the unit of a threshold is a parameter, and the answer can flip with it. */
export interface Counts {
  readonly devices: number;
  readonly premises: number;
  readonly systems: number;
}

/** A group of like systems of one Responsible Supplier, that enrol together. A single system is a group of one. */
export interface SystemGroup {
  readonly id: string;
  readonly title: string;
  /** Responsible Supplier: party by id. */
  readonly supplier: string;
  readonly generation: 'SMETS1' | 'SMETS2';
  readonly fuel: 'electricity' | 'gas' | 'dual';
  readonly counts: Counts;
  /** Day from which the supplier operates them. */
  readonly operatedFrom: Day;
  /** First day on which it operates them no more; absent while no end is known. */
  readonly operatedUntil?: Day;
}

/** Counts on a day, by what makes them count. */
export interface Volume {
  readonly smets2: Counts;
  /** SMETS1 systems that a counting duty binds. */
  readonly smets1Bound: Counts;
  /** SMETS1 systems that none binds. */
  readonly smets1Unbound: Counts;
  /** SMETS1 systems of which it is not settled whether one binds them. */
  readonly smets1Unsettled: Counts;
}
