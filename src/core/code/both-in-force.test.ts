import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { printedWhereMet } from './both-in-force.ts';

const fresh: Amendment = {
  kind: 'insert',
  at: { parent: 'a', after: 'a1-1' },
  provision: provision('fresh', { kind: 'clause', number: 'A1.2', text: 'New.' }),
};

test('where two texts meet is printed by its reference, also where it is new and has none in force', () => {
  expect(printedWhereMet(EXAMPLE, [], 'a1-1', 'a1-1')).toBe('A1.1');
  expect(printedWhereMet(EXAMPLE, [{ amendments: [fresh] }], 'theirs', 'fresh')).toBe('A1.2');
});
