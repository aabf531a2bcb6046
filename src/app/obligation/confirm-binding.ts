import { z } from 'zod';
import { compareLabels, textLabelled } from '../../core/code/version.ts';
import { refused } from '../../core/kernel/decider.ts';
import { rejection } from '../../core/kernel/rejection.ts';
import { confirmationsOf } from '../../core/obligation/binding-event.ts';
import { act } from '../act.ts';
import { historyOf } from '../instruments.ts';
import { operation, refuse } from '../operation.ts';
import { codeField } from '../party/estate.ts';
import { obligationsIn, readObligationSources } from './obligation-sources.ts';
import { bindingEvents, bindingStream } from './read-bindings.ts';
import { noObligation, obligationField } from './show-obligation.ts';

/** How an operation asks which version was read. */
export const labelField = z.string().min(1).meta({ description: 'The version whose words were read: 5.24.' });
/** How an operation asks for reasons that it keeps. */
export const reasonsField = z.string().trim().min(1).max(2000).meta({ description: 'Why, in words.' });

/** Says that an obligation still says what the words of a version say, so that it is bound to these. */
export const confirmBinding = operation({
  name: 'confirm-binding',
  room: 'obligation',
  kind: 'write',
  summary:
    'Binds an obligation to the words of a later version, which somebody has read and found to say what it says.',
  roles: ['code-administrator'],
  input: z.strictObject({ code: codeField, obligation: obligationField, version: labelField, reasons: reasonsField }),
  output: z.strictObject({ obligation: z.string(), version: z.string() }),
  run: async (context, { code, obligation: id, version: label, reasons }) => {
    const sources = await readObligationSources(context, { code, on: null, knownAt: null });
    const obligation = obligationsIn(sources).find((one) => one.id === id);
    if (obligation === undefined) return refuse(noObligation(id, code));
    return act<{ obligation: string; version: string }>(context, 'confirm-binding', async (load) => {
      const history = historyOf((await load(`code/${obligation.instrument}`)).recorded);
      if (history === null || textLabelled(history, label, null) === null) {
        const known =
          history?.versions
            .map((one) => one.label)
            .toSorted(compareLabels)
            .at(-1) ?? history?.baseLabel;
        const sentence = `There is no version "${label}" of ${obligation.instrument}; expected one of the record, the last of which is ${known ?? 'none'}.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'version' } }));
      }
      const { stream, events } = await load(bindingStream(code));
      const standing = confirmationsOf(id, bindingEvents(events)).find(
        (one) => one.confirmed.label === label && one.reopened === null,
      );
      if (standing !== undefined) {
        const sentence = `${standing.confirmed.by} has confirmed "${id}" for version ${label} already.`;
        return refused(rejection('input-invalid', sentence, { place: { field: 'version' } }));
      }
      const { name: by } = context.actor;
      const event = { type: 'binding-confirmed', obligation: id, label, reasons, by, on: context.today } as const;
      return { ok: true, writes: [{ stream, events: [event] }], value: { obligation: id, version: label } };
    });
  },
});
