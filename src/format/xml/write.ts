/** An attribute's value; what is null is not written. */
export type Attributes = Readonly<Record<string, string | null>>;

/** Characters that XML 1.0 cannot hold, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Words inside an element. What XML cannot hold becomes the replacement character. */
export function escapeText(words: string): string {
  return clean(words).replace(/[&<>\r]/g, (found) => ESCAPES[found] as string);
}

/** An opening tag, or a closed one. */
export function tag(name: string, attributes: Attributes, end: '>' | '/>' = '>'): string {
  let written = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === null || value === undefined) continue;
    written += ` ${key}="${clean(value).replace(/[&<>"\t\n\r]/g, (found) => ESCAPES[found] as string)}"`;
  }
  return written + end;
}

/** An element whose content is one line: words already escaped, and elements. */
export function inline(name: string, attributes: Attributes, content: string): string {
  return content === '' ? tag(name, attributes, '/>') : `${tag(name, attributes)}${content}</${name}>`;
}

/** An element of lines, each indented below it. */
export function block(name: string, attributes: Attributes, lines: readonly string[]): string[] {
  if (lines.length === 0) return [tag(name, attributes, '/>')];
  return [tag(name, attributes), ...lines.map((line) => `  ${line}`), `</${name}>`];
}

function clean(words: string): string {
  return words.toWellFormed().replace(FORBIDDEN, '\ufffd');
}
