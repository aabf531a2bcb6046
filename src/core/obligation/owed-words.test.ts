import { expect, test } from 'vitest';
import { owedInWords } from './owed-words.ts';

test('what must be done is said with how well, where the words say that', () => {
  const object = 'keep each system Secure';
  expect(owedInWords({ object, standard: 'best endeavours' })).toBe(
    'keep each system Secure, to the standard of best endeavours',
  );
  expect(owedInWords({ object, standard: null })).toBe(object);
});
