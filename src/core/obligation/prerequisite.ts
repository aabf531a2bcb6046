import type { Citation } from '../kernel/citation.ts';
import type { FactKind } from './fact.ts';
import type { Obligation } from './obligation.ts';

/** How an event that others wait for comes about: what has to come first, who does it, and how long that takes. */
export interface Prerequisite {
  /** Kinds of events that come first. */
  readonly needs: readonly string[];
  /** Body by id that brings it about; null: whoever bears the duty that waits for it. */
  readonly by: string | null;
  /** How long it takes once everything that it needs is there; null where nothing says. */
  readonly takes: { readonly days: number; readonly citation: Citation } | null;
  readonly citation: Citation;
}

/**
 * Every event that has to come before compliance with a duty can be assessed: what the duty names and, by whatever
 * detour, what that needs. Each stands once, after those that it needs; a circle, which no rulebook has, ends where it
 * closes.
 */
export function prerequisitesOf(
  { assessableAfter }: Pick<Obligation, 'assessableAfter'>,
  kinds: ReadonlyMap<string, FactKind>,
): readonly string[] {
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (event: string) => {
    if (visited.has(event)) return;
    visited.add(event);
    for (const need of kinds.get(event)?.broughtAbout?.needs ?? []) visit(need);
    ordered.add(event);
  };
  for (const event of assessableAfter) visit(event);
  return [...ordered];
}
