import type { Citation } from '../kernel/citation.ts';

/** A duty, bound to a provision and, where the words say "each", to each system of its bearer. */
export interface Obligation {
  /** `secure-smets1-systems`. */
  readonly id: string;
  readonly title: string;
  /** Instrument by id (`sec`, `gas-supply-licence`) and provision by its printed reference (`G3.26`). */
  readonly instrument: string;
  readonly provision: string;
  /** Party categories (by id) that bear it. */
  readonly bearers: readonly string[];
  /** What it is quantified over: each SMETS1 system of the bearer, or the bearer itself. */
  readonly each: 'smets1-system' | 'party';
  /** Fuels to whose systems it applies; null for all. */
  readonly fuel: 'electricity' | 'gas' | null;
  readonly modality: 'must' | 'must-not' | 'may';
  /** What must be done, in our words. */
  readonly object: string;
  /** Words in it that are judged by a person and never computed: `best endeavours`. */
  readonly judgementWords: readonly string[];
  /** The words' meanings, by wording id; the rulebook or the case holds them. */
  readonly wording: string;
  readonly evidence: readonly string[];
  /** Whether a duty of this kind makes the SMETS1 Devices of a bound system count towards the next assessment's type. */
  readonly countsDevices: boolean;
  /** What must have happened before compliance can be assessed: events by name, in order. */
  readonly assessableAfter: readonly string[];
  /** Duties of other instruments (by id) whose place this one takes wherever they do not bind. */
  readonly covers: readonly string[];
  readonly citation: Citation;
}
