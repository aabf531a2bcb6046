import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWording, mergeWords } from './merge-words.ts';

test('changes that lie apart are both made', () => {
  const base = 'Each member shall lock the door and keep the key.';
  const merged = mergeWords(base, 'Every member shall lock the door and keep the key.', base.replace('key', 'keys'));
  expect(merged).toEqual({ text: 'Every member shall lock the door and keep the keys.', met: [] });
});

test('where one only takes a word away, the word that the other writes in its place stands', () => {
  expect(mergeWords('is shut; and', 'is shut;', 'is shut; or')).toEqual({
    text: 'is shut; or',
    met: [{ one: '', other: 'or' }],
  });
});

test('where both write other words, both stand, what they share said once', () => {
  const merged = mergeWords('a locked door', 'a locked steel gate', 'a locked oak gate');
  expect(merged.text).toBe('a locked steel oak gate');
  expect(merged.met).toHaveLength(1);
});

test('a heading that one of them changes is as that one has it', () => {
  const base = { heading: 'Doors', text: 'Shut them.' };
  const merged = mergeWording(base, { ...base, heading: null }, { ...base, text: 'Close them.' });
  expect(merged).toEqual({ wording: { heading: null, text: 'Close them.' }, met: [] });
});

const words = fc.array(fc.constantFrom('the', 'lock', 'door', 'and', 'or', ';', 'key', 'member'), { maxLength: 12 });
const sentence = words.map((all) => all.join(' '));

test('a change beside none, or beside itself, is that change', () => {
  fc.assert(
    fc.property(sentence, sentence, (base, changed) => {
      expect(mergeWords(base, changed, base)).toEqual({ text: changed, met: [] });
      expect(mergeWords(base, base, changed)).toEqual({ text: changed, met: [] });
      expect(mergeWords(base, changed, changed)).toEqual({ text: changed, met: [] });
    }),
  );
});

test('where nothing meets, it does not matter which change comes first', () => {
  fc.assert(
    fc.property(sentence, sentence, sentence, (base, one, other) => {
      const merged = mergeWords(base, one, other);
      if (merged.met.length === 0) expect(mergeWords(base, other, one)).toEqual(merged);
    }),
  );
});
