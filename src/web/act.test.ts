import { expect, test } from 'vitest';
import { localPath } from './act.ts';

test('a form leads back only to a page of the site', () => {
  expect(localPath('/modifications/SECMP0065?x=1')).toBe('/modifications/SECMP0065?x=1');
  for (const other of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'x', undefined]) {
    expect(localPath(other)).toBe('/');
  }
});
