import { expect, test } from 'vitest';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { generatedModifications } from '../../../test/support/generated-changes.ts';
import { generatedCode } from '../../../test/support/generated-code.ts';
import type { Amendment } from './amendment.ts';
import { applyAmendments } from './apply-amendment.ts';
import { behindIt } from './both-in-force.ts';
import { contingentAmendments, contingentDraft, type EditedProvision } from './contingent-draft.ts';
import type { CodeText } from './provision.ts';
import { findById, placeOf } from './tree.ts';

function replace(target: string, find: string, words: string): Amendment {
  const at = findById(EXAMPLE, target)?.text.indexOf(find) ?? -1;
  return { kind: 'replace', target, field: 'text', find, with: words, at: [at] };
}

function insert(id: string, number: string): Amendment {
  return {
    kind: 'insert',
    at: { parent: 'g', after: 'g-3' },
    provision: provision(id, { kind: 'clause', number, text: `What ${id} says.` }),
  };
}

function repeal(id: string): Amendment {
  const [at, found] = [placeOf(EXAMPLE, id), findById(EXAMPLE, id)];
  if (at === null || found === null) throw new Error(id);
  return { kind: 'repeal', at, provision: found };
}

function draftOf(ours: readonly Amendment[], theirs: readonly Amendment[]) {
  return contingentDraft(EXAMPLE, 'M2', ours, theirs, []);
}

function asEdited(text: CodeText, id: string, change: Partial<EditedProvision> = {}): EditedProvision {
  const found = findById(text, id);
  if (found === null) throw new Error(id);
  return { id, number: found.number, heading: found.heading, text: found.text, gone: false, ...change };
}

test('words that both change are put together, and what else we change is carried over', () => {
  const ours = [replace('g-2-a', '; and', '; or'), replace('g-1', 'lock', 'shut')];
  const draft = draftOf(ours, [replace('g-2-a', '; and', ';')]);
  expect(draft.at).toEqual(['g-2-a']);
  expect(draft.met).toEqual([{ one: 'or', other: '' }]);
  expect(findById(draft.suggested, 'g-2-a')?.text).toMatch(/; or$/);
  expect(findById(draft.suggested, 'g-1')?.text).toContain('shut');
});

test('from edited words come amendments that, behind the other, give exactly those words', () => {
  const ours = [replace('g-2-a', '; and', '; or'), replace('g-1', 'lock', 'shut')];
  const theirs = [replace('g-2-a', '; and', ';')];
  const draft = draftOf(ours, theirs);
  const drafted = contingentAmendments(draft, [asEdited(draft.suggested, 'g-2-a', { text: 'quite other words; or' })]);
  if (!drafted.ok) throw new Error(drafted.fault);
  const { amendments } = drafted;
  const kept = { with: 'M1', class: 'same-words', provision: 'g-2-a' } as const;
  const [first, second] = [
    { reference: 'M1', amendments: theirs },
    { reference: 'M2', amendments: ours },
  ];
  const resolution = { kind: 'contingent', on: 'M1', amendments } as const;
  const both = behindIt(EXAMPLE, first, second, [{ ...kept, resolution }]);
  expect(both.text && findById(both.text, 'g-2-a')?.text).toBe('quite other words; or');
  expect(both.text && findById(both.text, 'g-1')?.text).toContain('shut');
  const turned = behindIt(EXAMPLE, second, first, [{ ...kept, resolution }]);
  expect(turned).toMatchObject({ first: 'M2', text: null });
  expect(turned.waits).not.toBe('');
});

test('of two that take one number both are drafted, and the number has to be changed', () => {
  const draft = draftOf([insert('ours', 'G9')], [insert('theirs', 'G9')]);
  expect(draft.at).toEqual(['ours', 'theirs']);
  const same = contingentAmendments(draft, [asEdited(draft.suggested, 'ours')]);
  expect(same).toEqual({ ok: false, at: 0, fault: 'G9 would stand in the text twice.' });
  const other = contingentAmendments(draft, [asEdited(draft.suggested, 'ours', { number: 'G10' })]);
  expect(other).toMatchObject({ ok: true, amendments: [{ kind: 'insert', provision: { number: 'G10' } }] });
});

test('where the other repeals what we edit, a new provision can be written behind what is left', () => {
  const draft = draftOf([replace('g-2-a', '; and', '; or')], [repeal('g-2')]);
  expect(draft.at).toEqual(['g']);
  const added = { id: null, number: 'G4', heading: null, text: 'Said anew.', gone: false };
  const drafted = contingentAmendments(draft, [asEdited(draft.suggested, 'g-3'), added]);
  expect(drafted).toMatchObject({ ok: true, amendments: [{ kind: 'insert', provision: { number: 'G4' } }] });
});

test('a provision without words, and a new one with none before it, are refused by their place', () => {
  const draft = draftOf([replace('g-2-a', '; and', '; or')], [replace('g-2-a', '; and', ';')]);
  const emptied = contingentAmendments(draft, [asEdited(draft.suggested, 'g-2-a', { text: ' ' })]);
  expect(emptied).toMatchObject({ ok: false, at: 0 });
  const alone = contingentAmendments(draft, [{ id: null, number: null, heading: null, text: 'New.', gone: false }]);
  expect(alone).toMatchObject({ ok: false, at: 0 });
  const gone = contingentAmendments(draft, [asEdited(draft.suggested, 'g-2-a', { gone: true })]);
  expect(gone).toMatchObject({ ok: true, amendments: [{ kind: 'repeal' }] });
});

test('of generated modifications every draft left as suggested applies behind the other', () => {
  const text = generatedCode({ provisions: 120, seed: 5 });
  for (let seed = 0; seed < 30; seed += 1) {
    const [one, other] = generatedModifications(text, { modifications: 2, amendments: 12, seed });
    if (one === undefined || other === undefined) throw new Error('nothing was generated');
    const draft = contingentDraft(text, one.id, one.amendments, other.amendments, []);
    const drafted = contingentAmendments(draft, []);
    if (!drafted.ok) {
      expect(drafted.fault).toMatch(/twice/);
      continue;
    }
    const applied = applyAmendments(draft.before, drafted.amendments);
    expect(applied).toMatchObject({ ok: true, text: { provisions: draft.suggested.provisions } });
  }
});
