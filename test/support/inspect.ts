import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2 on levels A and AA, and what axe calls best practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, one line a fault with the element it is in; empty when nothing. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
  const where = new URL(page.url()).pathname;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id}: ${node.html.slice(0, 160)}`));
}

/** Runs in the page, whose names are not those of Node. What stands in a region that scrolls by itself does not count. */
const SIDEWAYS = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isWide = (one) => one.getBoundingClientRect().right > clientWidth && !one.parentElement.closest('.pv-scroll');
  const wide = [...document.querySelectorAll('body *')].filter(isWide).slice(0, 3);
  return [location.pathname + ': ' + scrollWidth + ' wide', ...wide.map((one) => one.outerHTML.slice(0, 160))];
})()`;

/** Elements that make a page scroll sideways, as their markup; empty when it does not. */
export function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(SIDEWAYS);
}
