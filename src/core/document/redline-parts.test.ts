import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAmended, provision } from '../../../test/support/code.ts';
import { EVERY_KIND } from '../../../test/support/every-kind.ts';
import type { Amendment } from '../code/amendment.ts';
import { applyAmendments } from '../code/apply-amendment.ts';
import type { CodeText, Provision } from '../code/provision.ts';
import { redline } from '../code/redline.ts';
import { findById, placeOf } from '../code/tree.ts';
import { redlineSummary } from './redline-paper.ts';
import { type RedlinePart, redlineParts } from './redline-parts.ts';
import { redlineRuns } from './redline-runs.ts';

function after(...amendments: Amendment[]): CodeText {
  const applied = applyAmendments(EVERY_KIND, amendments);
  if (!applied.ok) throw new Error(applied.fault);
  return applied.text;
}

const standing = (id: string): Provision => {
  const found = findById(EVERY_KIND, id);
  if (found === null) throw new Error(`the example has lost ${id}`);
  return found;
};

const fates = (text: CodeText): readonly (string | null)[] =>
  redlineParts(redline(EVERY_KIND, text)).flatMap((part) =>
    part.kind === 'line' && part.fate !== null ? [`${part.block.id}: ${part.fate}`] : [],
  );

test('what moved says from where and to where, and what is renumbered from what', () => {
  const moved: Amendment = {
    ...{ kind: 'move', target: 'g3-28-a' },
    from: { parent: 'g3-28', after: null },
    to: { parent: 's8p2', after: 's8p2-b' },
  };
  expect(fates(after({ kind: 'renumber', target: 'g3-28-c', from: '(c)', to: '(d)' }, moved))).toEqual([
    'g3-28-a: moved to 2(a)',
    'g3-28-c: renumbered from (c)',
    'g3-28-a: moved from G3.28(a)',
  ]);
});

test('a table is one, with rows that come and go and cells whose words change', () => {
  const at = placeOf(EVERY_KIND, 't1r1') ?? { parent: null, after: null };
  const text = after(
    { kind: 'repeal', at, provision: standing('t1r1') },
    {
      kind: 'insert',
      at: { parent: 't1', after: 't1r2' },
      provision: { ...standing('t1r1'), id: 'new', children: [] },
    },
    { kind: 'replace', target: 't1r2-2', field: 'text', find: '£1,200', with: '£1,250', at: [0] },
  );
  const [table] = redlineParts(redline(EVERY_KIND, text)).flatMap((part) => (part.kind === 'table' ? [part] : []));
  expect(table?.rows.map(({ change, heading }) => (heading ? `heading ${change}` : change))).toEqual([
    'heading same',
    'deleted',
    'same',
    'inserted',
  ]);
  const cell = table?.rows[2]?.cells[1]?.[0];
  expect(cell && redlineRuns(cell)).toEqual([
    { kind: 'deleted', text: '£1,200' },
    { kind: 'inserted', text: '£1,250' },
  ]);
});

test('what is under a provision that moves or is renumbered has no change of its own', () => {
  const below = (id: string, number: string): Provision => provision(id, { number, text: `The words of ${id}.` });
  const clause = (id: string, number: string, ...children: Provision[]): Provision =>
    provision(id, { kind: 'clause', number, text: `The clause ${id} of some length.`, children });
  const before = {
    provisions: [clause('p', 'G1', below('p1', 'G1.1')), clause('q', 'G2'), clause('r', 'G3', below('r1', '(a)'))],
  };
  const after = {
    provisions: [clause('q', 'G2'), clause('r', 'G4', below('r1', '(a)')), clause('p', 'G5', below('p1', 'G5.1'))],
  };
  const blocks = redline(before, after);
  const told = redlineParts(blocks).flatMap((part) => (part.kind === 'line' ? [[part.block.id, part.fate]] : []));
  expect(told).toEqual([
    ['p', 'moved to G5'],
    ['p1', 'moved with it'],
    ['q', null],
    ['r', 'renumbered from G3'],
    ['r1', null],
    ['p', 'moved from G1'],
    ['p1', null],
  ]);
  expect(redlineSummary(blocks)).toBe('Provisions: 1 moved, 2 renumbered.');
  const nested = { provisions: [clause('p', 'G2', below('p1', 'G2.1')), clause('q', 'G2')] };
  const [, child] = redline({ provisions: before.provisions.slice(0, 2) }, nested);
  expect(child && redlineRuns(child).slice(0, 3)).toEqual([
    { kind: 'deleted', text: 'G1' },
    { kind: 'inserted', text: 'G2' },
    { kind: 'same', text: '.1' },
  ]);
});

const blocksOf = (part: RedlinePart) =>
  part.kind === 'line' ? [part.block] : part.rows.flatMap((row) => row.cells.flat());

test('nothing that has words is lost or told twice in setting out', () => {
  fc.assert(
    fc.property(anyAmended, ({ text, amendments }) => {
      const applied = applyAmendments(text, amendments);
      const blocks = redline(text, applied.ok ? applied.text : text);
      const set = redlineParts(blocks).flatMap(blocksOf);
      expect(new Set(set).size).toBe(set.length);
      expect(blocks.filter((one) => redlineRuns(one).length > 0 && !set.includes(one))).toEqual([]);
    }),
  );
});
