import { z } from 'zod';
import type { CodeEvent } from '../../core/code/code-event.ts';
import { evolveCode, foldCode, publishVersionEvents } from '../../core/code/publish-version.ts';
import type { Decision } from '../../core/kernel/decider.ts';
import type { Instant } from '../../core/kernel/instant.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import type { Instrument } from '../../core/rulebook/rulebook.ts';
import { act } from '../act.ts';
import { instrumentField } from '../instruments.ts';
import { operation, refuse } from '../operation.ts';

/** Takes an instrument of a rulebook into the record with the versions published so far. */
export const adoptCode = operation({
  name: 'adopt-code',
  room: 'text',
  kind: 'write',
  summary: 'Takes an instrument of a rulebook into the record, with the versions published so far.',
  roles: ['code-administrator'],
  input: z.strictObject({
    code: z.string().min(1).meta({ description: 'Rulebook by code: sec.' }),
    instrument: instrumentField,
  }),
  output: z.strictObject({ instrument: z.string(), versions: z.array(z.string()) }),
  run: async (context, { code, instrument: id }) => {
    const rulebook = await context.ports.rulebooks.current(code);
    const instrument = rulebook.instruments.find((one) => one.id === id);
    if (instrument === undefined) {
      const known = rulebook.instruments.map((one) => one.id).join(', ');
      return refuse(rejection('not-found', `The rulebook "${code}" has no instrument "${id}"; it has ${known}.`));
    }
    return act(context, 'adopt-code', async (load) => {
      const stream = `code/${id}`;
      if ((await load(stream)).version > 0) {
        const sentence = `The record already holds the instrument "${id}".`;
        return { ok: false, rejection: rejection('instrument-exists', sentence) };
      }
      const decision = adoption(instrument, context.now);
      if (!decision.ok) return decision;
      const versions = [instrument.base.label, ...instrument.versions.map((version) => version.label)];
      return { ok: true, writes: [{ stream, events: decision.events }], value: { instrument: id, versions } };
    });
  },
});

/** The events of an instrument, each version checked against those before it. */
function adoption({ id, title, shortTitle, notice, base, versions }: Instrument, now: Instant): Decision<CodeEvent> {
  const adopted: CodeEvent = { type: 'code-adopted', instrument: id, title, shortTitle, notice, ...base };
  const events: CodeEvent[] = [adopted];
  let history = foldCode([{ event: adopted, recordedAt: now }]);
  for (const { citation: _, ...published } of versions) {
    if (history === null) break;
    const decision = publishVersionEvents(history, published);
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      history = evolveCode(history, { event, recordedAt: now });
      events.push(event);
    }
  }
  return { ok: true, events };
}
