import { describe, expect, test } from 'vitest';
import { provision } from '../../../test/support/code.ts';
import { EVERY_KIND } from '../../../test/support/every-kind.ts';
import { applyAmendments } from './apply-amendment.ts';
import { conflictsAmong } from './conflict.ts';
import { amendmentsBetween } from './drafting.ts';
import { namingOf } from './links.ts';
import type { CodeText, Provision } from './provision.ts';
import { trace } from './trace.ts';
import { findById } from './tree.ts';
import { weave } from './weave.ts';

const naming = namingOf(EVERY_KIND);

/** The text with each provision become what a function gives for it: itself, another, several or none. */
function edited(become: (one: Provision) => readonly Provision[]): CodeText {
  const go = (one: Provision): readonly Provision[] =>
    become(one).map((made) => (made.id === one.id ? { ...made, children: made.children.flatMap(go) } : made));
  return { ...EVERY_KIND, provisions: EVERY_KIND.provisions.flatMap(go) };
}

const set = (id: string, to: Partial<Provision>): CodeText =>
  edited((one) => [one.id === id ? { ...one, ...to } : one]);
const word = (id: string, find: string, by: string): CodeText =>
  edited((one) => [one.id === id ? { ...one, text: one.text.replaceAll(find, by) } : one]);
const without = (id: string): CodeText => edited((one) => (one.id === id ? [] : [one]));
const put = (id: string, made: string, kind: Provision['kind'], number: string | null, text: string): CodeText =>
  edited((one) => (one.id === id ? [one, provision(made, { kind, number, text })] : [one]));
const term = (id: string, made: string, heading: string, text = 'means so.'): CodeText =>
  edited((one) => (one.id === id ? [one, provision(made, { kind: 'definition', heading, text })] : [one]));
const moved = (id: string, behind: string): CodeText => {
  const goes = findById(EVERY_KIND, id) as Provision;
  return edited((one) => (one.id === id ? [] : one.id === behind ? [one, goes] : [one]));
};
const row = (made: string): CodeText =>
  edited((one) =>
    one.id === 't1r1'
      ? [one, provision(made, { kind: 'row', children: [provision(`${made}-1`, { kind: 'cell', text: made })] })]
      : [one],
  );

function classes(one: CodeText, other: CodeText): string[] {
  const texts = [one, other].map((text, index) =>
    trace(naming, { modification: `M${index + 1}`, amendments: amendmentsBetween(EVERY_KIND, text) }),
  );
  return conflictsAmong(texts).map((found) => found.class);
}

const see = (words: string): CodeText => put('g3-30', 'see', 'clause', 'G3.31', words);

