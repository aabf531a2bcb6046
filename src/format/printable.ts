import type { Document } from '../core/document/block.ts';
import type { Pack } from '../core/document/meeting-pack.ts';

/** What XML forbids, and what turns the direction of the words after it and so shows them in another order. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A paper in which characters that no form can hold, or that would hide the order of its words, stand as their codes
 * (`[U+0007]`), so that every form says the same.
 */
export function printable<T extends Document | Pack>(document: T): T {
  return JSON.parse(JSON.stringify(document, (_, value) => (typeof value === 'string' ? visible(value) : value)));
}

/** Words with such characters as their codes. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}
