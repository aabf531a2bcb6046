import { readFileSync } from 'node:fs';
import type { Block, Document, Inline, Table } from '../../core/document/block.ts';
import { certaintyWords, headingText, isTitled, STAGE_WORDS } from '../../core/document/text.ts';
import { formatDay } from '../../core/kernel/day.ts';
import { escapeText, tag } from './markup.ts';
import { renderRedline } from './redline.ts';

/** The style sheet of papers, which every file carries in it. */
const PAPER_CSS = readFileSync(new URL('./document.css', import.meta.url), 'utf8');

/** A whole HTML file that stands alone, with its styles in it. */
export function htmlDocument(document: Document): string {
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeText(document.title)}</title>
<meta name="author" content="${escapeText(document.author)}"/>
<meta name="date" content="${formatDay(document.dated)}"/>
<style>
${PAPER_CSS}</style>
</head>
<body>
${renderPaper(document, 'main')}
</body>
</html>
`;
}

/** A paper as a fragment for a page of the site, in an `article` unless it is the page's main content. */
export function renderPaper(document: Document, element: 'article' | 'main' = 'article'): string {
  const { cover } = document;
  const page = new Page();
  const face = tag('header', { class: 'paper-cover' }, [
    tag('p', { class: 'paper-kicker' }, escapeText(cover.kicker)),
    tag('h1', { class: 'paper-title' }, escapeText(cover.title)),
    tag('p', { class: 'paper-notice' }, escapeText(document.notice)),
    tag(
      'div',
      { class: 'paper-face' },
      cover.blocks.map((block) => page.block(block)),
    ),
  ]);
  const body = document.blocks.map((block) => page.block(block)).join('\n');
  return tag(element, { class: 'paper', lang: document.language }, [
    face,
    document.contents ? contents(page.headings) : '',
    tag('div', { class: 'paper-body' }, body),
    page.footnotes(),
    tag(
      'footer',
      { class: 'paper-foot', 'aria-label': 'Document control' },
      tag(
        'ul',
        {},
        document.footer.map((item) => tag('li', {}, escapeText(item))),
      ),
    ),
  ]);
}

/** Blocks as a fragment for a page of the site, with their footnotes after them. */
export function renderBlocks(blocks: readonly Block[]): string {
  const page = new Page();
  return `${blocks.map((block) => page.block(block)).join('\n')}${page.footnotes()}`;
}

interface Heading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
}

/** One rendering: it gives headings their anchors and footnotes their numbers as it meets them. */
class Page {
  readonly headings: Heading[] = [];
  private readonly captions = new Map<string, number>();
  private readonly notes: Extract<Inline, { kind: 'footnote' }>[] = [];

  block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.heading(block);
      case 'paragraph':
        return tag('p', {}, this.runs(block.runs));
      case 'list':
        return tag(
          block.ordered ? 'ol' : 'ul',
          {},
          block.items.map((item) => tag('li', {}, this.runs(item))),
        );
      case 'table':
        return this.table(block.table);
      case 'note':
        return tag('div', { class: 'paper-note' }, [
          tag('p', { class: 'paper-note-title' }, escapeText(block.title)),
          tag('p', {}, this.runs(block.runs)),
        ]);
      case 'panel':
        return tag('section', { class: block.mark === null ? 'paper-panel' : 'paper-panel paper-panel-marked' }, [
          block.mark === null ? '' : tag('p', { class: 'paper-mark' }, escapeText(block.mark)),
          tag('h2', { class: 'paper-panel-title' }, escapeText(block.title)),
          ...block.blocks.map((inner) => this.block(inner)),
        ]);
      case 'provision':
        return this.provision(block);
      case 'quote':
        return tag('blockquote', { class: `paper-quote paper-depth-${Math.min(block.depth, 4)}` }, [
          block.number === null ? '' : `${tag('span', { class: 'paper-number' }, escapeText(block.number))} `,
          tag('span', {}, escapeText(block.text)),
        ]);
      case 'stages':
        return tag('section', { class: 'paper-stages' }, [
          tag('h2', { class: 'paper-stages-title' }, escapeText(block.title)),
          tag(
            'ol',
            {},
            block.stages.map((stage) =>
              tag(
                'li',
                { class: `stage-${stage.status}`, ...(stage.status === 'current' && { 'aria-current': 'step' }) },
                [
                  `${tag('span', { class: 'stage-number' }, escapeText(stage.number))} `,
                  `${tag('span', { class: 'stage-title' }, escapeText(stage.title))} `,
                  tag('span', { class: 'stage-status' }, STAGE_WORDS[stage.status]),
                ],
              ),
            ),
          ),
        ]);
      case 'redline':
        return renderRedline(block.blocks);
      case 'page-break':
        return '<hr class="paper-page-break" aria-hidden="true"/>';
    }
  }

  footnotes(): string {
    if (this.notes.length === 0) return '';
    const items = this.notes.map((note) =>
      tag('li', { id: `footnote-${note.id}` }, [
        `${escapeText(note.text)} `,
        tag(
          'a',
          {
            href: `#reference-${note.id}`,
            class: 'paper-back',
            role: 'doc-backlink',
            'aria-label': 'Back to the text',
          },
          '↩',
        ),
      ]),
    );
    return tag(
      'section',
      { class: 'paper-footnotes', role: 'doc-endnotes', 'aria-label': 'Footnotes' },
      tag('ol', {}, items),
    );
  }

  private heading(block: Extract<Block, { kind: 'heading' }>): string {
    const text = headingText(block);
    const id = `section-${this.headings.length + 1}`;
    this.headings.push({ id, level: block.level, text });
    return tag(`h${block.level + 1}`, { id }, escapeText(text));
  }

  private provision({ number, runs, depth, small }: Extract<Block, { kind: 'provision' }>): string {
    const words = this.runs(runs);
    const numbered = number === null ? '' : ' paper-numbered';
    const name = `paper-provision${numbered} paper-depth-${Math.min(depth, 8)}${small ? ' paper-small' : ''}`;
    if (number === null) return tag('p', { class: name }, words);
    return tag('p', { class: name }, `${tag('span', { class: 'paper-number' }, escapeText(number))} ${words}`);
  }

  private table(table: Table): string {
    const kind = (at: number) => (table.columns[at]?.numeric ? { class: 'numeric' } : {});
    const head = table.columns.map((column, at) => tag('th', { scope: 'col', ...kind(at) }, escapeText(column.title)));
    const rows = table.rows.map((row) =>
      tag(
        'tr',
        {},
        row.map((cell, at) =>
          at === 0 && table.rowHeaders
            ? tag('th', { scope: 'row' }, this.runs(cell))
            : tag('td', kind(at), this.runs(cell)),
        ),
      ),
    );
    return tag(
      'div',
      { class: 'paper-table', role: 'region', 'aria-label': this.regionName(table.caption), tabindex: '0' },
      tag('table', {}, [
        table.caption === '' ? '' : tag('caption', {}, escapeText(table.caption)),
        isTitled(table) ? tag('thead', {}, tag('tr', {}, head)) : '',
        tag('tbody', {}, rows),
      ]),
    );
  }

  /** The caption, told apart from earlier tables of the same caption, since names of landmarks must differ. */
  private regionName(given: string): string {
    const caption = given === '' ? 'Table' : given;
    const times = (this.captions.get(caption) ?? 0) + 1;
    this.captions.set(caption, times);
    return times === 1 ? caption : `${caption} (${times})`;
  }

  private runs(runs: readonly Inline[]): string {
    return runs.map((run) => this.run(run)).join('');
  }

  private run(run: Inline): string {
    switch (run.kind) {
      case 'text':
        return escapeText(run.text);
      case 'strong':
        return tag('strong', {}, escapeText(run.text));
      case 'emphasis':
        return tag('em', {}, escapeText(run.text));
      case 'break':
        return '<br/>';
      case 'link':
        return tag('a', { href: run.href }, escapeText(run.text));
      case 'certainty':
        return ` ${tag('span', { class: `certainty certainty-${run.certainty}` }, certaintyWords(run.certainty))}`;
      case 'footnote': {
        this.notes.push(run);
        const label = String(this.notes.length);
        const link = { href: `#footnote-${run.id}`, id: `reference-${run.id}`, role: 'doc-noteref' };
        return tag('sup', {}, tag('a', { ...link, 'aria-label': `Footnote ${label}` }, label));
      }
    }
  }
}

function contents(headings: readonly Heading[]): string {
  const items = headings
    .filter((heading) => heading.level === 1)
    .map((heading) => tag('li', {}, tag('a', { href: `#${heading.id}` }, escapeText(heading.text))));
  return tag('nav', { class: 'paper-contents', 'aria-labelledby': 'paper-contents-title' }, [
    tag('h2', { id: 'paper-contents-title' }, 'Contents'),
    tag('ul', {}, items),
  ]);
}
