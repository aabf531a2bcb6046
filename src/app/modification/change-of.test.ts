import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { duty, factKind } from '../../../test/support/duty.ts';
import { wordingsSchema } from '../../core/kernel/reading.schema.ts';
import { obligationChangeSchema } from '../../core/obligation/obligation-change.schema.ts';
import { changeOf } from './change-of.ts';
import { draftedChangeFields } from './draft-obligation-change.ts';
import type { ObligationGround } from './obligation-changes.ts';

const ground = {
  proposal: { state: { content: { id: 'DP001', code: 'sec' } } },
  obligations: [duty({ id: 'old' })],
  wordings: [],
  factKinds: [
    factKind({ id: 'words-in-force', subject: 'words' }),
    factKind({ id: 'system-enrolled', subject: 'system-group' }),
    factKind({ id: 'guidance-published' }),
    factKind({ id: 'party-category', subject: 'party', type: 'string' }),
    factKind({ id: 'devices-operated', subject: 'party', type: 'int' }),
  ],
  categories: [{ id: 'large-supplier' }],
  bodies: [{ id: 'panel' }],
  instruments: ['sec'],
  texts: null,
} as unknown as ObligationGround;

const inputSchema = z.strictObject(draftedChangeFields);
const NEW = {
  obligation: 'survey',
  kind: 'add',
  title: 'A survey',
  provision: 'G3.26',
  object: 'survey',
  bearers: ['large-supplier'],
};

/** The field and the sentence of a refusal, by the input's schema or by the rules; null when the change is made. */
function told(input: Record<string, unknown>): string | null {
  const read = inputSchema.safeParse(input);
  if (!read.success) return `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`;
  const made = changeOf(read.data, ground);
  return made.ok ? null : `${made.field}: ${made.sentence}`;
}

test('what can be drafted is what can be kept: no input that is taken is refused by the schema of its event', () => {
  const text = fc.constantFrom(undefined, '', ' ', 'x', 'old', 'survey', 'x y/../z', 'guidance-published', 'panel');
  const input = fc.record(
    {
      obligation: fc.constantFrom('old', 'survey', '', 'x y'),
      kind: fc.constantFrom('reword', 'add', 'amend', 'repeal', 'confirm'),
      reasons: text,
      words: text,
      bindsFrom: text,
      title: text,
      provision: fc.constantFrom('G3.26', ''),
      object: text,
      bearers: fc.constantFrom([], [''], ['large-supplier'], null),
      each: fc.constantFrom('party', 'system', null),
      condition: fc.constantFrom('', 'guidance_published', 'devices_operated > 3', 'system_enrolled', 'x +'),
      due: fc.constantFrom('within', 'every', null),
      dueAfter: text,
      dueCount: fc.constantFrom(0, 1, 6, 999_999_999_999),
      dueFrom: fc.constantFrom('2018-01-01', null),
      assuredBy: text,
      judgementWords: text,
      relations: fc.constantFrom(' ', 'subject to G3.27', 'subject to'),
      assessableAfter: text,
      covers: text,
      graceCount: fc.constantFrom(0, 5, 999_999_999_999),
      evidence: fc.constantFrom('', ' ', 'a\n\nb'),
      clear: fc.constantFrom([], ['due', 'condition'], ['standard']),
    },
    { requiredKeys: ['obligation', 'kind'] },
  );
  fc.assert(
    fc.property(input, (one) => {
      const read = inputSchema.safeParse(one);
      const made = read.success ? changeOf(read.data, ground) : null;
      if (made === null || !made.ok) return;
      const kept = z.encode(obligationChangeSchema, made.change as never);
      expect(z.decode(obligationChangeSchema, kept)).toEqual(made.change);
      if (made.wording !== null) z.encode(wordingsSchema, made.wording as never);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [{ obligation: 'old', kind: 'amend', bearers: [] }, /^bearers: nobody bears it; expected at least one party cat/],
  [{ ...NEW, bearers: [] }, /^bearers: nobody bears it/],
  [
    { ...NEW, bindsFrom: 'devices-operated' },
    /^bindsFrom: "devices-operated" is a value and no event; expected one of words-in-force, system-enrolled, guidance-published\.$/,
  ],
  [{ ...NEW, due: 'within', dueAfter: 'party-category', dueCount: 3 }, /^dueAfter: "party-category" is a value/],
  [{ ...NEW, condition: 'system_enrolled' }, /^condition: The condition can never be settled: line 1, column 1/],
  [
    { obligation: 'old', kind: 'amend', condition: 'devices_operated  > "a"' },
    /^condition: .*line 1, column 21: expected a number/,
  ],
  [{ obligation: 'old', kind: 'amend', condition: 'devices_operated >' }, /^condition: .*line 1, column 19/],
  [
    { ...NEW, due: 'within', dueAfter: 'guidance-published', dueCount: 999_999_999_999 },
    /^dueCount: .*at most 36525 Working Days/,
  ],
  [{ ...NEW, due: 'every', dueFrom: '2018-01-01', dueCount: 100_000_000 }, /^dueCount: .*at most 1200 months/],
  [{ ...NEW, due: 'every', dueFrom: '2018-01-01', dueCount: 6, graceCount: 999_999 }, /^graceCount: .*at most 36525/],
  [{ ...NEW, assuredBy: 'martians' }, /^assuredBy: There is no body "martians"; expected panel\.$/],
  [{ ...NEW, obligation: 'x y/../z' }, /^obligation: .*expected lower-case words joined by hyphens/],
  [
    { ...NEW, bindsFrom: 'guidance-published', otherwiseFrom: 'guidance-published' },
    /^otherwiseFrom: .*the same event/,
  ],
  [{ obligation: 'old', kind: 'amend', standard: 'x', clear: ['standard'] }, /^clear: The standard is both/],
])('%j is refused in one sentence', (input, sentence) => {
  expect(told(input)).toMatch(sentence);
});

test('a new obligation with all that it can have is taken', () => {
  const due = { due: 'within', dueAfter: 'guidance-published', dueCount: 3 };
  expect(told({ ...NEW, ...due, bindsFrom: 'guidance-published', assuredBy: 'panel' })).toBeNull();
  expect(told({ ...NEW, each: 'system', condition: 'system_enrolled', evidence: 'a report' })).toBeNull();
});
