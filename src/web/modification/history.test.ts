import { expect, test } from 'vitest';
import type { RecordedEvent } from '../../app/ports.ts';
import type { View } from '../site.ts';
import { historyPart } from './history.ts';

test('the latest ten events stand open, what is earlier is folded, and all keep their number', async () => {
  const one = { event: { type: 'proposal-raised' }, actor: { name: 'A' }, recordedAt: '2018-10-05T09:00:00Z' };
  const events = Array.from({ length: 13 }, () => one) as unknown as readonly RecordedEvent[];
  const names = { steps: [], seats: new Map(), parties: new Map() };
  const shown = String(await historyPart({ refusal: null } as View, 'SECMP0065', events, null, names));
  const [open = '', folded = ''] = shown.split('<details');
  expect([open, folded].map((part) => part.split('<li>').length - 1)).toEqual([10, 3]);
  expect(folded).toContain('3 earlier events');
  expect([...shown.matchAll(/start="(\d+)"/g)].map((found) => found[1])).toEqual(['13', '3']);
});
