import { expect, test } from 'vitest';
import { whereItStands } from './where.ts';

const act = (operation: string | null, optional = false) => ({ operation, optional });

test('what must be done says where a modification stands, else what may be done', () => {
  expect(whereItStands([act('cast-vote')])).toBe('voting');
  expect(whereItStands([act('respond', true), act(null)])).toBe('in consultation');
  expect(whereItStands([act('refer-decision', true), act(null)])).toBe('in the referral window');
  expect(whereItStands([act('refer-decision', true), act('set-implementation-date')])).toBe('awaiting a date');
});

test('a modification that waits for nobody is open', () => {
  expect(whereItStands([])).toBe('open');
});
