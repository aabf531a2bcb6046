import { describe, expect, test } from 'vitest';
import type { Provision } from '../../src/core/code/provision.ts';
import { redline } from '../../src/core/code/redline.ts';
import { day } from '../../src/core/kernel/day.ts';
import { docxRedline } from '../../src/format/docx/text.ts';
import { provision } from '../support/code.ts';
import { libreOffice, settledByOffice } from './support/libre-office.ts';

const office = libreOffice();
const skipped = office === null ? ' (skipped: no LibreOffice on PATH)' : '';
const PATIENCE = 120_000;

const clause = (id: string, text: string, children: readonly Provision[] = []) =>
  provision(id, { kind: 'clause', text, children });
const row = (id: string, ...words: readonly string[]) =>
  provision(id, { kind: 'row', children: words.map((text, at) => provision(`${id}-${at}`, { kind: 'cell', text })) });
const table = (...children: readonly Provision[]) =>
  provision('t', { kind: 'table', heading: 'Locks by door', children });

const BEFORE = {
  provisions: [
    clause('a', 'Each member shall lock every door.', [
      clause('a-1', 'A door includes a gate.'),
      clause('a-2', 'A gate includes a hatch.'),
    ]),
    clause('b', 'Each member shall keep a list.'),
    clause('c', 'Each member shall show the list.'),
    table(row('x', 'Front', 'Bolt'), row('y', 'Back', 'Chain')),
    clause('d', 'Nothing here binds a guest.'),
  ],
};
const AFTER = {
  provisions: [
    clause('c', 'Each member shall show the list.'),
    clause('a', 'Each member shall lock every gate and door.', [
      clause('a-2', 'A gate includes a hatch.'),
      clause('a-3', 'A hatch includes a flap.'),
    ]),
    clause('b', 'Each member shall keep a list.'),
    table(row('y', 'Back', 'Chain'), row('z', 'Side', 'Weld')),
    clause('d', 'Nothing here binds a guest.'),
  ],
};

/** The words of a text, line by line, as a plain text of it has them. */
const linesOf = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap((one) => [
    ...[one.heading ?? '', one.text].filter((words) => words !== ''),
    ...linesOf(one.children),
  ]);

describe(`a redline with moves, rows and whole paragraphs, settled by LibreOffice${skipped}`, () => {
  const bytes = docxRedline({ title: 'Doors', notices: [], dated: day('2018-10-12') }, redline(BEFORE, AFTER));

  test.skipIf(office === null).each([
    ['Accept', AFTER],
    ['Reject', BEFORE],
  ] as const)(
    '%s all gives the lines of that text',
    (how, text) => {
      const lines = settledByOffice(office ?? '', bytes, how).flatMap((line) => line.split('\t'));
      // a plain text has the indents of its lines as spaces
      const words = lines.map((line) => line.trim()).filter((line) => line !== '');
      expect(words).toEqual(['Doors', ...linesOf(text.provisions)]);
    },
    PATIENCE,
  );
});
