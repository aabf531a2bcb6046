import { AND, ATOM, NOT } from './condition-table.ts';
import { atomMasks, type Facts, type Masks } from './facts.ts';
import type { Plan } from './plan.ts';

/** What conditions come to for many members at once. What it gives holds until it is asked again. */
export interface ConditionMasks {
  /** The masks of a node (null: what always holds) in some words; elsewhere they mean nothing. `within`: where it can hold at all. */
  readonly of: (node: number | null, within: Int32Array | null, words: Int32Array) => Masks;
}

/** Conditions of a plan over facts. */
export function conditionMasks(plan: Plan, facts: Facts): ConditionMasks {
  const { op, left, right } = plan.table;
  const total = facts.wordAt[facts.members.length] as number;
  const always: Masks = { truth: new Int32Array(total).fill(-1), falsity: null };
  const buffers: Int32Array[] = [];
  const buffer = (at: number) => (buffers[at] ??= new Int32Array(total));

  const evaluate = (node: number, depth: number, words: Int32Array): Masks => {
    const first = left[node] as number;
    if (op[node] === ATOM) return atomMasks(facts, plan, first);
    const one = evaluate(first, depth, words);
    if (op[node] !== NOT) {
      const other = evaluate(right[node] as number, depth + 1, words);
      return joined(one, other, op[node] === AND, depth, words);
    }
    if (one.falsity !== null) return { truth: one.falsity, falsity: one.truth };
    const truth = buffer(2 * depth);
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as number;
      truth[word] = ~(one.truth[word] as number);
    }
    return { truth, falsity: null };
  };

  /** Both, or one of two. Every word is read before it is written, for an operand may lie where the result goes. */
  const joined = (one: Masks, other: Masks, both: boolean, depth: number, words: Int32Array): Masks => {
    const truth = buffer(2 * depth);
    const a = one.truth;
    const b = other.truth;
    if (one.falsity === null && other.falsity === null) {
      if (both) {
        for (let index = 0; index < words.length; index += 1) {
          const word = words[index] as number;
          truth[word] = (a[word] as number) & (b[word] as number);
        }
      } else {
        for (let index = 0; index < words.length; index += 1) {
          const word = words[index] as number;
          truth[word] = (a[word] as number) | (b[word] as number);
        }
      }
      return { truth, falsity: null };
    }
    const falsity = buffer(2 * depth + 1);
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as number;
      const aTrue = a[word] as number;
      const bTrue = b[word] as number;
      const aFalse = one.falsity === null ? ~aTrue : (one.falsity[word] as number);
      const bFalse = other.falsity === null ? ~bTrue : (other.falsity[word] as number);
      truth[word] = both ? aTrue & bTrue : aTrue | bTrue;
      falsity[word] = both ? aFalse | bFalse : aFalse & bFalse;
    }
    return { truth, falsity };
  };

  return {
    of: (node, within, words) => {
      const masks = node === null ? always : evaluate(node, 0, words);
      return within === null ? masks : joined(masks, { truth: within, falsity: null }, true, 0, words);
    },
  };
}
