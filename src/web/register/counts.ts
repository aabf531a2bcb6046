import { html } from 'hono/html';
import type { Html } from '../page/parts.ts';

/** The shades of the ends that have one of their own; others take those that are left, in turn. */
const SHADE: Readonly<Record<string, number>> = {
  open: 0,
  Implemented: 1,
  Rejected: 2,
  'Not progressed': 3,
  Withdrawn: 4,
};
const OTHERS = [5, 6, 7];

function shadeOf(status: string, at: number): number {
  return SHADE[status] ?? OTHERS[at % OTHERS.length] ?? 0;
}

/** How many modifications have each status: a bar, and the same in words, each of which leads to those. */
export function countsPicture(
  counts: readonly { readonly status: string; readonly count: number }[],
  href: (status: string) => string,
): Html | string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || counts.length < 2) return '';
  let from = 0;
  const bars = counts.map(({ status, count }, at) => {
    const x = from;
    const width = (count / total) * 100;
    from += width;
    return html`<rect class="pv-shade-${shadeOf(status, at)}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"><title>${status}: ${count}</title></rect>`;
  });
  return html`<div class="pv-counts"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars}</svg>
<ul>${counts.map(
    ({ status, count }, at) =>
      html`<li><svg class="pv-swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="pv-shade-${shadeOf(status, at)}" width="10" height="10"/></svg><a href="${href(status)}">${status}</a> ${count.toLocaleString('en-GB')}</li>`,
  )}</ul></div>`;
}
