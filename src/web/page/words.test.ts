import { expect, test } from 'vitest';
import { instant } from '../../core/kernel/instant.ts';
import { keptText } from './words.ts';

test('a draft is said to be kept some time ago, and on no day of the clock of the record', () => {
  const at = instant('2026-11-26T10:00:00Z');
  const said = (later: number) => String(keptText(at, Date.parse(at) + later * 60_000)).replace(/<[^>]*>/g, '');
  expect([0, 1, 59, 60, 1440, 4500].map(said)).toEqual([
    'a moment ago',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '1 day ago',
    '3 days ago',
  ]);
});
