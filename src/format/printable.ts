import type { Document } from '../core/document/block.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A paper in which characters that XML forbids stand as their codes (`[U+0007]`), so that every form can hold it. */
export function printable(document: Document): Document {
  return JSON.parse(JSON.stringify(document, (_, value) => (typeof value === 'string' ? visible(value) : value)));
}

function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}
