/** Stretches that two sequences share: `length` items from `a` in the first and from `b` in the second, in order of both. */
export interface Common {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Edits within one stretch beyond which it is taken as rewritten: keeps the time of hostile input bounded. */
const EDITS_AT_MOST = 2_000;

/**
 * What two sequences have in common, by Myers' algorithm in linear space ("An O(ND) difference algorithm", 1986): the
 * fewest insertions and deletions, except in a stretch that would need more than a few thousand of them.
 */
export function commonOf<T>(a: readonly T[], b: readonly T[]): readonly Common[] {
  const codes = new Map<T, number>();
  const found: Common[] = [];
  compare(encode(a, codes), 0, a.length, encode(b, codes), 0, b.length, (at) => {
    const last = found.at(-1);
    if (last !== undefined && last.a + last.length === at.a && last.b + last.length === at.b) {
      found[found.length - 1] = { ...last, length: last.length + at.length };
    } else found.push(at);
  });
  return found;
}

type Items = Int32Array;

/** Items as numbers, equal where the items are. */
function encode<T>(items: readonly T[], codes: Map<T, number>): Items {
  const encoded = new Int32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as T;
    let code = codes.get(item);
    if (code === undefined) {
      code = codes.size;
      codes.set(item, code);
    }
    encoded[at] = code;
  }
  return encoded;
}

function compare(
  a: Items,
  aFrom: number,
  aTo: number,
  b: Items,
  bFrom: number,
  bTo: number,
  emit: (c: Common) => void,
) {
  let start = 0;
  while (aFrom + start < aTo && bFrom + start < bTo && a[aFrom + start] === b[bFrom + start]) start += 1;
  let [aEnd, bEnd] = [aTo, bTo];
  while (aEnd > aFrom + start && bEnd > bFrom + start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  if (start > 0) emit({ a: aFrom, b: bFrom, length: start });
  const [aStart, bStart] = [aFrom + start, bFrom + start];
  if (aStart < aEnd && bStart < bEnd) {
    const split = middle(a, aStart, aEnd, b, bStart, bEnd);
    if (split !== null) {
      compare(a, aStart, split.a, b, bStart, split.b, emit);
      compare(a, split.a, aEnd, b, split.b, bEnd, emit);
    }
  }
  if (aEnd < aTo) emit({ a: aEnd, b: bEnd, length: aTo - aEnd });
}

/**
 * A point on a shortest path, found by going from both ends until the ways meet; null when nothing is shared or too
 * much differs. Both stretches are non-empty and differ at both ends.
 */
function middle(
  a: Items,
  aFrom: number,
  aTo: number,
  b: Items,
  bFrom: number,
  bTo: number,
): { a: number; b: number } | null {
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const delta = n - m;
  const most = Math.min(Math.ceil((n + m) / 2), EDITS_AT_MOST);
  const offset = most + 1;
  // forward[k + offset] is how far along `a` the best way on diagonal k has come; backward counts from the far end
  const forward = new Int32Array(2 * offset + 1);
  const backward = new Int32Array(2 * offset + 1);
  const at = (way: Int32Array, k: number): number => way[k + offset] as number;
  for (let edits = 0; edits <= most; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      let x =
        k === -edits || (k !== edits && at(forward, k - 1) < at(forward, k + 1))
          ? at(forward, k + 1)
          : at(forward, k - 1) + 1;
      let y = x - k;
      while (x < n && y >= 0 && y < m && a[aFrom + x] === b[bFrom + y]) {
        x += 1;
        y += 1;
      }
      forward[k + offset] = x;
      const opposite = delta - k;
      if (
        delta % 2 !== 0 &&
        Math.abs(opposite) < edits &&
        x + at(backward, opposite) >= n &&
        x <= n &&
        y >= 0 &&
        y <= m
      ) {
        return inside(x, y, n, m) ? { a: aFrom + x, b: bFrom + y } : null;
      }
    }
    for (let k = -edits; k <= edits; k += 2) {
      let x =
        k === -edits || (k !== edits && at(backward, k - 1) < at(backward, k + 1))
          ? at(backward, k + 1)
          : at(backward, k - 1) + 1;
      let y = x - k;
      while (x < n && y >= 0 && y < m && a[aTo - 1 - x] === b[bTo - 1 - y]) {
        x += 1;
        y += 1;
      }
      backward[k + offset] = x;
      const opposite = delta - k;
      if (
        delta % 2 === 0 &&
        Math.abs(opposite) <= edits &&
        x + at(forward, opposite) >= n &&
        x <= n &&
        y >= 0 &&
        y <= m
      ) {
        return inside(n - x, m - y, n, m) ? { a: aTo - x, b: bTo - y } : null;
      }
    }
  }
  return null;
}

/** Whether a point divides the work; a corner would repeat it. */
function inside(x: number, y: number, n: number, m: number): boolean {
  return !(x === 0 && y === 0) && !(x === n && y === m);
}
