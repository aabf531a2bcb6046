import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReceipt, receiptMatches, writeReceipt } from './receipt.ts';

const hashes = fc.stringMatching(/^[0-9a-f]{64}$/);
const codes = fc.record({
  modification: fc.constantFrom('SECMP0065', 'MP112', 'DP004', 'SECMP0062/2', 'MP102A'),
  version: fc.integer({ min: 1, max: 99_999 }),
  hash: hashes,
});

test('the code of a receipt reads back, however its letters are spaced, and is that of its event alone', () => {
  fc.assert(
    fc.property(codes, hashes, (code, other) => {
      const written = writeReceipt(code);
      const read = parseReceipt(` ${written.slice(0, 12)} ${written.slice(12)}\n`);
      expect(read).toEqual({ ...code, hash: code.hash.slice(0, 32) });
      if (read === null) return;
      expect(receiptMatches(read, code.hash)).toBe(true);
      expect(receiptMatches(read, other)).toBe(other.startsWith(code.hash.slice(0, 32)));
    }),
  );
});

test.each([
  '',
  'SECMP0065',
  'SECMP0065.3',
  'SECMP0065.3.0123',
  `SECMP0065.3.${'G'.repeat(32)}`,
  `../x.3.${'0'.repeat(32)}`,
])('%j is no code of a receipt', (text) => {
  expect(parseReceipt(text)).toBeNull();
});
