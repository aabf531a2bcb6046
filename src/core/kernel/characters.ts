/** Control characters, tab and line ends apart, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNKEPT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u;

/**
 * What stands in a text that neither the record nor a paper can hold, with its place (in UTF-16 units): `a control
 * character U+0000; expected plain text`. Null for plain text.
 */
export function unkeptIn(text: string): { readonly at: number; readonly sentence: string } | null {
  const found = UNKEPT.exec(text);
  if (found === null) return null;
  const code = found[0].charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const sentence =
    code < 0x20
      ? `a control character ${name}; expected plain text`
      : `half of a character (${name}); expected whole characters`;
  return { at: found.index, sentence };
}
