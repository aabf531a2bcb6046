/** A line that was pasted: a number that stands before it, its words, and both as they came, with the spaces around them. */
export interface PastedLine {
  readonly number: string;
  readonly words: string;
  readonly whole: string;
}

const NUMBER = /^(\((?:[a-z]{1,3}|[ivxl]+|\d+|[A-Z])\)|[A-Z]{0,3}\d+(?:\.\d+)*[A-Z]?\.?|[a-z]\))[\s\u00a0]+(?=\S)/;

/** What text brings in: a line for each of its own that holds words, a number at its start apart from them. */
export function pastedLines(text: string): readonly PastedLine[] {
  return text
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
    .map(plainWords)
    .filter((whole) => whole.trim() !== '')
    .map((whole) => {
      const line = whole.trim();
      const number = NUMBER.exec(line);
      return number === null
        ? { number: '', words: line, whole }
        : { number: (number[1] ?? '').replace(/\.$/, ''), words: line.slice(number[0].length), whole };
    });
}

/** Words without what no provision holds: control characters, halves of characters, runs of spaces, soft hyphens. */
function plainWords(words: string): string {
  return words
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\p{Control}|\p{Surrogate}/gu, '');
}

const LINES = 'p,li,h1,h2,h3,h4,h5,h6,td,th,dt,dd,pre,blockquote,div,tr';

/** The words of markup, one line for each paragraph, list item, heading or cell; styles, scripts and comments are no words. */
export function textOfMarkup(markup: Document): string {
  for (const one of markup.querySelectorAll('style,script,title,head,template,object,svg')) one.remove();
  const words = markup.createTreeWalker(markup, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    // a line end in the source of markup is a space
    words.currentNode.nodeValue = (words.currentNode.nodeValue ?? '').replace(/[\s]+/g, ' ');
  }
  for (const one of markup.querySelectorAll('br')) one.replaceWith(LINE_END);
  for (const one of markup.querySelectorAll(LINES)) {
    one.prepend(LINE_END);
    one.append(LINE_END);
  }
  return markup.body?.textContent ?? '';
}

const LINE_END = '\u2028';
