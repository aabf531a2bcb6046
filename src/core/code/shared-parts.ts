import type { Provision } from './provision.ts';
import type { Forest } from './tree.ts';

/**
 * Two texts of one code without what stands below provisions that are one and the same in both, among the same siblings:
 * texts that were made of one another share most of what they hold, and nothing in it has to be looked at to compare them.
 */
export function withoutShared<T extends Forest>(before: T, after: T): readonly [T, T] {
  const [old, current] = apart(before.provisions, after.provisions);
  return [
    { ...before, provisions: old },
    { ...after, provisions: current },
  ];
}

type Siblings = readonly Provision[];

function apart(before: Siblings, after: Siblings): readonly [Siblings, Siblings] {
  const beside = new Map(after.map((provision) => [provision.id, provision]));
  const paired = new Map<string, Provision>();
  const old = before.map((was) => {
    const is = beside.get(was.id);
    // what is below a provision of another kind goes with it
    if (is === undefined || is.kind !== was.kind) return was;
    if (is === was) {
      const bare = was.children.length === 0 ? was : { ...was, children: [] };
      paired.set(was.id, bare);
      return bare;
    }
    const [childrenBefore, childrenAfter] = apart(was.children, is.children);
    paired.set(was.id, { ...is, children: childrenAfter });
    return { ...was, children: childrenBefore };
  });
  return [old, after.map((one) => (beside.get(one.id) === one ? (paired.get(one.id) ?? one) : one))];
}
