import { isListed } from '../../core/code/contents.ts';
import type { Provision } from '../../core/code/provision.ts';
import { inOrder } from '../../core/code/tree.ts';

/** Most provisions that one page shows. */
export const MOST_SHOWN = 300;

/** What of a provision one page shows: its words, some of them, or the list of its parts. */
export type Slice =
  | { readonly kind: 'words'; readonly provisions: readonly Provision[]; readonly page: number; readonly pages: number }
  | { readonly kind: 'parts'; readonly count: number };

/** What a page of a provision shows. What is too long is read by its parts or, where these have no names, by pages. */
export function sliceOf(provision: Provision, page: number): Slice {
  const count = inOrder({ provisions: [provision] }).length;
  if (count <= MOST_SHOWN) return { kind: 'words', provisions: [provision], page: 1, pages: 1 };
  if (provision.children.every(isListed)) return { kind: 'parts', count };
  const pages: Provision[][] = [];
  let room = 0;
  for (const child of provision.children) {
    const size = inOrder({ provisions: [child] }).length;
    if (room < size) {
      pages.push([]);
      room = MOST_SHOWN;
    }
    pages.at(-1)?.push(child);
    room -= size;
  }
  const at = Math.min(Math.max(1, page), pages.length);
  const children = pages[at - 1] ?? [];
  return { kind: 'words', provisions: [{ ...provision, children }], page: at, pages: pages.length };
}
