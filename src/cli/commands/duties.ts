import { z } from 'zod';
import { readDutyWordings } from '../../app/obligation/asked-party.ts';
import { listDuties } from '../../app/obligation/list-duties.ts';
import { done, refuse } from '../../app/operation.ts';
import { runDecoded } from '../../app/run-operation.ts';
import { dutyEntries } from '../../core/document/duty-entries.ts';
import { dayOfInstant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { icsCalendar } from '../../format/ics/timetable.ts';
import type { Command } from '../command.ts';
import { dutiesAsText } from '../duties-text.ts';
import { choicesOf } from '../effect-choices.ts';
import { READER, RECORD_OPTIONS } from '../operation-command.ts';
import { DUTY_OPTIONS, plainOptions } from './duty-options.ts';

/** `duties --party pebblewick --from 2018-10-01 --to 2019-03-31`: what binds a party and what is due when. */
export const duties: Command = {
  path: ['duties'],
  summary: listDuties.summary,
  positionals: [],
  options: [
    { name: 'party', value: 'PARTY', repeatable: false, description: 'Party by id: pebblewick.' },
    { name: 'on', value: 'DAY', repeatable: false, description: 'One day (default: today).' },
    { name: 'from', value: 'DAY', repeatable: false, description: 'The first day of a span.' },
    { name: 'to', value: 'DAY', repeatable: false, description: 'The last day of a span, included.' },
    ...DUTY_OPTIONS,
    { name: 'ics', value: null, repeatable: false, description: 'Print the days as an iCalendar file.' },
    ...RECORD_OPTIONS.filter((option) => option.name === 'data'),
  ],
  run: async (given, runtime) => {
    if (!given.values.has('party')) return refuse(rejection('input-invalid', 'duties expects --party PARTY, by id'));
    const result = await runtime.withRecord(given.values.get('data')?.[0] ?? null, async ({ ports }) => {
      const choices = choicesOf(given, await readDutyWordings(ports, given.values.get('code')?.[0] ?? 'sec'));
      if (!choices.ok) return choices;
      const { readings, assume, party, on } = choices.value;
      const input = { party, on, readings, assume, ...plainOptions(given) };
      const listed = await runDecoded(listDuties, { ports, actor: READER }, input as never);
      return listed.ok ? done({ listed: listed.value, today: dayOfInstant(ports.clock.now()) }) : listed;
    });
    if (!result.ok) return result;
    if (!result.value.ok) return result.value;
    const { listed, today } = result.value.value;
    if (given.switches.has('ics')) {
      const bytes = icsCalendar(`Duties of ${listed.name}`, dutyEntries(listed.duties, today), today);
      const ics = new TextDecoder().decode(bytes);
      return done({ text: ics.trimEnd(), json: { ics } });
    }
    return done({ text: dutiesAsText(listed), json: z.encode(listDuties.output, listed) });
  },
};
