/**
 * A function of two objects that works each pair out once. For frozen values only: what is kept is forgotten with them.
 */
export function once<A extends object, B extends object, T>(work: (a: A, b: B) => T): (a: A, b: B) => T {
  const kept = new WeakMap<A, WeakMap<B, { readonly value: T }>>();
  return (a, b) => {
    const ofA = kept.get(a) ?? new WeakMap<B, { readonly value: T }>();
    kept.set(a, ofA);
    const found = ofA.get(b) ?? { value: work(a, b) };
    ofA.set(b, found);
    return found.value;
  };
}
