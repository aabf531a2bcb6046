import type { ProvisionKind } from '../../core/code/provision.ts';
import { PROVISION_KINDS } from '../../core/code/provision.ts';

/** Paragraph style of a kind of provision, by id: what a file of ours says each paragraph is. */
export function styleOfKind(kind: ProvisionKind): string {
  return `Pv-${kind}`;
}

/** The kind of provision that a paragraph style of ours stands for, or null. */
export function kindOfStyle(style: string | null): ProvisionKind | null {
  return PROVISION_KINDS.find((kind) => style === styleOfKind(kind)) ?? null;
}

/** Paragraph style of what a file of ours says beside its text: whose words they are, the version, the day. */
export const NOTICE_STYLE = 'PvNotice';

/** Character styles by id: a heading beside the words, what stands between, and a number that Word cannot count. */
export const RUN_STYLE = { heading: 'PvHeading', gap: 'PvGap', number: 'PvNumber' } as const;

/** Character style of the words of a paragraph that is set as a heading: they are not part of it. */
export const BODY_STYLE = 'PvBody';

/** What an identity is of: the provision of the paragraph, or the cell or row that it is the first paragraph of. */
export type Marked = 'v' | 'c' | 'r';

/** Word keeps 40 characters of a bookmark's name; a longer identity goes over several. */
const CHUNK = 26;
const NAME = /^_p([vcr])(\d+)([a-z])_([a-z0-9_]*)$/;

/** Bookmark names that carry an identity through Word; `count` is unique in the file. */
export function bookmarksFor(id: string, of: Marked, count: number): readonly string[] {
  const plain = id.replaceAll('-', '_');
  const names: string[] = [];
  for (let at = 0; at < plain.length && names.length < 26; at += CHUNK) {
    names.push(`_p${of}${count}${String.fromCharCode(97 + names.length)}_${plain.slice(at, at + CHUNK)}`);
  }
  return names;
}

/** The identity that bookmarks carry, or null. */
export function identityIn(bookmarks: readonly string[], of: Marked): string | null {
  const parts = bookmarks.map((name) => NAME.exec(name)).filter((found) => found?.[1] === of);
  const first = parts.find((found) => found?.[3] === 'a');
  const own = parts
    .filter((found) => found?.[2] === first?.[2])
    .toSorted((a, b) => ((a?.[3] ?? '') < (b?.[3] ?? '') ? -1 : 1));
  const id = own
    .map((found) => found?.[4] ?? '')
    .join('')
    .replaceAll('_', '-');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? id : null;
}
