import fc from 'fast-check';
import { history, undo } from 'prosemirror-history';
import { AllSelection, type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { anyCode, provision } from '../../../../test/support/code.ts';
import { applyAmendments } from '../../../core/code/apply-amendment.ts';
import type { CodeText, Provision } from '../../../core/code/provision.ts';
import { walk } from '../../../core/code/tree.ts';
import { isWithinCharacter } from '../../../core/kernel/characters.ts';
import { blocksOf, fieldStart } from './blocks.ts';
import {
  indent,
  insertProvision,
  joinBackward,
  joinForward,
  moveDown,
  moveUp,
  outdent,
  removeProvision,
  setKind,
  splitProvision,
} from './commands.ts';
import { replaceAcross } from './delete-across.ts';
import { follow } from './follow.ts';
import { keepWhole } from './keep-whole.ts';
import { putLines } from './paste.ts';
import { pastedLines } from './pasted.ts';
import { docOf, provisionsIn } from './provision-doc.ts';
import { FIELDS, type Field } from './schema.ts';

const CLAUSE: CodeText = {
  code: 'sec',
  title: 'Code',
  provisions: [
    provision('g', {
      kind: 'section',
      number: 'G',
      heading: 'Security',
      children: [
        provision('g1', { kind: 'clause', number: 'G1', text: 'Each Party keeps records. It shows them.' }),
        provision('g2', {
          kind: 'clause',
          number: 'G2',
          text: 'In Section G1:',
          children: [
            provision('g2-a', { kind: 'paragraph', number: '(a)', text: 'records are papers; and' }),
            provision('g2-b', { kind: 'paragraph', number: '(b)', text: 'papers are old.' }),
          ],
        }),
      ],
    }),
  ],
};

/** A drafter at a text, without a screen. */
class Drafter {
  readonly base: CodeText;
  readonly part: string | null;
  state: EditorState;

  constructor(base: CodeText, part: string | null = null) {
    this.base = base;
    this.part = part;
    const known = new Set(walk(base).map((one) => one.provision.id));
    this.taken = (id) => known.has(id);
    const doc = docOf(base.provisions, part !== null);
    this.state = EditorState.create({ doc, plugins: [history({ newGroupDelay: 0 }), keepWhole(this.taken)] });
  }

  readonly taken: (id: string) => boolean;

  at(id: string, field: Field = 'words', offset: number | 'end' = 'end'): this {
    const block = blocksOf(this.state.doc).find((one) => one.id === id);
    if (block === undefined) throw new Error(`no ${id}`);
    const length = block.node.child(FIELDS.indexOf(field)).content.size;
    const position = fieldStart(block, field) + (offset === 'end' ? length : Math.min(offset, length));
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, position)));
    return this;
  }

  /** From where the caret is to another place. */
  to(id: string, field: Field, offset: number | 'end'): this {
    const { from } = this.state.selection;
    this.at(id, field, offset);
    const { from: until } = this.state.selection;
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, until)));
    return this;
  }

  do(command: Command): this {
    command(this.state, (tr) => {
      this.state = this.state.apply(tr);
    });
    return this;
  }

  type(words: string): this {
    this.state = this.state.apply(replaceAcross(this.state, words) ?? this.state.tr.insertText(words));
    return this;
  }

  paste(text: string): this {
    const tr = putLines(this.state, pastedLines(text), this.taken);
    if (tr !== null) this.state = this.state.apply(tr);
    return this;
  }

  get provisions(): readonly Provision[] {
    return provisionsIn(this.state.doc);
  }

  /** Every provision on a line: depth, identity, number, words. */
  get lines(): readonly string[] {
    return walk({ provisions: this.provisions }).map(
      ({ depth, provision: { id, number, heading, text } }) =>
        `${'  '.repeat(depth)}${id} ${[number, heading, text].filter(Boolean).join(' ')}`,
    );
  }

  get instructions(): readonly string[] {
    return follow(this.base, this.part, this.state.doc).instructions;
  }
}

const drafter = () => new Drafter(CLAUSE);

