/** Most letters that a margin of a page holds. */
const MOST = 300;

/** Address of the stylesheet that prints these words in the margins of every page. */
export function runningHeadUrl({ head, foot }: { readonly head: string; readonly foot: string }): string {
  return `/running-head.css?${new URLSearchParams({ head: head.slice(0, MOST), foot: foot.slice(0, MOST) })}`;
}

/**
 * A stylesheet of page margins: styles within a page are forbidden, and what a margin says differs from page to page.
 * Everything but letters, figures and spaces is written by its code, so no words can end the text they stand in.
 */
export function runningHeadCss(head: string, foot: string): string {
  return `@page {
  margin: 22mm 18mm 20mm;
  @top-left { content: ${quoted(head)}; font: 600 9pt/1.3 "Source Sans 3", sans-serif; width: 100%; }
  @bottom-left { content: ${quoted(foot)}; font: 400 8pt/1.3 "Source Sans 3", sans-serif; width: 85%; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 400 8pt/1.3 "Source Sans 3", sans-serif; }
}
`;
}

function quoted(words: string): string {
  const safe = [...words.slice(0, MOST)].map((one) =>
    /[A-Za-z0-9 ]/.test(one) ? one : `\\${(one.codePointAt(0) ?? 0x20).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}
