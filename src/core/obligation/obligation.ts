import type { Citation } from '../kernel/citation.ts';
import type { Expression } from '../kernel/condition.ts';
import type { Due } from './due.ts';

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
  /** What it is quantified over: each system of the bearer, of one generation or any, or the bearer itself. */
  readonly each: 'smets1-system' | 'smets2-system' | 'system' | 'party';
  /** Fuels to whose systems it applies; null for all. */
  readonly fuel: 'electricity' | 'gas' | null;
  readonly modality: Modality;
  /** What must be done, in our words. */
  readonly object: string;
  /** How well it must be done, in our words: `best endeavours`; null where the words say none. */
  readonly standard: string | null;
  /** Words in it that are judged by a person and never computed: `best endeavours`. */
  readonly judgementWords: readonly string[];
  /** The words' meanings, by wording id; the rulebook or the case holds them. */
  readonly wording: string;
  /** Over the facts of its bearer or system; binds only while it is true. Null: binds whatever the facts are. */
  readonly condition: Expression | null;
  /** By when it is to be done, once or again and again; null for a duty that is there all the time. */
  readonly due: Due | null;
  /** Body (by id) that assures it; null where the words name none. */
  readonly assuredBy: string | null;
  /** What follows from breach, in our words; null where nothing is known of it. */
  readonly breach: string | null;
  /** How it stands to other provisions. */
  readonly relations: readonly Relation[];
  /** Version (by label) of the instrument whose words it was bound to by a person; null: the first with the provision. */
  readonly boundTo: string | null;
  readonly evidence: readonly string[];
  /** Whether a duty of this kind makes the SMETS1 Devices of a bound system count towards the next assessment's type. */
  readonly countsDevices: boolean;
  /** What must have happened before compliance can be assessed: events by name, in order. */
  readonly assessableAfter: readonly string[];
  /** Duties of other instruments (by id) whose place this one takes wherever they do not bind. */
  readonly covers: readonly string[];
  readonly citation: Citation;
}

/** Whether a thing must be done, must not, may, or must be brought about through others. */
export type Modality = 'must' | 'must-not' | 'may' | 'must-procure';

/** How a duty stands to another provision (by instrument and printed reference): it yields to it, prevails over it, leaves it as it is, or follows it. */
export interface Relation {
  readonly kind: 'subject-to' | 'notwithstanding' | 'without-prejudice-to' | 'in-accordance-with';
  readonly instrument: string;
  readonly provision: string;
}
