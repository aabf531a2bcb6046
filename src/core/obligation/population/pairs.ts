import type { Verdict } from '../bound-steps.ts';
import { entriesOf, type Register } from './register.ts';
import { BOUND, UNBOUND, UNKNOWN } from './row.ts';

/** A member and a duty that can bind it, by their places, and whether each verdict holds on some day of the window. */
export interface Pair {
  readonly member: number;
  readonly duty: number;
  readonly verdicts: readonly Verdict[];
}

/** Every pair of a register, member after member and duty after duty. */
export function* pairsOf(register: Register): Generator<Pair> {
  for (const [member, { duties }] of register.members.entries()) {
    for (const duty of duties) {
      const changes = entriesOf(register, member, duty);
      const states = new Set<number>(changes.map((change) => change & 3));
      // before its first change, and where it has none, it does not bind
      if (changes.length === 0 || (changes[0] as number) >> 2 > 0) states.add(UNBOUND);
      const verdicts: Verdict[] = [];
      if (states.has(BOUND)) verdicts.push(true);
      if (states.has(UNKNOWN)) verdicts.push('unknown');
      if (states.has(UNBOUND)) verdicts.push(false);
      yield { member, duty, verdicts };
    }
  }
}