describe.each<[string, string, CodeText, CodeText]>([
  ['the same words of a cell', 'same-words', word('t1r1-2', '10', '12'), word('t1r1-2', '10', '14')],
  ['one image by another', 'same-words', set('img', { heading: 'a.png' }), set('img', { heading: 'b.png' })],
  ['a cell whose row goes', 'repeal-against-edit', word('t1r1-2', '10', '12'), without('t1r1')],
  ['a note that goes', 'repeal-against-edit', word('n1', 'without', 'with'), without('n1')],
  [
    'what comes under what goes',
    'repeal-against-edit',
    put('g3-28-a', 'n', 'paragraph', '(ab)', 'x'),
    without('g3-28'),
  ],
  ['a repeal within a repeal', 'nested-repeal', without('g3-28'), without('g3-28-b')],
  ['two rows at one place', 'same-place', row('r-one'), row('r-two')],
  [
    'two limbs of one new number',
    'same-number',
    put('g3-28-a', 'n', 'paragraph', '(ba)', 'x'),
    put('g3-28-b', 'm', 'paragraph', '(ba)', 'y'),
  ],
  [
    'a limb renumbered into a new one',
    'same-number',
    set('g3-28-c', { number: '(d)' }),
    put('g3-28-a', 'n', 'paragraph', '(d)', 'y'),
  ],
  ['two notes of one number', 'same-number', put('n1', 'n', 'note', '2', 'x'), put('t1', 'm', 'note', '2', 'y')],
  [
    'a clause number given twice',
    'same-number',
    put('g3-30', 'n', 'clause', 'G3.31', 'x'),
    put('g3-27', 'm', 'clause', 'G3.31', 'y'),
  ],
  ['a reference to a table that goes', 'broken-reference', see('See row 1 of Table 1.'), without('t1')],
  ['a reference to a row that goes', 'broken-reference', see('See row 1 of Table 1.'), without('t1r1')],
  [
    'a reference to a limb whose clause is renumbered',
    'broken-reference',
    see('See G3.28(b)(ii).'),
    set('g3-28', { number: 'G3.88' }),
  ],
  ['a term that goes', 'changed-term', word('g3-26', 'a record', 'a Device record'), without('d-dev')],
  ['a term in a heading that goes', 'changed-term', set('g3-27', { heading: 'Device notices' }), without('d-dev')],
  [
    'a term that is reworded below',
    'changed-term',
    see('Each Smart Metering System.'),
    word('d-sms-a', 'Electricity', 'Electric'),
  ],
  ['one term defined twice', 'same-term', term('d-dev', 'n', 'Egg'), term('d-party', 'm', 'Egg')],
  ['a term renamed to one that is defined', 'same-term', set('d-dev', { heading: 'Egg' }), term('d-party', 'm', 'Egg')],
])('%s', (_, kind, one, other) => {
  test(`is ${kind}, whichever comes first`, () => {
    expect(classes(one, other)).toContain(kind);
    expect(classes(other, one)).toContain(kind);
  });
});

describe.each<[string, CodeText, CodeText]>([
  ['two cells of one row', word('t1r1-2', '10', '12'), word('t1r1-1', 'hand', 'courier')],
  ['a new row beside one that goes', row('r-one'), without('t1r1')],
  ['the caption of a table and a row of it', set('t1', { heading: 'Fees' }), row('r-one')],
  ['a note and the clause that it is to', word('n1', 'without', 'with'), word('g3-29', 'charges', 'fees')],
  ['two ends of one sentence', word('g3-26', 'notify', 'tell'), word('g3-26', '5 years', '6 years')],
  [
    'one limb number in two clauses',
    put('g3-28-c', 'n', 'paragraph', '(d)', 'x'),
    put('s8p2-b', 'm', 'paragraph', '(d)', 'y'),
  ],
  ['one note number in two clauses', put('n1', 'n', 'note', '2', 'x'), put('g3-28-c', 'm', 'note', '2', 'y')],
  ['a reference to what is only reworded', see('See Section G3.28.'), word('g3-28', 'purposes', 'ends')],
  ['a reference to a clause that moves with its number', see('See G3.26.'), moved('g3-26', 'g3-29')],
  ['a term that is used and another that goes', see('Each Device.'), without('d-party')],
  ['the same definition by both', term('d-dev', 'n', 'Egg'), term('d-dev', 'n', 'Egg')],
])('no conflict: %s', (_, one, other) => {
  test('whichever comes first', () => {
    expect(classes(one, other)).toEqual([]);
    expect(classes(other, one)).toEqual([]);
  });
});

test('two new terms at one place are no conflict, and stand in alphabetical order whichever is made first', () => {
  const [fig, egg] = [term('d-dev', 'n', 'Fig'), term('d-dev', 'm', 'egg Cup')];
  expect(classes(fig, egg)).toEqual([]);
  const [one, other] = [amendmentsBetween(EVERY_KIND, fig), amendmentsBetween(EVERY_KIND, egg)];
  const { ours, theirs } = weave(one, other);
  const made = [applyAmendments(EVERY_KIND, [...other, ...ours]), applyAmendments(EVERY_KIND, [...one, ...theirs])];
  for (const text of made) {
    const terms = text.ok ? (findById(text.text, 'a1-1')?.children ?? []) : [];
    expect(terms.map(({ heading }) => heading)).toEqual([
      ...['Device', 'egg Cup', 'Fig', 'Party', 'Responsible Supplier', 'Smart Metering System'],
    ]);
  }
});
