import type { Amendment } from '../../code/amendment.ts';
import { divided } from '../../code/rebase.ts';
import type { Commencement } from '../../kernel/commencement.ts';
import type { ProposalContent } from '../proposal.ts';

/**
 * A part of a legal text that takes effect by itself. A modification has one legal text, redlined and voted on as a
 * whole: its parts divide the list of its amendments, in order.
 */
export interface LegalTextPart {
  /** `A`. */
  readonly id: string;
  /** What it is about: `Duties on enrolled systems`. */
  readonly title: string;
  /** How many of the amendments it has. */
  readonly amendments: number;
  /** When it takes effect; absent: when the modification does. */
  readonly commences?: Commencement;
  /** When it ends: it is then undone, mapped over what was made meanwhile; absent: it stays. */
  readonly until?: Commencement;
}

/** The part that an undivided legal text is. */
export const WHOLE = 'whole';

interface Divided {
  readonly amendments: readonly Amendment[];
  readonly parts?: readonly LegalTextPart[];
}

/** The parts of a legal text: one where it is undivided. */
export function partsOf({ amendments, parts }: Divided): readonly LegalTextPart[] {
  const counted = parts?.reduce((sum, part) => sum + part.amendments, 0);
  if (parts !== undefined && counted === amendments.length) return parts;
  return [{ id: WHOLE, title: 'The whole text', amendments: amendments.length }];
}

/** Why parts do not divide a list of amendments; null when they do, or when it is undivided. */
export function partsFault({ amendments, parts }: Divided): string | null {
  if (parts === undefined) return null;
  const twice = parts.find((part, index) => parts.findIndex((other) => other.id === part.id) < index);
  if (twice !== undefined)
    return `Two parts of the legal text are called "${twice.id}"; expected each part to have its own name.`;
  const counted = parts.reduce((sum, part) => sum + part.amendments, 0);
  if (counted === amendments.length) return null;
  return `The parts of the legal text have ${counted} amendments together; expected ${amendments.length}, as many as the legal text has.`;
}

/** The parts of a legal text with the amendments of each. */
export function dividedText(
  text: Divided,
): readonly { readonly part: LegalTextPart; readonly amendments: readonly Amendment[] }[] {
  const parts = partsOf(text);
  const lists = divided({ amendments: text.amendments, parts: parts.map((part) => part.amendments) });
  return parts.map((part, index) => ({ part, amendments: lists[index] ?? [] }));
}

/** When a part takes effect, as the proposal says it. */
export function commencementOf(part: LegalTextPart, { implementation }: Pick<ProposalContent, 'implementation'>) {
  return part.commences ?? implementation;
}

/** Every commencement that a proposal names: of itself, of its parts, and their ends. */
export function commencementsOf({ implementation, parts = [] }: Pick<ProposalContent, 'implementation' | 'parts'>) {
  return [implementation, ...parts.flatMap(({ commences, until }) => [commences ?? [], until ?? []].flat())];
}
