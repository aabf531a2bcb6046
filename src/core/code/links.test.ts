import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAmended, anyCode, provision } from '../../../test/support/code.ts';
import { applyAmendments } from './apply-amendment.ts';
import { brokenBy } from './broken-links.ts';
import { findLinks, type Link, wordsOfLink } from './links.ts';
import type { CodeText, Provision } from './provision.ts';
import { walk } from './tree.ts';

const limb = (id: string, number: string, children: Provision[] = []): Provision =>
  provision(id, { kind: 'sub-paragraph', number, text: 'so.', children });
const term = (id: string, heading: string): Provision => provision(id, { kind: 'definition', heading, text: 'one.' });

const CODE: CodeText = {
  code: 'example',
  title: 'Example Code',
  provisions: [
    provision('a', {
      kind: 'section',
      number: 'A',
      heading: 'Definitions',
      children: [
        provision('a1', {
          kind: 'clause',
          number: 'A1',
          children: [
            term('party', 'Party'),
            term('supplier-party', 'Supplier Party'),
            term('device', 'Device'),
            term('working-day', 'Working Day'),
            term('oil', 'Oil'),
          ],
        }),
      ],
    }),
    provision('g', {
      kind: 'section',
      number: 'G',
      children: [
        provision('g3-26', { kind: 'clause', number: 'G3.26', text: 'Lock doors.' }),
        provision('g3-27', { kind: 'clause', number: 'G3.27', text: 'Keep records.' }),
        provision('g3-28', {
          kind: 'clause',
          number: 'G3.28',
          text: 'A door is locked if:',
          children: [
            limb('g3-28-a', '(a)', [limb('g3-28-a-i', '(i)'), limb('g3-28-a-ii', '(ii)')]),
            limb('g3-28-b', '(b)'),
          ],
        }),
        provision('c40', {
          kind: 'condition',
          number: '40',
          children: [provision('c40-1', { kind: 'clause', number: '40.1', text: 'Keep safe.' })],
        }),
      ],
    }),
    provision('s4', {
      kind: 'schedule',
      number: 'Schedule 4',
      children: [
        provision('s4-1', { number: '1', text: 'First.' }),
        provision('s4-2', { number: '2', text: 'Second.' }),
        provision('s4-part-b', { kind: 'part', number: 'Part B' }),
      ],
    }),
    provision('s5', {
      kind: 'schedule',
      number: 'Schedule 5',
      children: [
        provision('s5-1', { number: '1' }),
        provision('s5-t', {
          kind: 'table',
          number: 'Table 1',
          children: [provision('s5-t-1', { kind: 'row' }), provision('s5-t-2', { kind: 'row' })],
        }),
        provision('s5-n', { kind: 'note', number: '1' }),
        provision('s5-2', { number: '2', text: 'In this Schedule:', children: [term('s5-lamp', 'Lamp')] }),
      ],
    }),
  ],
};

function worded(text: CodeText, id: string, words: string): CodeText {
  const reword = (one: Provision): Provision => ({
    ...one,
    text: one.id === id ? words : one.text,
    children: one.children.map(reword),
  });
  return { ...text, provisions: text.provisions.map(reword) };
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** The words of a provision with each link marked: `{G3.26 = g3-26}`. */
function marked(words: string, links: readonly Link[]): string {
  let [out, at] = ['', 0];
  for (const { start, end, targets } of links) {
    out += `${words.slice(at, start)}{${words.slice(start, end)} = ${targets.join(' ') || '?'}}`;
    at = end;
  }
  return out + words.slice(at);
}

describe('links in words', () => {
  test.each(linesOf('links.good.txt'))('%s', (line) => {
    const [id = '', shown = ''] = line.split(/: (.*)/);
    const words = shown.replace(/\{(.*?) = [^}]*\}/g, '$1');
    const links = findLinks(worded(CODE, id, words)).of.get(id) ?? [];
    expect(marked(words, links)).toBe(shown);
  });

  test.each(linesOf('links.bad.txt'))('none in %s', (line) => {
    const [id = '', words = ''] = line.split(/: (.*)/);
    expect(findLinks(worded(CODE, id, words)).of.get(id) ?? []).toEqual([]);
  });
});

