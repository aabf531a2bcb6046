import { expect, test } from 'vitest';
import { factKind } from '../../../test/support/duty.ts';
import { day } from '../../core/kernel/day.ts';
import type { View } from '../site.ts';
import { factForm, subjectsOf } from './fact-form.ts';

const view = { refusal: null, path: '/facts', token: 't' } as unknown as View;
const citation = { source: 'A letter', clause: 'page 2', certainty: 'public' } as const;
const kinds = [factKind({ id: 'system-enrolled', title: 'The systems are enrolled', subject: 'system-group' })];
const subjects = subjectsOf([
  {
    ...{ id: 'pebblewick', name: 'Pebblewick Energy', category: 'large-supplier', admittedOn: day('2016-01-01') },
    ...{ cycleYear: null, groups: 1, assessments: 0, systems: [{ id: 'pebblewick-x', title: 'Homes' }] },
  },
]);
const standing = [
  {
    ...{ id: 'f1', kind: 'system-enrolled', title: 'The systems are enrolled', subject: 'pebblewick-x' },
    ...{ subjectTitle: 'Homes', effectiveOn: day('2018-10-20'), citation },
  },
];

test('what a fact is about and what it takes the place of are chosen by name', () => {
  const form = String(factForm(view, kinds, subjects, standing));
  expect(form).toContain('<option value="pebblewick-x">Pebblewick Energy: Homes</option>');
  expect(form).toContain('<option value="f1">The systems are enrolled, Homes, 20 October 2018</option>');
  expect(form).not.toContain('<details class="pv-details" open');
});

test('to correct a fact the form opens with what it says, in its place', () => {
  const form = String(factForm(view, kinds, subjects, standing, { kind: '', subject: '', correct: 'f1' }));
  expect(form).toContain('<details class="pv-details" open');
  expect(form).toContain('<option value="pebblewick-x" selected>');
  expect(form).toContain('<option value="f1" selected>');
  expect(form).toContain('<option value="public" selected>');
  for (const value of ['2018-10-20', 'A letter', 'page 2']) expect(form).toContain(`value="${value}"`);
});
