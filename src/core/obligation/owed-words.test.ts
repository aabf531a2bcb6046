import { expect, test } from 'vitest';
import { owedInWords } from './owed-words.ts';

test('what is owed is said with whether it must be, and with how well where the words say that', () => {
  const object = 'keep each system Secure';
  expect(owedInWords({ modality: 'must', object, standard: 'best endeavours' })).toBe(
    'must keep each system Secure, to the standard of best endeavours',
  );
  const said = (modality: Parameters<typeof owedInWords>[0]['modality'], what: string) =>
    owedInWords({ modality, object: what, standard: null });
  expect(said('must-not', 'give the keys to anybody')).toBe('must not give the keys to anybody');
  expect(said('must-procure', 'that somebody tests it')).toBe('must procure that somebody tests it');
  expect(said('may', 'ask for a follow-up')).toBe('may ask for a follow-up');
});
