import { z } from 'zod';
import type { Actor } from '../../core/party/actor.ts';
import type { SavedView } from '../ports.ts';

/** The pages on which views can be saved, and what each can be asked; other names are no part of a view. */
const ASKED = {
  register: [
    ...['words', 'status', 'stage', 'path', 'urgency', 'decision', 'proposer', 'category', 'document', 'version'],
    ...['raisedFrom', 'raisedTo', 'sort', 'on'],
  ],
  board: ['words', 'who', 'risk', 'stage', 'path', 'sort', 'as'],
} as const satisfies Record<SavedView['page'], readonly string[]>;

/** Which page a view is of. */
export const pageField = z.enum(['register', 'board']).meta({ description: 'The page it is of.' });

/** A saved view at the edge. */
export const savedViewSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  page: pageField,
  query: z.string(),
  shared: z.boolean(),
  by: z.string().meta({ description: 'Who saved it, by name.' }),
  mine: z.boolean(),
  removable: z.boolean().meta({ description: 'Whether whoever asks may remove it.' }),
});

/** A view as it is shown to someone. */
export function shownView({ by, ...view }: SavedView, actor: Actor): z.output<typeof savedViewSchema> {
  return { ...view, by: by.name, mine: by.id === actor.id, removable: mayRemove({ by, ...view }, actor) };
}

/** One's own, and for the Code Administrator every shared one. */
export function mayRemove({ by, shared }: SavedView, { id, role }: Actor): boolean {
  return by.id === id || (shared && role === 'code-administrator');
}

/** What a query asks, in one way of writing it: known names with a value, in order. */
export function plainQuery(page: SavedView['page'], query: string): string {
  const given = new URLSearchParams(query);
  const asked = ASKED[page].flatMap((name) => {
    const value = given.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value] as [string, string]];
  });
  return new URLSearchParams(asked).toString();
}
