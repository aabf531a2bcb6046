/** Marks that OSCAL's Markdown reads as markup wherever they stand. */
const MARKS = /[\\`*_~^[\]{}<>&]/g;
/** What begins a heading, a list, a rule or a line below a heading at the start of a line. */
const OPENING = /^(?:([#+=-])|(\d{1,9})([.)]))/;
/** Spaces that a reader takes for layout, and what else no line holds as it stands. */
const LAYOUT = /^ | $|[\t\r\v\f\u0085\u2028\u2029\ufeff]/gu;

/** Words as one line of OSCAL markup, from which {@link readMarkup} makes the same words. */
export function writeLine(words: string): string {
  return words
    .replace(MARKS, '\\$&')
    .replace(/\n/g, '&#10;')
    .replace(OPENING, (_, mark, digits, stop) => (mark === undefined ? `${digits}\\${stop}` : `\\${mark}`))
    .replace(LAYOUT, (one) => `&#${one.charCodeAt(0)};`);
}

/** Words as OSCAL markup of several paragraphs: a line of the words is a paragraph. */
export function writeProse(words: string): string {
  // an empty line is no paragraph
  return words
    .split(/(?<=[^\n])\n(?=[^\n])/)
    .map(writeLine)
    .join('\n\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The words of markup: paragraphs as lines, escapes and references resolved; any other markup stays as it stands. */
export function readMarkup(markup: string): string {
  return markup.replace(
    /\\([!-/:-@[-`{-~])|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos|nbsp);|[ \t]*\n(?:[ \t]*\n)+|\n/gi,
    (all, escaped, decimal, hexadecimal, named) => {
      if (escaped !== undefined) return escaped;
      if (named !== undefined) return NAMED[named.toLowerCase()] ?? all;
      if (decimal === undefined && hexadecimal === undefined) return all === '\n' ? ' ' : '\n';
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0x10ffff ? all : String.fromCodePoint(code);
    },
  );
}

/** Whether words carry markup that {@link readMarkup} leaves as it stands: emphasis, code, links, parameters. */
export function hasMarkup(markup: string): boolean {
  return /(?<!\\)(?:[*`]|\{\{|\]\(|^\|)/m.test(markup);
}
