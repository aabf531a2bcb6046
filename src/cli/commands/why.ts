import { z } from 'zod';
import { readDutyWordings } from '../../app/obligation/asked-party.ts';
import { explainDuty } from '../../app/obligation/explain-duty.ts';
import { namedProvision } from '../../app/obligation/named-provision.ts';
import { done } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import type { Command } from '../command.ts';
import { choicesOf } from '../effect-choices.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { whyAsText } from '../why-text.ts';
import { DUTY_OPTIONS, plainOptions } from './duty-options.ts';

/** `why pebblewick G3.26 --on 2018-10-12`: why a duty binds a party on a day, or why not. */
export const why: Command = {
  path: ['why'],
  summary: explainDuty.summary,
  positionals: [
    { name: 'PARTY', required: true, description: 'Party by id: pebblewick.' },
    {
      name: 'PROVISION',
      required: true,
      description: 'Provision by its reference, with its instrument or without, or a duty by id: G3.26, sec/G3.26.',
    },
  ],
  options: [
    { name: 'on', value: 'DAY', repeatable: false, description: 'The day that is asked about (default: today).' },
    ...DUTY_OPTIONS,
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    const [party = '', provision = ''] = given.positionals;
    const result = await runtime.withRecord(given.values.get('data')?.[0] ?? null, async ({ ports }) => {
      const { code } = await namedProvision(ports, provision, given.values.get('code')?.[0] ?? null);
      const choices = choicesOf(given, await readDutyWordings(ports, code));
      if (!choices.ok) return choices;
      const { readings, assume, on } = choices.value;
      const input = { party, provision, on, readings, assume, ...plainOptions(given) };
      return runDecoded(explainDuty, { ports, actor: READER }, input);
    });
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const answer = result.value.value;
    return done({ text: whyAsText(answer), json: z.encode(explainDuty.output, answer) });
  },
};
