import { expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import type { Amendment } from './amendment.ts';
import { type BrokenTarget, brokenBy } from './broken-links.ts';
import type { CodeText, Provision } from './provision.ts';

const G1 = provision('g1', { kind: 'clause', number: 'G1', text: 'Each Party shall lock its doors.' });
const G2 = provision('g2', { kind: 'clause', number: 'G2', text: 'Section G1 binds each Party.' });
const G3 = provision('g3', { kind: 'clause', number: 'G3', text: 'Sections G1 and G2 are about doors.' });
const PARTY = provision('party', { kind: 'definition', heading: 'Party', text: 'one who has signed.' });
const CODE: CodeText = {
  code: 'example',
  title: 'Example Code',
  provisions: [
    provision('a', { kind: 'section', number: 'A', children: [PARTY] }),
    provision('g', { kind: 'section', number: 'G', children: [G1, G2, G3] }),
  ],
};

function broken(...amendments: Amendment[]): string[] {
  const result = brokenBy(CODE, amendments);
  return result.ok ? result.broken.map(line) : [result.fault];
}

function line({ class: kind, target, before, after, uses }: BrokenTarget): string {
  const words = uses.map((use) => `${use.words} in ${use.from}`);
  return `${kind} ${target}: ${before} → ${after}: ${words.join(', ')}`;
}

const repeal = (one: Provision, parent: string, after: string | null): Amendment => ({
  kind: 'repeal',
  at: { parent, after },
  provision: one,
});

test('a repeal breaks the references to what is repealed', () => {
  expect(broken(repeal(G1, 'g', null))).toEqual(['repealed g1: G1 → null: Section G1 in g2, Sections G1 in g3']);
});

test('a renumbering breaks the references that print the old number', () => {
  expect(broken({ kind: 'renumber', target: 'g2', from: 'G2', to: 'G2A' })).toEqual([
    'renumbered g2: G2 → G2A: G2 in g3',
  ]);
});

test('what is renumbered and reworded with it is not broken', () => {
  const to = { heading: null, text: 'Sections G1 and G2A are about doors.' };
  expect(
    broken(
      { kind: 'renumber', target: 'g2', from: 'G2', to: 'G2A' },
      { kind: 'substitute', target: 'g3', from: { heading: null, text: G3.text }, to },
    ),
  ).toEqual([]);
});

test('new words that name nothing are told', () => {
  const to = { heading: null, text: 'Section G7 binds each Party.' };
  expect(broken({ kind: 'substitute', target: 'g2', from: { heading: null, text: G2.text }, to })).toEqual([
    'names-nothing null: null → null: Section G7 in g2',
  ]);
});

test('a term removed is told wherever it is used', () => {
  expect(broken(repeal(PARTY, 'a', null))).toEqual(['term-removed party: A "Party" → null: Party in g1, Party in g2']);
});

test('a term redefined is told wherever it is used', () => {
  const from = { heading: 'Party', text: PARTY.text };
  const to = { heading: 'Party', text: 'one who has acceded.' };
  expect(broken({ kind: 'substitute', target: 'party', from, to })).toEqual([
    'term-redefined party: A "Party" → A "Party": Party in g1, Party in g2',
  ]);
});

test('amendments that do not apply break nothing and say why', () => {
  expect(broken({ kind: 'renumber', target: 'g9', from: 'G9', to: 'G10' })[0]).toContain('g9');
});