describe('Enter', () => {
  test('makes a provision beside of the words behind the caret, with the next number, and splits it in the amendments', () => {
    const done = drafter()
      .at('g1', 'words', 'Each Party keeps records.'.length)
      .do(splitProvision(() => false));
    expect(done.lines.slice(1, 3)).toEqual(['  g1 G1 Each Party keeps records.', '  g-1a G1A It shows them.']);
    expect(done.instructions).toEqual(['Divide clause G1 before “It shows them.”: from there it becomes clause G1A.']);
  });

  test('at the end of words with provisions below makes one that comes first among these', () => {
    const done = drafter()
      .at('g2')
      .do(splitProvision(() => false))
      .type('or else');
    expect(done.lines.slice(2, 5)).toEqual([
      '  g2 G2 In Section G1:',
      '    g2-paragraph or else',
      '    g2-a (a) records are papers; and',
    ]);
  });

  test('in a number goes on to the words, and changes nothing', () => {
    const done = drafter()
      .at('g1', 'number')
      .do(splitProvision(() => false));
    expect(done.provisions).toEqual(CLAUSE.provisions);
    expect(done.state.selection.$from.parent.type.name).toBe('words');
  });

  test('in the part that is worked on makes a provision under it, never one beside it', () => {
    const done = new Drafter(CLAUSE, 'g').at('g').do(splitProvision(() => false));
    expect(done.lines.slice(0, 2)).toEqual(['g G Security', '  g-clause ']);
  });
});

describe('Backspace and Delete', () => {
  test('join a provision to the one before, which the amendments say', () => {
    const done = drafter().at('g2-b', 'words', 0).do(joinBackward);
    expect(done.lines.at(-1)).toBe('    g2-a (a) records are papers; and papers are old.');
    expect(done.instructions).toEqual(['Join the words of paragraph G2(b) to the end of paragraph G2(a).']);
    expect(drafter().at('g2-a').do(joinForward).provisions).toEqual(done.provisions);
  });

  test('leave the provisions below what is joined', () => {
    expect(drafter().at('g2', 'words', 0).do(joinBackward).lines).toEqual([
      'g G Security',
      '  g1 G1 Each Party keeps records. It shows them. In Section G1:',
      '    g2-a (a) records are papers; and',
      '    g2-b (b) papers are old.',
    ]);
  });

  test('over several provisions leave what stands before and behind', () => {
    const done = drafter().at('g1', 'words', 5).to('g2-b', 'words', 7).type('');
    expect(done.lines).toEqual(['g G Security', '  g1 G1 Each are old.']);
    expect(drafter().at('g1', 'number', 1).to('g1', 'words', 5).type('9').lines[1]).toBe(
      '  g1 G9 Party keeps records. It shows them.',
    );
  });

  test('over everything leave one provision without words', () => {
    const done = drafter();
    done.state = done.state.apply(done.state.tr.setSelection(new AllSelection(done.state.doc)));
    expect(done.type('').lines).toEqual(['g ']);
  });
});

describe('Tab, Shift-Tab and the arrows with Alt', () => {
  test('put a provision under the one before and back, with all below it', () => {
    const done = drafter().at('g2').do(indent);
    expect(done.lines[3]).toBe('      g2-a (a) records are papers; and');
    expect(done.do(outdent).provisions).toEqual(CLAUSE.provisions);
  });

  test('take a provision out from under another without taking those beside it along', () => {
    expect(drafter().at('g2-a').do(outdent).lines.slice(2)).toEqual([
      '  g2 G2 In Section G1:',
      '    g2-b (b) papers are old.',
      '  g2-a (a) records are papers; and',
    ]);
  });

  test('move a provision among those beside it, and the caret with it', () => {
    const done = drafter().at('g2', 'words', 3).do(moveUp);
    expect(done.lines[1]).toBe('  g2 G2 In Section G1:');
    expect(done.state.selection.$from.parentOffset).toBe(3);
    expect(done.instructions).toEqual(['Move clause G2 to stand before clause G1.']);
    expect(done.do(moveDown).provisions).toEqual(CLAUSE.provisions);
  });

  test('never move the part that is worked on', () => {
    const done = new Drafter(CLAUSE, 'g').at('g').do(moveUp).do(moveDown).do(indent).do(outdent).do(removeProvision);
    expect(done.provisions).toEqual(CLAUSE.provisions);
    expect(new Drafter(CLAUSE, 'g').at('g1').do(outdent).provisions).toEqual(CLAUSE.provisions);
  });
});

