import { expect, test } from 'vitest';
import { HeldFiles } from './held-files.ts';

test('a file that was stored waits no more, and tells its own session alone what became of it', () => {
  const files = new HeldFiles(() => 'f1');
  const id = files.keep('mine', { fileName: 'g.xml', bytes: Uint8Array.of(1) });
  expect(files.storedAs('mine', id)).toBeNull();
  files.store(id, 'g.xml is version 5.24.');
  expect(files.find('mine', id)).toBeNull();
  expect(files.storedAs('mine', id)).toBe('g.xml is version 5.24.');
  expect(files.storedAs('theirs', id)).toBeNull();
});
