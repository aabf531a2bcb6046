import type { DraftChecks, DraftView } from '../../../app/modification/draft.schema.ts';
import type { Amendment } from '../../../core/code/amendment.ts';

/** A draft as the API writes it. */
export type Draft = DraftView;

/** A part of a draft on its way to the record. */
export interface Parcel {
  readonly modification: string;
  readonly revision: number;
  readonly against: string;
  readonly part: string | null;
  readonly amendments: readonly Amendment[];
  /** Of what stands outside the part, where the record has others; null where it has these. */
  readonly outside: readonly Amendment[] | null;
}

/** What became of a call: an answer, a refusal with its code and sentence, or no answer at all. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'lost' };

/** What saving comes to. */
export interface SavedDraft {
  readonly revision: number;
  readonly at: string;
  readonly elsewhere: readonly string[];
  readonly checks: DraftChecks;
}

/** Who else has the draft open, and where it stands. */
export interface Presence {
  readonly revision: number;
  readonly by: string | null;
  readonly at: string | null;
  readonly alsoOpen: readonly { readonly name: string; readonly own: boolean; readonly since: string }[];
}

/** How long a call may take before the connection counts as lost. */
const PATIENCE_MS = 20_000;

/** The operations of a working draft, as the page calls them. */
export const doors = {
  save: (parcel: Parcel) => post<SavedDraft>('save-draft', parcel),
  show: (modification: string, part: string | null) => {
    const query = new URLSearchParams({ modification, ...(part === null ? {} : { part }) });
    return call<Draft>(`/api/modification/show-draft?${query}`, {});
  },
  keepOpen: (modification: string, window: string) => post<Presence>('keep-draft-open', { modification, window }),
  leave: (modification: string, window: string) =>
    post<Presence>('keep-draft-open', { modification, window, leaving: true }, { keepalive: true }),
};

function post<T>(operation: string, input: unknown, init: RequestInit = {}): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json' };
  return call(`/api/modification/${operation}`, { ...init, method: 'POST', headers, body: JSON.stringify(input) });
}

async function call<T>(address: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = (await response.json()) as T & { readonly code?: string; readonly detail?: string };
    if (response.ok) return { kind: 'done', value: answer };
    // a server that is starting or failing may answer the same call later
    if (response.status >= 500) return { kind: 'lost' };
    return { kind: 'refused', code: answer.code ?? '', sentence: answer.detail ?? 'The server refused it.' };
  } catch {
    return { kind: 'lost' };
  }
}
