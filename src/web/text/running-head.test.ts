import { expect, test } from 'vitest';
import { runningHeadCss, runningHeadUrl } from './running-head.ts';

test('the words of a printed margin cannot end the text that they stand in', () => {
  const css = runningHeadCss('"; } body { display: none } /*', 'a\\b\n');
  expect(css).toContain('"\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\2f \\2a "');
  expect(css).toContain('"a\\5c b\\a "');
  expect(css.match(/display: none/)).toBeNull();
});

test('its address carries them', () => {
  expect(runningHeadUrl({ head: 'SEC G3.26, on 12 October', foot: '“ours”' })).toBe(
    '/running-head.css?head=SEC+G3.26%2C+on+12+October&foot=%E2%80%9Cours%E2%80%9D',
  );
});
