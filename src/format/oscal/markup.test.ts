import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkup, writeLine, writeProse } from './markup.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('a', ' ', '\n', '\t', '\\', '*', '_', '&#10;', '&amp;', '# ', '- ', '1. ', '<b>', '{{', '\u2028'),
    )
    .map((all) => all.join('')),
);

test('words written as markup are read back as they were, on one line and in paragraphs', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(readMarkup(writeProse(text))).toBe(text);
      expect(readMarkup(writeLine(text))).toBe(text);
      expect(writeLine(text)).not.toContain('\n');
    }),
    { numRuns: 300 },
  );
});

test('markup of others is read as its words, and what is more than words stays as it is written', () => {
  expect(readMarkup('Each *member* shall:\n\n\n1\\. lock &lt;doors&gt;\nand windows')).toBe(
    'Each *member* shall:\n1. lock <doors> and windows',
  );
  expect(readMarkup('{{ insert: param, ac-1_prm_1 }} &unknown; &#x2014; &#9999999;')).toBe(
    '{{ insert: param, ac-1_prm_1 }} &unknown; — &#9999999;',
  );
});
