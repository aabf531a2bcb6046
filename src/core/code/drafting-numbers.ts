import type { AmendmentOf } from './amendment.ts';
import type { Draft } from './draft.ts';
import type { Provision } from './provision.ts';

/** The renumberings that bring a draft to the numbers wanted, in an order in which no number is given while it is in use, so far as there is one. */
export function renumberingsOf(
  draft: Draft,
  wanted: ReadonlyMap<string, Provision>,
  kept: ReadonlySet<string>,
): readonly AmendmentOf<'renumber'>[] {
  const waiting = new Map<string, AmendmentOf<'renumber'>>();
  const bearer = new Map<string, string>();
  // a number in brackets is one of those beside it, any other one of the whole text
  const key = (id: string, number: string): string =>
    number.startsWith('(') ? `${draft.nodes.get(id)?.parent?.id ?? ''} ${number}` : number;
  for (const [id, { number: from }] of draft.nodes) {
    const to = wanted.get(id)?.number ?? null;
    if (!kept.has(id) || from === to) continue;
    waiting.set(id, { kind: 'renumber', target: id, from, to });
    if (from !== null) bearer.set(key(id, from), id);
  }
  const ordered: AmendmentOf<'renumber'>[] = [];
  for (const id of [...waiting.keys()]) {
    const chain: AmendmentOf<'renumber'>[] = [];
    for (let at: string | undefined = id; at !== undefined; ) {
      const next: AmendmentOf<'renumber'> | undefined = waiting.get(at);
      if (next === undefined) break;
      waiting.delete(at);
      chain.unshift(next);
      at = next.to === null ? undefined : bearer.get(key(at, next.to));
    }
    ordered.push(...chain);
  }
  return ordered;
}
