import { expect, test } from 'vitest';
import { isWithinCharacter, unkeptIn } from './characters.ts';

test.each([
  ['\u0000', 'a control character U+0000; expected plain text'],
  ['\u0008', 'a control character U+0008; expected plain text'],
  ['\u000b', 'a control character U+000B; expected plain text'],
  ['\u000c', 'a control character U+000C; expected plain text'],
  ['\u001f', 'a control character U+001F; expected plain text'],
  ['\uffff', 'U+FFFF, which is no character; expected plain text'],
  ['\ud83d', 'half of a character (U+D83D); expected whole characters'],
])('%j is told with its place', (character, sentence) => {
  expect(unkeptIn(`ab${character}`)).toEqual({ at: 2, sentence });
});

test('tabs, line ends and whole characters outside the basic plane are plain text', () => {
  expect(unkeptIn('a\tb\r\nc 🙂 £')).toBeNull();
});

test('an offset falls within a character between its two halves alone', () => {
  const text = 'a🙂b';
  expect(Array.from({ length: 6 }, (_, at) => isWithinCharacter(text, at))).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});
