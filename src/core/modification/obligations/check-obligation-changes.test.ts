import { expect, test } from 'vitest';
import { duty } from '../../../../test/support/duty.ts';
import type { CodeText, Provision } from '../../code/provision.ts';
import type { ObligationChange } from '../../obligation/obligation-change.ts';
import { obligationChangeFaults } from './check-obligation-changes.ts';

const clause = (id: string, number: string, text: string): Provision => ({
  id,
  kind: 'clause',
  number,
  heading: null,
  text,
  children: [],
});
const code = (...provisions: Provision[]): CodeText => ({ code: 'sec', title: 'A code', provisions });

const before = code(clause('a', 'G1', 'Each Party shall report.'), clause('b', 'G2', 'Each Party shall keep it.'));
const amended = code(
  clause('a', 'G1', 'Each Party shall report twice.'),
  clause('b', 'G2', 'Each Party shall keep it.'),
);
const obligations = [
  duty({ id: 'report', title: 'Report', provision: 'G1' }),
  duty({ id: 'keep', title: 'Keep it', provision: 'G2' }),
];

const faults = (after: CodeText, ...changes: ObligationChange[]) =>
  obligationChangeFaults({ instrument: 'sec', before, after, obligations, changes }).map(({ sentence }) => sentence);

test('a provision with an obligation that the text amends has to be spoken of, and one that it leaves has not', () => {
  expect(faults(amended)).toEqual([
    'The text amends G1, and nothing says what becomes of “Report” (report); expected what changes of it, or that it stays.',
  ]);
  expect(faults(amended, { kind: 'confirm', obligation: 'report', reasons: 'Only how often.' })).toEqual([]);
  expect(faults(amended, { obligation: 'report', from: 'old', to: 'new' })).toEqual([]);
  expect(faults(before)).toEqual([]);
});

test('an obligation whose provision is taken out is repealed or stands elsewhere, and is not merely reworded', () => {
  const after = code(clause('b', 'G2', 'Each Party shall keep it.'));
  expect(faults(after)).toEqual([
    'The text takes out G1, and nothing says what becomes of “Report” (report); expected that it is repealed, or where it stands now.',
  ]);
  expect(faults(after, { obligation: 'report', from: 'old', to: 'new' })).toEqual([
    '“Report” (report) is said to stand in G1, which the amended text does not have; expected that it is repealed, or another provision.',
  ]);
  expect(faults(after, { kind: 'repeal', obligation: 'report' })).toEqual([]);
  expect(faults(after, { kind: 'amend', obligation: 'report', fields: { provision: 'G2' } })).toEqual([]);
});

test('a change names a provision that the amended text has', () => {
  const { id: _, ...added } = duty({ title: 'Tell', provision: 'G3' });
  expect(faults(before, { kind: 'add', obligation: 'tell', duty: added })).toEqual([
    'The new obligation “Tell” stands in G3, which the amended text does not have.',
  ]);
  expect(faults(before, { kind: 'amend', obligation: 'keep', fields: { provision: 'G9' } })).toEqual([
    '“Keep it” (keep) is to stand in G9, which the amended text does not have.',
  ]);
  expect(faults(before, { kind: 'repeal', obligation: 'nothing' })).toEqual([
    'There is no obligation "nothing" to change.',
  ]);
});

test('a renumbered provision is the same provision, and its obligation goes with it', () => {
  const after = code(clause('a', 'G7', 'Each Party shall report.'), clause('b', 'G2', 'Each Party shall keep it.'));
  expect(faults(after, { obligation: 'report', from: 'old', to: 'new' })).toEqual([]);
});
