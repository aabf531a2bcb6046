import type { Given, Option } from '../command.ts';

/** How commands ask about what binds a party. */
export const DUTY_OPTIONS: readonly Option[] = [
  { name: 'system', value: 'GROUP', repeatable: false, description: 'One of its groups of systems by id.' },
  { name: 'code', value: 'CODE', repeatable: false, description: 'Code by id (default: sec).' },
  { name: 'known-at', value: 'INSTANT', repeatable: false, description: 'As the record was known at an instant.' },
  {
    name: 'reading',
    value: 'READING',
    repeatable: true,
    description: 'Take a reading: WORDING=READING, or a reading that only one wording has.',
  },
  {
    name: 'assume',
    value: 'EVENT=DAY',
    repeatable: true,
    description: 'Suppose that an event (or EVENT:SUBJECT) occurs on a day, or never.',
  },
];

/** Those that stand once, as the operations have them. */
export function plainOptions({ values }: Given): Record<string, string> {
  const fields = { system: 'system', code: 'code', 'known-at': 'knownAt', from: 'from', to: 'to' };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([option, field]) => {
      const [value] = values.get(option) ?? [];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
