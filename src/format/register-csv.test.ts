import { expect, test } from 'vitest';
import { day } from '../core/kernel/day.ts';
import { registerCsv } from './register-csv.ts';

test('a title that is a formula leaves the register as a text, each row on a line of its own', () => {
  const row = {
    ...{ id: 'MP1', title: '=HYPERLINK("https://x.invalid")', code: 'sec', raisedOn: day('2018-10-05'), version: 3 },
    ...{ proposer: '@someone', proposerId: 'someone', stage: 'decision', status: 'open', path: 'Path 1, or 2' },
    ...{ urgency: 'asked' as const, decision: null, published: null, categories: ['a', 'b'], documents: ['-x'] },
  };
  const [head = '', first] = registerCsv([row]).slice(1).split('\r\n');
  expect(head.split(',')).toHaveLength(13);
  expect(first).toBe(
    `MP1,"'=HYPERLINK(""https://x.invalid"")",sec,2018-10-05,'@someone,open,decision,"Path 1, or 2",asked,,,a; b,'-x`,
  );
});
