import type { Provision } from './provision.ts';

/**
 * A new identity for a provision, made of its number or heading and of what it is under: `g3-27`, `g3-26-a`. Of those
 * that are alike the further ones are counted; whoever names many keeps `counted` (how far, by what they share), so that
 * each is not counted from the first.
 */
export function freshId(
  provision: Pick<Provision, 'kind' | 'number' | 'heading'>,
  parent: string | null,
  taken: (id: string) => boolean,
  counted: Map<string, number> = new Map(),
): string {
  const own = slug(provision.number ?? provision.heading ?? provision.kind) || provision.kind;
  const alone = provision.number !== null && /^[A-Za-z]+\d/.test(provision.number);
  const base = parent === null || alone ? own : `${parent}-${own}`;
  let id = base;
  for (let count = counted.get(base) ?? 2; taken(id); count += 1) {
    id = `${base}-${count}`;
    counted.set(base, count + 1);
  }
  return id;
}

/** Identities of their own for provisions that bear names of their place in a file; `kept` are not renamed. */
export function named(provisions: readonly Provision[], kept: ReadonlySet<string>): readonly Provision[] {
  const taken = new Set(kept);
  const counted = new Map<string, number>();
  const name = (provision: Provision, parent: string | null): Provision => {
    const id = kept.has(provision.id) ? provision.id : freshId(provision, parent, (one) => taken.has(one), counted);
    taken.add(id);
    return { ...provision, id, children: provision.children.map((child) => name(child, id)) };
  };
  return provisions.map((provision) => name(provision, null));
}

const LONGEST = 60;

function slug(words: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, LONGEST).replace(/-+$/, '');
}
