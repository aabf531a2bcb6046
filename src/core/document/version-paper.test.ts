import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyProvisions, versionWith } from '../../../test/support/any-document.ts';
import { EXAMPLE, provision } from '../../../test/support/code.ts';
import { walk } from '../code/tree.ts';
import { day } from '../kernel/day.ts';
import { provisionBlocks } from './provision-blocks.ts';
import { textOf } from './text.ts';
import { versionPaper } from './version-paper.ts';

const bare = (words: string): string => words.replace(/\s+/g, '');

describe('a version as a paper', () => {
  test('prints every word of every provision in reading order, whatever is in the text', () =>
    fc.assert(
      fc.property(anyProvisions, (provisions) => {
        const printed = bare(textOf(versionPaper(versionWith(provisions))));
        let at = 0;
        for (const { provision: one } of walk({ provisions })) {
          for (const words of [one.number, one.heading, one.text].map((part) => bare(part ?? ''))) {
            const found = printed.indexOf(words, at);
            expect(found, `${words} of ${one.id}`).toBeGreaterThanOrEqual(at);
            at = found;
          }
        }
      }),
    ));

  test('says since when and until when its version is in force, and which versions there were when asked', () => {
    const [from, until] = [day('2018-06-28'), day('2018-11-01')];
    const life = { label: '1.0', inForceFrom: from, until, source: null };
    const words = textOf(
      versionPaper(versionWith(EXAMPLE.provisions, { version: life, life: { events: [life], provisions: new Map() } })),
    );
    expect(words).toContain('Version 1.0 is in force from 28 June 2018 until 1 November 2018');
    expect(words).toContain('1.0 28 June 2018 The first text in the record');
  });

  test('sets divisions as headings without a gap in their levels, and tables with their heading row', () => {
    const cell = (id: string, text: string) => provision(id, { kind: 'cell', text });
    const table = provision('t', {
      kind: 'table',
      heading: 'Locks',
      children: [
        provision('h', { kind: 'header-row', children: [cell('h1', 'Door'), cell('h2', 'Lock')] }),
        provision('r', { kind: 'row', children: [cell('r1', 'Front')] }),
      ],
    });
    const clause = provision('c', { kind: 'clause', number: 'G1.1', text: 'Lock.', children: [table] });
    const part = provision('p', { kind: 'part', number: 'G1', heading: 'Doors', children: [clause] });
    const plain = provision('s', { kind: 'section', number: 'G', heading: 'Security', children: [part] });
    expect(provisionBlocks([plain])).toMatchObject([
      { kind: 'heading', level: 1, number: 'G', text: 'Security' },
      { kind: 'heading', level: 2, number: 'G1', text: 'Doors' },
      { kind: 'provision', number: 'G1.1', depth: 0 },
      {
        kind: 'table',
        table: {
          caption: 'Locks',
          columns: [{ title: 'Door' }, { title: 'Lock' }],
          rows: [[[{ kind: 'text', text: 'Front' }], []]],
        },
      },
    ]);
  });
});
