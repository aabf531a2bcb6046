import { SaxesParser } from 'saxes';

/** The words of a paper's HTML as a reader meets them, and its footnotes. */
export interface ReadPaper {
  readonly words: string;
  readonly footnotes: readonly string[];
}

/** Reads a paper's HTML: contents, footer, footnote marks and marks for screen readers are left out. It must be well formed. */
export function readHtml(html: string): ReadPaper {
  const parser = new SaxesParser();
  const left: boolean[] = [];
  const notes: string[] = [];
  let words = '';
  let inNotes = 0;
  parser.on('opentag', ({ name, attributes }) => {
    const role = attributes.role ?? '';
    const hidden = attributes.class === 'visually-hidden' || ['doc-noteref', 'doc-backlink'].includes(role);
    left.push((left.at(-1) ?? false) || hidden || ['head', 'nav', 'footer'].includes(name));
    if (role === 'doc-endnotes' || inNotes > 0) inNotes += 1;
    if (inNotes > 0 && name === 'li') notes.push('');
    if (/^(p|li|h\d|td|th|caption|blockquote|br|div)$/.test(name)) words += ' ';
  });
  parser.on('text', (text) => {
    if (left.at(-1)) return;
    if (inNotes > 0) notes[notes.length - 1] += text;
    else words += text;
  });
  parser.on('closetag', () => {
    left.pop();
    if (inNotes > 0) inNotes -= 1;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html.replace('<!doctype html>', '')).close();
  return { words, footnotes: notes };
}
