import { expect, test } from 'vitest';
import { applyAmendments } from '../src/core/code/apply-amendment.ts';
import { findLinks } from '../src/core/code/links.ts';
import { codeTextSchema } from '../src/core/code/provision.schema.ts';
import { walk } from '../src/core/code/tree.ts';
import { timelineOf } from '../src/core/code/version.ts';
import { generatedHistory, generatedModifications } from './support/generated-changes.ts';
import { countOf, generatedCode } from './support/generated-code.ts';

const CODE = generatedCode({ provisions: 2_500, seed: 1 });

test('a generated code is a code, of the size asked for', () => {
  expect(codeTextSchema.safeParse(CODE).error).toBeUndefined();
  expect(countOf(CODE.provisions)).toBeGreaterThan(2_475);
  expect(countOf(CODE.provisions)).toBeLessThan(2_525);
  const kinds = new Set(walk(CODE).map(({ provision }) => provision.kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['section', 'schedule', 'definition', 'clause', 'paragraph', 'table', 'cell']),
  );
});

test('the same seed gives the same code, and another seed another', () => {
  expect(generatedCode({ provisions: 2_500, seed: 1 })).toEqual(CODE);
  expect(generatedCode({ provisions: 2_500, seed: 2 })).not.toEqual(CODE);
});

test('its words use its terms and refer to its clauses', () => {
  const links = [...findLinks(CODE).of.values()].flat();
  expect(links.filter(({ kind }) => kind === 'term').length).toBeGreaterThan(2_500);
  const references = links.filter(({ kind }) => kind === 'reference');
  expect(references.filter(({ unresolved }) => !unresolved).length).toBeGreaterThan(500);
});

test('its history consolidates to the text that the generator kept, and every open modification applies to its last text', () => {
  const history = generatedHistory(CODE, { releases: 8, changes: 500, seed: 3 });
  const { last } = history;
  expect(timelineOf(history, null).at(-1)?.text).toEqual(last);
  expect(timelineOf(history, null).at(-3)?.text).toEqual(
    generatedHistory(CODE, { releases: 6, changes: 500, seed: 3 }).last,
  );
  const open = generatedModifications(last, { modifications: 14, amendments: 20, seed: 4 });
  for (const { id, amendments } of open)
    expect([id, applyAmendments(last, amendments)]).toMatchObject([id, { ok: true }]);
});
