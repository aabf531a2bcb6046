import { describe, expect, test } from 'vitest';
import { HOSTILE, SPECIMEN } from '../../../test/conformance/support/specimen.ts';
import { htmlDocument, renderBlocks, renderPaper } from './document.ts';

describe('a paper as HTML', () => {
  const html = htmlDocument(SPECIMEN);

  test('lets no word become markup', () => {
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(html).toContain('&quot;quoted&quot; &#39;single&#39;');
    expect(HOSTILE).toContain('<b>');
  });

  test('links nowhere but to the web, to mail and within itself', () => {
    const runs = [{ kind: 'link' as const, text: 'x', href: 'javascript:alert(1)' }];
    expect(renderBlocks([{ kind: 'paragraph', runs }])).toBe('<p><a>x</a></p>');
  });

  test('as a fragment carries no style or script, so that a strict content policy holds', () => {
    expect(renderPaper(SPECIMEN)).not.toMatch(/<style|<script| style=| on[a-z]+=/);
  });

  test('every local link has its target and no anchor is given twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(ids).toContain(link);
  });

  test('says insertions and deletions to a screen reader', () => {
    expect(html).toContain('<del><span class="visually-hidden">[deleted: </span>shall<span');
    expect(html).toContain('<ins><span class="visually-hidden">[inserted: </span>must');
  });
});
