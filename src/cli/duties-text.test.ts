import { expect, test } from 'vitest';
import { addDays, day } from '../core/kernel/day.ts';
import { dutiesAsText } from './duties-text.ts';

const on = day('2018-10-12');
const listed = (until: ReturnType<typeof day>): Parameters<typeof dutiesAsText>[0] => ({
  party: 'quillfield',
  name: 'Quillfield Power',
  from: on,
  to: addDays(until, -1),
  volume: {} as never,
  next: null,
  duties: [
    {
      ...({ obligation: 'keys', subject: 'homes', judgementWords: [], assuredBy: null, breach: null } as const),
      ...({ evidence: [], recurs: false, due: [], standard: null, modality: 'must-not', why: {} as never } as const),
      title: 'Give the keys to nobody',
      systems: 'homes',
      instrument: 'illustrative-duties',
      provision: 'R3.1',
      duty: 'must not give the keys to anybody',
      certainty: 'illustrative',
      answers: [
        {
          ...({ version: null, reading: null, awaiting: [], citations: [] } as const),
          interval: { from: on, until },
          bound: true,
          reason: 'R3.1 binds.',
        },
      ],
    },
  ],
});

test('the duties of a day and of a span are told in words, once', () => {
  const head =
    'illustrative-duties R3.1 Give the keys to nobody (illustrative) · homes\n  must not give the keys to anybody';
  expect(dutiesAsText(listed(addDays(on, 1)))).toBe(
    `Duties of Quillfield Power on 12 October 2018\n\n${head}\n  on 12 October 2018: R3.1 binds.`,
  );
  expect(dutiesAsText(listed(addDays(on, 9)))).toContain(
    `${head}\n  from 12 October 2018 to 20 October 2018: R3.1 binds.`,
  );
});