test('a reader sees who refers to a provision, and where a term is used', () => {
  const links = findLinks(worded(CODE, 'g3-26', 'Each Party shall do as Sections G3.27 to G3.28 say.'));
  expect(links.to.get('g3-28')?.map(({ from }) => from)).toEqual(['g3-26']);
  expect(links.to.get('party')?.map(({ from, kind }) => `${kind} ${from}`)).toEqual(['term g3-26']);
});

test('the head of a definition is not a use of its term, nor of a shorter one', () => {
  const { of } = findLinks(CODE);
  expect(['party', 'supplier-party', 'device'].map((id) => of.get(id))).toEqual([undefined, undefined, undefined]);
});

test('a number used in two schedules names neither from outside them', () => {
  const links = findLinks(worded(CODE, 'g3-26', 'as Paragraph 1 says'));
  expect(links.of.get('g3-26')).toMatchObject([{ targets: [], unresolved: true }]);
});

/** Words with many references and terms in them. */
const anyWords = fc
  .array(
    fc.constantFrom(
      ...[
        'Section',
        'Sections',
        'paragraph',
        'paragraphs',
        'G3.26',
        'G3.28(a)',
        '(a)',
        '(b)',
        'to',
        'and',
        ',',
        'of',
        '–',
      ],
      ...['Party', 'Supplier', 'Parties', 'Working', 'Day', 'the', 'Act', '40', 'G', 'A', '.', 'Device-x', '“', '£'],
    ),
    { maxLength: 14 },
  )
  .map((all) => all.join(' '));

describe('the laws of links', () => {
  test('offsets are those of the words, links do not overlap, and every target is in the text', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const text = worded(CODE, 'g3-28-a', words);
        const links = findLinks(text);
        const all = new Map(walk(text).map((visited) => [visited.provision.id, visited.provision]));
        let at = 0;
        for (const link of links.of.get('g3-28-a') ?? []) {
          expect(link.start).toBeGreaterThanOrEqual(at);
          at = link.end;
          const said = wordsOfLink(link, { heading: null, text: words });
          expect(said).toBe(said.trim());
          expect(said).not.toBe('');
          expect(link.unresolved === true).toBe(link.targets.length === 0);
          for (const target of link.targets) expect(all.has(target)).toBe(true);
          if (link.kind === 'term') expect(said).toMatch(new RegExp(`^${termStem(all.get(link.targets[0] ?? ''))}`));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the longest term wins wherever it stands', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (left, right) => {
        const words = `${left} ; Supplier Party ; ${right}`;
        const links = findLinks(worded(CODE, 'g3-28-a', words)).of.get('g3-28-a') ?? [];
        const at = left.length + 3;
        expect(links.find((one) => one.start === at)).toMatchObject({ end: at + 14, targets: ['supplier-party'] });
      }),
    );
  });

  test('both ways hold the same links', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        const links = findLinks(text);
        const forth = [...links.of.values()].flat().flatMap((link) => link.targets.map((target) => ({ target, link })));
        const back = [...links.to].flatMap(([target, naming]) => naming.map((link) => ({ target, link })));
        expect(new Set(back.map(write))).toEqual(new Set(forth.map(write)));
      }),
    );
  });

  test('reading on from the text before gives what reading anew gives', () => {
    fc.assert(
      fc.property(anyAmended, ({ text, amendments }) => {
        const applied = applyAmendments(text, amendments);
        const after = applied.ok ? applied.text : text;
        const [onward, anew] = [findLinks(after, findLinks(text)), findLinks(after)];
        expect(onward.of).toEqual(anew.of);
        expect(onward.to).toEqual(anew.to);
      }),
    );
  });

  test('amendments that change nothing break nothing', () => {
    fc.assert(
      fc.property(anyCode, (text) => {
        expect(brokenBy(text, [])).toMatchObject({ ok: true, broken: [] });
      }),
    );
  });
});

test('only words that changed are read again', () => {
  const before = findLinks(CODE);
  const after = findLinks(worded(CODE, 'g3-26', 'Lock every door of a Party.'), before);
  const again = [...after.scans.byId].filter(([id, scan]) => scan !== before.scans.byId.get(id));
  expect(again.map(([id]) => id)).toEqual(['g3-26']);
});

function write(one: unknown): string {
  return JSON.stringify(one);
}

function termStem(definition: Provision | undefined): string {
  return (definition?.heading ?? '').slice(0, -1);
}
