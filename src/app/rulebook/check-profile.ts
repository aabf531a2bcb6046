import { z } from 'zod';
import { done, operation } from '../operation.ts';
import { checkOf, findProcesses, processField } from './processes.ts';

/** What a check of one process found. */
export const profileCheckSchema = z.strictObject({
  code: z.string(),
  profile: z.string(),
  title: z.string(),
  states: z.number().meta({ description: 'Different states of a proposal that were looked at.' }),
  faults: z
    .array(
      z.strictObject({
        kind: z.enum([
          'unreachable',
          'dead-end',
          'trap',
          'clock',
          'actor',
          'vote',
          'path',
          'meaning',
          'hold',
          'unproven',
        ]),
        sentence: z.string(),
        way: z.array(z.string()).readonly().meta({ description: 'How to come to it, step by step.' }),
      }),
    )
    .readonly(),
});

/** Proves of the processes that come with the program that every step, clock and actor of theirs holds. */
export const checkProfile = operation({
  name: 'check-profile',
  room: 'rulebook',
  kind: 'read',
  summary:
    'Proves that a process has no step out of reach, no dead end, no trap, no clock without an end and no actor that is not there.',
  roles: 'anyone',
  input: z.strictObject({ profile: processField.nullable().default(null) }),
  output: z.strictObject({ checks: z.array(profileCheckSchema) }),
  run: async ({ ports }, { profile }) => {
    const found = await findProcesses(ports, profile === null ? [] : [profile], 'profile');
    if (!found.ok) return found;
    const checks = found.value.map(({ code, rules }) => ({
      code,
      profile: rules.profile.id,
      title: rules.profile.title,
      ...checkOf(rules, rules.profile),
    }));
    return done({ checks: checks.map((one) => ({ ...one, faults: [...one.faults] })) });
  },
});
