import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { amendmentsBetween } from './drafting.ts';
import type { CodeText, Provision } from './provision.ts';
import { breadcrumb, findById, walk } from './tree.ts';

/**
 * A text cut down to one provision with all below it, for work on a long code: what stands above it is kept, what stands
 * beside any of these keeps its names and loses its words, and the rest is left out. Null: the whole text.
 */
export function partOf(text: CodeText, part: string | null): CodeText {
  if (part === null) return text;
  const path = new Set(breadcrumb(text, part).map(({ id }) => id));
  const cut = (provision: Provision): Provision => {
    if (provision.id === part) return provision;
    if (!path.has(provision.id)) return { ...provision, text: '', children: [] };
    return { ...provision, children: provision.children.map(cut) };
  };
  return { ...text, provisions: text.provisions.map(cut) };
}

/** A text in which a provision of the same identity stands in the place of one of its own; null: its provisions, all. */
export function withPart(text: CodeText, part: string | null, provisions: readonly Provision[]): CodeText {
  if (part === null) return { ...text, provisions };
  const path = new Set(breadcrumb(text, part).map(({ id }) => id));
  const put = (provision: Provision): readonly Provision[] => {
    if (provision.id === part) return provisions;
    return [path.has(provision.id) ? { ...provision, children: provision.children.flatMap(put) } : provision];
  };
  return { ...text, provisions: text.provisions.flatMap(put) };
}

/** The provisions of a part: that one, or all of the text. */
export function provisionsOf(text: CodeText, part: string | null): readonly Provision[] {
  if (part === null) return text.provisions;
  const found = findById(text, part);
  return found === null ? [] : [found];
}

/**
 * The smallest part around a provision that can be worked on alone: nothing has come into it from the rest of the text,
 * or gone from it into the rest. Null: only the whole text can.
 */
export function workablePart(before: CodeText, after: CodeText, wanted: string | null): string | null {
  if (wanted === null) return null;
  const [old, current] = [idsIn(before.provisions), idsIn(after.provisions)];
  for (const { id } of breadcrumb(before, wanted).toReversed()) {
    const within = findById(after, id);
    if (within === null) continue;
    const inOld = idsIn(provisionsOf(before, id));
    const inCurrent = idsIn([within]);
    const cameIn = [...inCurrent].some((one) => old.has(one) && !inOld.has(one));
    const wentOut = [...inOld].some((one) => current.has(one) && !inCurrent.has(one));
    if (!cameIn && !wentOut && sameWayUp(before, after, id)) return id;
  }
  return null;
}

/** Identities outside a part that a new provision in it could be given, each being that of one in it with more behind. */
export function takenAround(texts: readonly CodeText[], part: string | null): readonly string[] {
  if (part === null) return [];
  const inside = idsIn(texts.flatMap((text) => provisionsOf(text, part)));
  const startsInside = (id: string): boolean => {
    for (let at = id.lastIndexOf('-'); at > 0; at = id.lastIndexOf('-', at - 1))
      if (inside.has(id.slice(0, at))) return true;
    return false;
  };
  const all = new Set(texts.flatMap((text) => [...idsIn(text.provisions)]));
  return [...all].filter((id) => !inside.has(id) && startsInside(id));
}

/** A drafted text with the amendments that make it, or one sentence that says why those of its part do not apply. */
export type ComposedDraft =
  | { readonly ok: true; readonly text: CodeText; readonly amendments: readonly Amendment[] }
  | { readonly ok: false; readonly fault: string };

/** What a draft does to the text outside a part: amendments against the base. */
export function outsideOf(base: CodeText, drafted: CodeText, part: string | null): readonly Amendment[] {
  return part === null ? [] : amendmentsBetween(base, withPart(drafted, part, provisionsOf(base, part)));
}

/**
 * A draft in which other amendments of a part, each against the base, come in the place of those that it has there;
 * `outside`, if it is not null, in the place of all others.
 */
export function composeDraft(
  base: CodeText,
  drafted: CodeText,
  part: string | null,
  amendments: readonly Amendment[],
  outside: readonly Amendment[] | null = null,
): ComposedDraft {
  const all = [...(outside ?? outsideOf(base, drafted, part)), ...amendments];
  const applied = applyAmendments(base, all);
  return applied.ok ? { ok: true, text: applied.text, amendments: all } : { ok: false, fault: applied.fault };
}

function sameWayUp(before: CodeText, after: CodeText, id: string): boolean {
  const [old, current] = [breadcrumb(before, id), breadcrumb(after, id)];
  return old.length === current.length && old.every((one, at) => one.id === current[at]?.id);
}

function idsIn(provisions: readonly Provision[]): ReadonlySet<string> {
  return new Set(walk({ provisions }).map(({ provision }) => provision.id));
}
