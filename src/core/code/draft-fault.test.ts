import { expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import { faultsOfDraft } from './draft-fault.ts';
import type { Provision } from './provision.ts';

const one = provision('g1', { kind: 'clause', number: 'G1', text: 'Words.' });
const of = (...provisions: Provision[]) => ({ provisions });
const said = (before: readonly Provision[], after: readonly Provision[]) =>
  faultsOfDraft(of(...before), of(...after)).map((fault) => `${fault.provision}: ${fault.sentence}`);

test.each<[string, Provision, RegExp]>([
  [
    'a number that another bears',
    provision('g2', { kind: 'clause', number: 'G1', text: 'x' }),
    /^g2: Another provision is numbered G1 too/,
  ],
  ['a number with spaces', provision('g2', { number: ' G2', text: 'x' }), /^g2: The number “ G2” has spaces/],
  ['no words', provision('g2', { text: ' ' }), /^g2: There are no words/],
  [
    'a definition without its term',
    provision('d', { kind: 'definition', text: 'x' }),
    /^d: A definition defines nothing/,
  ],
  ['a row outside a table', provision('r', { kind: 'row', text: 'x' }), /^r: A row stands outside a table/],
  [
    'a clause in a table',
    provision('t', { kind: 'table', heading: 'T', children: [provision('c', { kind: 'clause', text: 'x' })] }),
    /^t: A clause stands in a table/,
  ],
  ['a control character', provision('g2', { text: 'a\u0007b' }), /^g2: Found a control character/],
  [
    'an identity in use',
    provision('g1', { kind: 'clause', number: 'G9', text: 'x' }),
    /^g1: The identity "g1" is in use 2 times/,
  ],
])('%s is named at its provision', (_, added, sentence) => {
  expect(said([one], [one, added]).join('\n')).toMatch(sentence);
});

test('what stood so before is not a fault of the draft, and paragraphs of two clauses may bear one number', () => {
  const odd = provision('g2', { kind: 'clause', number: 'G1', text: 'x' });
  expect(said([one, odd], [one, odd])).toEqual([]);
  const under = (id: string, number: string) =>
    provision(id, {
      kind: 'clause',
      number,
      text: 'x',
      children: [provision(`${id}-a`, { number: '(a)', text: 'x' })],
    });
  expect(said([], [under('g1', 'G1'), under('g2', 'G2')])).toEqual([]);
});
