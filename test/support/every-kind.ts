import type { CodeText, Provision } from '../../src/core/code/provision.ts';

const p = (
  id: string,
  kind: Provision['kind'],
  number: string | null,
  heading: string | null,
  text: string,
  children: readonly Provision[] = [],
): Provision => ({ id, kind, number, heading, text, children });

const row = (id: string, number: string | null, ...cells: readonly string[]): Provision =>
  p(
    id,
    'row',
    number,
    null,
    '',
    cells.map((words, index) => p(`${id}-${index + 1}`, 'cell', null, null, words)),
  );

/** A code with a provision of nearly every kind, nested as a real one nests them. */
export const EVERY_KIND: CodeText = {
  code: 'x',
  title: 'Example Code',
  provisions: [
    p('a', 'section', 'A', 'Definitions', '', [
      p('a1-1', 'clause', 'A1.1', null, 'In this Code, unless the context otherwise requires:', [
        p('d-dev', 'definition', null, 'Device', 'means a thing installed at a premises.'),
        p('d-party', 'definition', null, 'Party', 'means a person that has agreed to be bound by this Code.'),
        p(
          'd-rs',
          'definition',
          null,
          'Responsible Supplier',
          'means, in relation to a Smart Metering System, the Supplier Party that is registered for it.',
        ),
        p('d-sms', 'definition', null, 'Smart Metering System', 'means either:', [
          p('d-sms-a', 'paragraph', '(a)', null, 'an Electricity Smart Metering System; or'),
          p('d-sms-b', 'paragraph', '(b)', null, 'a Gas Smart Metering System.'),
        ]),
      ]),
    ]),
    p('g', 'section', 'G', 'Security', '', [
      p('g3', 'heading', 'G3', 'Obligations on Users', '', [
        p(
          'g3-26',
          'clause',
          'G3.26',
          null,
          'Each User shall notify the Panel within 10 Working Days of 1 January 2019, and the User shall keep a record of that notice for 5 years.',
        ),
        p(
          'g3-27',
          'clause',
          'G3.27',
          null,
          'The Panel shall publish each notice received under Section G3.26 on the Website.',
        ),
        p('g3-28', 'clause', 'G3.28', null, 'For the purposes of Section G3.27, a notice is received when:', [
          p('g3-28-a', 'paragraph', '(a)', null, 'it is delivered by hand; and'),
          p('g3-28-b', 'paragraph', '(b)', null, 'where it is sent by post:', [
            p('g3-28-b-i', 'sub-paragraph', '(i)', null, 'two Working Days have passed; and'),
            p(
              'g3-28-b-ii',
              'sub-paragraph',
              '(ii)',
              null,
              'the User has said “I have sent it” to the Panel and has paid the charge set out in row 2 of Table 1.',
            ),
          ]),
          p(
            'g3-28-c',
            'paragraph',
            '(c)',
            null,
            'it is sent by email, in which case paragraphs (a) and (b) do not apply.',
          ),
        ]),
        p('g3-29', 'clause', 'G3.29', null, 'The charges are set out in Table 1.', [
          p('t1', 'table', 'Table 1', 'Charges', '', [
            p('t1h', 'header-row', null, null, '', [
              p('t1h1', 'cell', null, null, 'Notice'),
              p('t1h2', 'cell', null, null, 'Charge'),
            ]),
            row('t1r1', null, 'by hand', '£10'),
            row('t1r2', null, 'by post', '£1,200'),
          ]),
          p('n1', 'note', '1', null, 'The charges in Table 1 are shown without VAT.'),
        ]),
        p(
          'g3-30',
          'clause',
          'G3.30',
          null,
          'Section G3.29 does not apply to a Party that is exempt under paragraph (b)(ii) of Section G3.28.',
        ),
      ]),
    ]),
    p('s8', 'schedule', 'Schedule 8', 'Charging', '', [
      p('s8p', 'part', 'Part 1', 'Principles', '', [
        p('s8p1', 'paragraph', '1', null, 'Charges are cost reflective.'),
        p('s8p2', 'paragraph', '2', null, 'Charges are reviewed each year.', [
          p('s8p2-a', 'paragraph', '(a)', null, 'in spring; or'),
          p('s8p2-b', 'paragraph', '(b)', null, 'in autumn.'),
        ]),
        p('s8p3', 'paragraph', '3', null, ''),
        p('img', 'image', null, 'flow.png', 'How charges flow.'),
      ]),
    ]),
  ],
};
