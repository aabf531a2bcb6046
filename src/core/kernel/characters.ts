/** Control characters, tab and line ends apart, halves of characters, and the two that no file in XML can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * What stands in a text that neither the record nor a paper can hold, with its place (in UTF-16 units): `a control
 * character U+0000; expected plain text`. Null for plain text.
 */
export function unkeptIn(text: string): { readonly at: number; readonly sentence: string } | null {
  const found = UNKEPT.exec(text);
  if (found === null) return null;
  const code = found[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const sentences = {
    control: `a control character ${name}; expected plain text`,
    none: `${name}, which is no character; expected plain text`,
    half: `half of a character (${name}); expected whole characters`,
  };
  return { at: found.index, sentence: sentences[code < 0x20 ? 'control' : code >= 0xfffe ? 'none' : 'half'] };
}

/** Ends of lines, control characters, halves of characters, and marks that turn the direction of what follows. */
const NOT_ON_A_LINE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** Whether a text stands on one line as it reads: no end of a line, no control character, nothing that turns the direction. */
export function isPlainLine(text: string): boolean {
  return !NOT_ON_A_LINE.test(text);
}

/** Whether an offset (in UTF-16 units) falls within a character, so that a cut there would leave two halves of it. */
export function isWithinCharacter(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
