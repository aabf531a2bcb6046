/** A value read from files, each part of which knows its file and line. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

/** Where a part stands. */
interface Place {
  readonly file: string;
  readonly line: number;
}

export interface LocatedMap extends Place {
  readonly kind: 'map';
  /** Whether several files give keys of it. */
  readonly shared?: boolean;
  readonly entries: ReadonlyMap<string, { readonly line: number; readonly file: string; readonly value: Located }>;
}

interface LocatedList extends Place {
  readonly kind: 'list';
  readonly items: readonly Located[];
}

interface LocatedScalar extends Place {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

/** A step into a located value: a key or a position. */
export type Path = readonly (string | number)[];

/** The plain value. */
export function plainOf(located: Located): unknown {
  if (located.kind === 'scalar') return located.value;
  if (located.kind === 'list') return located.items.map(plainOf);
  return Object.fromEntries([...located.entries].map(([key, entry]) => [key, plainOf(entry.value)]));
}

/** The part at a path, or the nearest part around it that exists. */
export function nearest(located: Located, path: Path): Located {
  const [first, ...rest] = path;
  const inner = first === undefined ? undefined : childOf(located, first);
  return inner === undefined ? located : nearest(inner, rest);
}

/** The part at a path, or undefined. */
export function partAt(located: Located, path: Path): Located | undefined {
  return path.reduce<Located | undefined>((at, step) => (at === undefined ? undefined : childOf(at, step)), located);
}

/** `proposal.timetable.steps[2].from`. */
export function writePath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** Every part that a pattern meets: `*` is each key or position, `**` is any depth. */
export function select(
  located: Located,
  pattern: string,
  at: Path = [],
): { readonly path: Path; readonly part: Located }[] {
  const [first, ...rest] = pattern === '' ? [] : pattern.split('.');
  if (first === undefined) return [{ path: at, part: located }];
  const onward = rest.join('.');
  if (first === '**') {
    const deeper = childrenOf(located).flatMap(([key, part]) => select(part, pattern, [...at, key]));
    return [...select(located, onward, at), ...deeper];
  }
  const children = childrenOf(located).filter(([key]) => first === '*' || String(key) === first);
  return children.flatMap(([key, part]) => select(part, onward, [...at, key]));
}

/**
 * One value from two: maps are joined key by key and lists end to end. A plain value given twice is told to `clash` by
 * its path, and the first stays.
 */
export function merge(
  first: Located,
  second: Located,
  clash: (path: Path, second: Located) => void,
  at: Path = [],
): Located {
  if (first.kind === 'map' && second.kind === 'map') {
    const entries = new Map(first.entries);
    for (const [key, entry] of second.entries) {
      const known = entries.get(key);
      const value = known === undefined ? entry.value : merge(known.value, entry.value, clash, [...at, key]);
      entries.set(key, { ...(known ?? entry), value });
    }
    const shared = first.shared === true || second.shared === true || first.file !== second.file;
    return { ...first, entries, shared };
  }
  if (first.kind === 'list' && second.kind === 'list') return { ...first, items: [...first.items, ...second.items] };
  clash(at, second);
  return first;
}

function childOf(located: Located, step: string | number): Located | undefined {
  if (located.kind === 'map') return located.entries.get(String(step))?.value;
  return located.kind === 'list' ? located.items[Number(step)] : undefined;
}

function childrenOf(located: Located): (readonly [string | number, Located])[] {
  if (located.kind === 'map') return [...located.entries].map(([key, entry]) => [key, entry.value]);
  return located.kind === 'list' ? located.items.map((item, index) => [index, item]) : [];
}