describe('what is pasted', () => {
  test('becomes provisions of plain words, a number at the start of a line apart from them', () => {
    const done = drafter().at('g2-b').paste(' More.\n\n(c)\u00a0\u00a0third   point;\n(d) \u0007fourth.');
    expect(done.lines.slice(4)).toEqual([
      '    g2-b (b) papers are old. More.',
      '    g2-c (c) third point;',
      '    g2-d (d) fourth.',
    ]);
  });

  test('stays in the provision when it is one line', () => {
    expect(drafter().at('g1', 'words', 0).paste('2018 records. ').lines[1]).toContain('G1 2018 records. Each Party');
  });
});

const WAYS: readonly ((drafter: Drafter) => unknown)[] = [
  (one) => one.do(splitProvision(one.taken)),
  (one) => one.do(insertProvision(one.taken)),
  (one) => one.do(joinBackward),
  (one) => one.do(joinForward),
  (one) => one.do(indent),
  (one) => one.do(outdent),
  (one) => one.do(moveUp),
  (one) => one.do(moveDown),
  (one) => one.do(removeProvision),
  (one) => one.do(setKind('note')),
  (one) => one.type('new words'),
  (one) => one.type(''),
  (one) => one.paste('(a) one\n2.3 two'),
  (one) => {
    // whatever the editor's own commands may do, such as a deletion that joins blocks as it likes
    one.state = one.state.apply(one.state.tr.deleteSelection());
  },
];

/** The nearest place at or after one where a caret can stand: never within a character. */
function betweenCharacters(doc: Drafter['state']['doc'], at: number): number {
  const { parent, parentOffset } = doc.resolve(at);
  return parent.isTextblock && isWithinCharacter(parent.textContent, parentOffset) ? at + 1 : at;
}

describe('whatever is done to a text', () => {
  const anyActs = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.nat(WAYS.length - 1)), { maxLength: 8 });

  test.each([true, false])(
    'its amendments make of the base exactly what is written, and undoing all gives the base (of a part: %s)',
    (isPart) => {
      fc.assert(
        fc.property(anyCode, anyActs, (code, acts) => {
          const [first] = code.provisions;
          const base = { ...code, provisions: isPart ? code.provisions.slice(0, 1) : code.provisions };
          const one = new Drafter(base, isPart ? (first?.id ?? null) : null);
          for (const [a, b, wide, way] of acts) {
            const size = one.state.doc.content.size + 1;
            const { doc } = one.state;
            const [from, until] = [a % size, wide ? b % size : a % size].map((at) => betweenCharacters(doc, at)) as [
              number,
              number,
            ];
            if (doc.childCount === 0) continue;
            const selection = TextSelection.between(doc.resolve(from), doc.resolve(until));
            one.state = one.state.apply(one.state.tr.setSelection(selection));
            WAYS[way]?.(one);
            one.state.doc.check();
            const ids = walk({ provisions: one.provisions }).map(({ provision: { id } }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(docOf(one.provisions, isPart).eq(one.state.doc)).toBe(true);
            const { amendments, text } = follow(base, one.part, one.state.doc);
            expect(applyAmendments(base, amendments)).toEqual({ ok: true, text });
          }
          for (let steps = 0; steps < 200 && undo(one.state); steps += 1) one.do(undo);
          expect(one.provisions).toEqual(base.provisions);
        }),
        { numRuns: 300 },
      );
    },
  );
});

test('cells of a table are edited in their place', () => {
  const cells = (id: string, ...words: string[]) =>
    words.map((text, at) => provision(`${id}-${at}`, { kind: 'cell', text }));
  const table = provision('t', {
    kind: 'table',
    heading: 'Fees',
    children: [
      provision('t-0', { kind: 'header-row', children: cells('t-0', 'What', 'Fee') }),
      provision('t-1', { kind: 'row', children: cells('t-1', 'A meter', 'ten pounds') }),
    ],
  });
  const done = new Drafter({ ...CLAUSE, provisions: [table] }).at('t-1-1').type(' or more');
  expect(done.instructions).toEqual([
    'At the end of the entry under “Fee” in row 1 of the table “Fees” insert “or more”.',
  ]);
});
