import type { Provision, ProvisionKind } from '../../../core/code/provision.ts';

/** A provision that is being put together from paragraphs. */
export interface Growing {
  readonly id: string;
  readonly kind: ProvisionKind;
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly children: Growing[];
}

/** A provision without any below it yet. */
export function growing(id: string, kind: ProvisionKind, words: Partial<Omit<Growing, 'id' | 'kind'>> = {}): Growing {
  return { id, kind, number: null, heading: null, text: '', children: [], ...words };
}

/** The provision that has grown. */
export function grown(from: Growing): Provision {
  return { ...from, children: from.children.map(grown) };
}

/** Structure that was guessed, with how sure the guess is (0 to 1). */
export interface Guess {
  readonly place: string;
  readonly what: string;
  readonly confidence: number;
}
