import { expect, test } from 'vitest';
import { day } from '../../core/kernel/day.ts';
import type { Asked } from './asked.ts';
import { referencesPage } from './references.page.ts';
import { MOST_LISTED, type Related, relatedParts } from './related.ts';

const asked: Asked = { on: '2018-10-12', against: null, knownAt: null, dated: true, permanence: 'not-asked' };
const excerpt = (names: string[]) => ({ from: 'G3.26', before: 'as in ', words: 'Section Q9', after: '', names });

function related(shown: number, count: number, unresolved = 0): Related {
  return {
    instrument: { id: 'sec', title: 'Smart Energy Code', shortTitle: 'SEC', notice: 'Ours.' },
    reference: 'G3.26',
    on: day('2018-10-12'),
    version: { label: '5.23', inForceFrom: day('2018-10-04'), until: null, source: null, recordedAt: null },
    counts: { refersTo: 0, referredToBy: count, usedBy: 0, uses: 0 },
    refersTo: [],
    unresolved: Array.from({ length: unresolved }, () => excerpt([])),
    referredToBy: Array.from({ length: shown }, () => excerpt(['G3.26'])),
    usedBy: [],
    uses: [],
  };
}

const shown = (one: Related) => String(relatedParts(one, 'G3.26', asked));

test('references that name nothing are told, however few of the others are shown', () => {
  expect(shown(related(0, 0, 1))).toContain(
    '<strong>One reference names nothing</strong> in the text on this day: “Section Q9” in G3.26',
  );
  expect(shown(related(0, 0, 12))).toContain('<strong>12 references name nothing</strong>');
  expect(shown(related(0, 0))).not.toContain('nothing</strong>');
});

test('the page of a provision leads to the rest of what names it', () => {
  expect(shown(related(8, 30))).toContain('<a href="/sec/G3.26/references?on=2018-10-12#referred-to-by">See all 30');
  expect(shown(related(8, 1234))).toContain(`See the first ${MOST_LISTED}`);
  expect(shown(related(8, 8))).not.toContain('See ');
});

test('the page of references says that its list is cut, and where all of it is', () => {
  const page = (one: Related) => String(referencesPage(asked, 'G3.26', one).body);
  const cut = page(related(MOST_LISTED, 1234));
  expect(cut).toContain(`The first ${MOST_LISTED} are listed here. All 1,234 are in`);
  expect(cut).toContain('href="/api/text/show-references?instrument=sec&amp;reference=G3.26&amp;on=2018-10-12"');
  expect(page(related(30, 30))).not.toContain('listed here');
});
