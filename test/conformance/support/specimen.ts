import type { Document } from '../../../src/core/document/block.ts';
import { day } from '../../../src/core/kernel/day.ts';

/** Characters that mean something in HTML, XML, Typst or a template, in one line. */
export const HOSTILE =
  '#panic("x") $x^2$ `code` *bold* _under_ = heading \\ [a](b) <b>&amp;</b> "quoted" \'single\' @label ~ // /* {{x}} ]]>';

/** What moved from `G9.h` to `G9.12`, at both its places. */
const MOVED = { moved: true, confidence: 1, numberBefore: 'G9.h', numberAfter: 'G9.12' } as const;

/** A paper with every kind of block and inline, its words hostile. */
export const SPECIMEN: Document = {
  id: 'specimen',
  title: `Specimen ${HOSTILE}`,
  language: 'en-GB',
  dated: day('2018-10-09'),
  author: 'Code Administrator',
  notice: `Illustrative drafting ${HOSTILE}`,
  cover: {
    kicker: `Stage 01: ${HOSTILE}`,
    title: `A specimen ${HOSTILE}`,
    blocks: [
      {
        kind: 'stages',
        title: 'What stage is this document in the process?',
        stages: [
          { number: '01', title: 'Initial Assessment', status: 'done' },
          { number: '02', title: 'Refinement Process', status: 'skipped' },
          { number: '03', title: 'Modification Report', status: 'current' },
          { number: '04', title: 'Decision', status: 'ahead' },
        ],
      },
      {
        kind: 'panel',
        mark: '#1',
        title: HOSTILE,
        blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: HOSTILE }] }],
      },
    ],
  },
  footer: ['PAPER #1', HOSTILE],
  contents: true,
  blocks: [
    { kind: 'heading', level: 1, number: '1', text: HOSTILE },
    { kind: 'heading', level: 2, number: null, text: 'Inlines' },
    {
      kind: 'paragraph',
      runs: [
        { kind: 'text', text: 'Plain, ' },
        { kind: 'strong', text: HOSTILE },
        { kind: 'text', text: ', ' },
        { kind: 'emphasis', text: 'emphasis' },
        { kind: 'text', text: ', a ' },
        { kind: 'link', text: 'link', href: 'https://example.org/?a=1&b="2"' },
        { kind: 'text', text: ' and a note' },
        { kind: 'footnote', id: 'first', text: `The first note ${HOSTILE}` },
        { kind: 'text', text: ', one line' },
        { kind: 'break' },
        { kind: 'text', text: 'and another' },
        { kind: 'certainty', certainty: 'unverified' },
      ],
    },
    { kind: 'heading', level: 3, number: null, text: 'Lists' },
    { kind: 'list', ordered: false, items: [[{ kind: 'text', text: HOSTILE }], [{ kind: 'text', text: 'second' }]] },
    { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'step' }], [{ kind: 'text', text: 'next step' }]] },
    {
      kind: 'provision',
      number: 'G3.26',
      runs: [
        { kind: 'strong', text: HOSTILE },
        { kind: 'text', text: ' words' },
        { kind: 'break' },
        { kind: 'text', text: 'next line' },
      ],
      depth: 0,
      small: false,
    },
    { kind: 'provision', number: `(a) ${HOSTILE}`, runs: [{ kind: 'text', text: HOSTILE }], depth: 12, small: true },
    { kind: 'provision', number: null, runs: [], depth: 1, small: false },
    {
      kind: 'table',
      table: {
        caption: '',
        columns: [
          { title: '', numeric: false },
          { title: '', numeric: false },
        ],
        rows: [[[{ kind: 'text', text: 'Bare' }], []]],
        rowHeaders: false,
      },
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, number: '2', text: 'Tables' },
    {
      kind: 'table',
      table: {
        caption: `Caption ${HOSTILE}`,
        columns: [
          { title: 'Name', numeric: false },
          { title: 'Amount', numeric: true },
        ],
        rows: [
          [
            [{ kind: 'text', text: HOSTILE }],
            [
              { kind: 'text', text: '£1,200' },
              { kind: 'footnote', id: 'second', text: 'The second note.' },
            ],
          ],
          [[{ kind: 'text', text: 'Empty' }], []],
        ],
        rowHeaders: true,
      },
    },
    { kind: 'note', title: 'Determined', runs: [{ kind: 'text', text: HOSTILE }] },
    { kind: 'quote', number: 'G3.26', text: HOSTILE, depth: 0 },
    { kind: 'quote', number: '(a)', text: 'deeper', depth: 1 },
    { kind: 'heading', level: 1, number: 'Appendix 1:', text: 'A redline' },
    {
      kind: 'redline',
      blocks: [
        block('c', 'same', [{ kind: 'same', text: 'Kept as it was.' }]),
        block('d', 'changed', [
          { kind: 'same', text: 'Each Party ' },
          { kind: 'deleted', text: 'shall' },
          { kind: 'inserted', text: `must ${HOSTILE}` },
          { kind: 'same', text: ' do it.' },
        ]),
        block('e', 'inserted', [{ kind: 'inserted', text: 'A new paragraph.' }]),
        { ...block('h', 'deleted', [{ kind: 'deleted', text: 'A moved paragraph that kept.' }]), ...MOVED },
        block('f', 'deleted', [{ kind: 'deleted', text: 'An old paragraph.' }]),
        { ...block('g', 'changed', [{ kind: 'same', text: 'Only renumbered.' }]), numberAfter: 'G9.10' },
        {
          ...block('h', 'changed', [
            { kind: 'same', text: 'A moved paragraph that ' },
            { kind: 'inserted', text: 'most ' },
            { kind: 'same', text: 'kept.' },
          ]),
          ...MOVED,
        },
      ],
    },
  ],
};

type RedlineBlocks = Extract<Document['blocks'][number], { kind: 'redline' }>['blocks'];

function block(letter: string, status: RedlineBlocks[number]['status'], text: RedlineBlocks[number]['text']) {
  return {
    id: `g9-${letter}`,
    kind: 'clause',
    depth: letter === 'd' ? 1 : 0,
    status,
    moved: false,
    carried: false,
    confidence: status === 'same' || status === 'changed' ? 1 : null,
    numberBefore: status === 'inserted' ? null : `G9.${letter}`,
    numberAfter: status === 'deleted' ? null : `G9.${letter}`,
    heading: [],
    text,
  } as const satisfies RedlineBlocks[number];
}
